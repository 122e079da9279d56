import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../domain/events.ts';
import { firstOf, foldCase, overSince } from '../../domain/index.ts';
import { ask4, at, caseOf, event, policyOf } from './support.ts';

const received = event('received', '2026-04-01 15:00', { channel: 'email' });
const acknowledged = event('acknowledged', '2026-04-02 10:00');
const updated = event('updated', '2026-04-09 10:00');
const responded = event('responded', '2026-04-20 10:00', { outcome: 'upheld' });
const solved = event('closed', '2026-04-21 10:00');
const whole = [received, acknowledged, updated, responded, solved];

const kinds = (events: readonly CaseEvent[]) => events.map(({ kind }) => kind);
const whys = (events: readonly CaseEvent[]) =>
  caseOf(events).refused.map(({ event: { kind }, why }) => [kind, why]);

describe('a case as its events tell it', () => {
  it('is none where nothing was received', () => {
    expect(foldCase(ask4, [])).toBeUndefined();
    expect(foldCase(ask4, [acknowledged])).toBeUndefined();
  });

  it.each([
    [1, 'received'],
    [2, 'acknowledged'],
    [3, 'updated'],
    [4, 'responded'],
    [5, 'closed'],
  ])('after %i events is %s', (count, stage) => {
    expect(caseOf(whole.slice(0, count)).stage).toBe(stage);
  });

  it('is the same in whatever order the events come', () => {
    expect(caseOf([...whole].reverse())).toEqual(caseOf(whole));
  });

  it('keeps the outcome of the response', () => {
    expect(caseOf(whole).outcome).toBe('upheld');
    expect(caseOf(whole.slice(0, 3))).not.toHaveProperty('outcome');
  });

  it('within one audit has received before acknowledged, and the closing last', () => {
    const sameAudit = { auditId: received.auditId };
    const kase = caseOf([
      event('closed', '2026-04-01 15:00', sameAudit),
      event('responded', '2026-04-01 15:00', sameAudit),
      event('acknowledged', '2026-04-01 15:00', sameAudit),
      received,
    ]);
    expect(kase.stage).toBe('closed');
    expect(kase.events[0]?.kind).toBe('received');
    expect(kase.events.at(-1)?.kind).toBe('closed');
    expect(kase.refused).toEqual([]);
  });
});

describe('an update before any acknowledgement is the acknowledgement too', () => {
  it('in the same update, by the same author', () => {
    const message = event('updated', '2026-04-02 10:00', { authorId: 7 });
    expect(kinds(caseOf([received, message]).events)).toEqual(['received', 'acknowledged', 'updated']);
    expect(firstOf(caseOf([received, message]), 'acknowledged')).toMatchObject({
      at: message.at,
      auditId: message.auditId,
    });
  });

  it('but not where one was sent', () => {
    expect(kinds(caseOf([received, acknowledged, updated]).events)).toEqual([
      'received',
      'acknowledged',
      'updated',
    ]);
  });
});

describe('the receipt', () => {
  it('is the first that was recorded; a second is refused', () => {
    const again = event('received', '2026-04-01 09:00', { recordedAt: at('2026-04-08 09:00') });
    const kase = caseOf([again, received]);
    expect(kase.received).toBe(received);
    expect(whys([again, received])).toEqual([['received', 'already_received']]);
  });

  it('in the future is refused, and the moment of recording taken', () => {
    const future = event('received', '2026-04-05 09:00', { recordedAt: at('2026-04-02 09:00') });
    expect(caseOf([future]).received.at).toBe(at('2026-04-02 09:00'));
    expect(whys([future])).toEqual([['received', 'in_future']]);
  });

  it('at the moment of recording is no future', () => {
    expect(caseOf([received]).refused).toEqual([]);
  });

  it('may lie before the recording, and a reply between the two counts', () => {
    const letter = event('received', '2026-04-01 15:00', { recordedAt: at('2026-04-03 09:00') });
    expect(caseOf([letter, acknowledged]).stage).toBe('acknowledged');
  });

  it.each([
    ['email', 'email'],
    ['letter', 'letter'],
    ['fax', 'other'],
    ['constructor', 'other'],
    [undefined, 'other'],
  ])('by %s is a case by %s', (channel, name) => {
    const by = event('received', '2026-04-01 15:00', channel === undefined ? {} : { channel });
    expect(caseOf([by])).toMatchObject({ channel: name, accepted: true });
  });
});

describe('events that can not be at their point are kept apart with the reason', () => {
  it.each<[string, CaseEvent[], string]>([
    ['before the receipt', [event('acknowledged', '2026-04-01 14:59')], 'before_receipt'],
    [
      'in the future of their recording',
      [event('acknowledged', '2026-04-05 10:00', { recordedAt: at('2026-04-02 10:00') })],
      'in_future',
    ],
    ['a reopening of what was not closed', [event('reopened', '2026-04-02 10:00')], 'not_closed'],
    ['an appeal before the response', [event('appealed', '2026-04-02 10:00')], 'not_responded'],
    ['an answer to no appeal', [event('appeal_responded', '2026-04-02 10:00')], 'not_appealed'],
    ['a decision on nothing referred', [event('decided', '2026-04-02 10:00')], 'not_referred'],
  ])('%s', (_, events, why) => {
    const kase = caseOf([received, ...events]);
    expect(kase.refused.map((one) => one.why)).toEqual([why]);
    expect(kase.events).toEqual([received]);
    expect(kase.stage).toBe('received');
  });

  it.each(['withdrawn', 'not_a_complaint'] as const)('messages after %s', (end) => {
    const events = [received, event(end, '2026-04-02 09:00'), acknowledged];
    expect(whys(events)).toEqual([['acknowledged', 'case_ended']]);
    expect(caseOf(events)).toMatchObject({ stage: 'ended', ended: end });
  });

  it('an event at the very moment of the receipt is in time', () => {
    expect(caseOf([received, event('acknowledged', '2026-04-01 15:00')]).refused).toEqual([]);
  });
});

describe('later stages', () => {
  it('an appeal starts a new stage, its answer ends it', () => {
    const appealed = event('appealed', '2026-05-01 10:00');
    const answered = event('appeal_responded', '2026-05-05 10:00');
    expect(caseOf([received, responded, appealed]).stage).toBe('appealed');
    expect(caseOf([received, responded, appealed, answered]).stage).toBe('responded');
  });

  it('a referral lasts until the decision', () => {
    const referred = event('referred', '2026-05-01 10:00');
    expect(caseOf([received, responded, referred]).stage).toBe('referred');
    expect(caseOf([received, responded, referred, event('decided', '2026-06-01 10:00')]).stage).toBe(
      'responded',
    );
  });
});

describe('closed: the ticket is solved with no open duty, or metadata says so', () => {
  it('solving after the response closes', () => {
    expect(caseOf(whole)).toMatchObject({ stage: 'closed' });
    expect(caseOf(whole)).not.toHaveProperty('solvedEarlyAt');
    expect(overSince(caseOf(whole))).toBe(solved.at);
  });

  it('solving with an open duty closes nothing and says since when', () => {
    const early = event('closed', '2026-04-03 10:00');
    expect(caseOf([received, acknowledged, early])).toMatchObject({
      stage: 'acknowledged',
      solvedEarlyAt: early.at,
    });
    expect(overSince(caseOf([received, acknowledged, early]))).toBeUndefined();
  });

  it('the last duty done on a solved ticket closes', () => {
    const kase = caseOf([received, acknowledged, event('closed', '2026-04-03 10:00'), responded]);
    expect(kase.stage).toBe('closed');
    expect(overSince(kase)).toBe(responded.at);
  });

  it('a person may close with a duty open', () => {
    const byHand = event('closed', '2026-04-03 10:00', { byHand: true });
    expect(caseOf([received, acknowledged, byHand]).stage).toBe('closed');
  });

  it('a ticket that was solved before the tag came is solved early too', () => {
    const before = event('closed', '2026-04-01 10:00');
    expect(caseOf([before, received])).toMatchObject({ stage: 'received', solvedEarlyAt: received.at });
    expect(caseOf([before, event('reopened', '2026-04-01 11:00'), received])).not.toHaveProperty(
      'solvedEarlyAt',
    );
  });

  it('duties that hang on an appeal nobody made leave nothing open', () => {
    const policy = policyOf([
      { id: 'response', after: 'received', within: '8 weeks', doneBy: ['responded'] },
      { id: 'appeal', after: 'appealed', within: '20 working days', doneBy: ['appeal_responded'] },
      { id: 'letter', after: 'appeal_responded', within: '5 working days', doneBy: ['adr_letter_sent'] },
    ]);
    expect(caseOf([received, responded, solved], policy).stage).toBe('closed');
    const appealed = event('appealed', '2026-04-20 12:00');
    expect(caseOf([received, responded, appealed, solved], policy)).toMatchObject({
      stage: 'appealed',
      solvedEarlyAt: solved.at,
    });
  });
});

describe('reopened: the ticket leaves solved after closed', () => {
  const reopened = event('reopened', '2026-04-22 10:00');

  it('brings back the stage before', () => {
    const kase = caseOf([...whole, reopened]);
    expect(kase.stage).toBe('responded');
    expect(kinds(kase.events).slice(-2)).toEqual(['closed', 'reopened']);
    expect(overSince(kase)).toBeUndefined();
  });

  it('and solving it again closes again', () => {
    const again = event('closed', '2026-04-23 10:00');
    expect(caseOf([...whole, reopened, again]).stage).toBe('closed');
    expect(overSince(caseOf([...whole, reopened, again]))).toBe(again.at);
  });

  it('in the second of the closing counts after it, by the order of the audits', () => {
    const second = (kind: 'closed' | 'reopened', auditId: number) =>
      event(kind, '2026-04-21 10:00', { auditId });
    const before = whole.slice(0, 4);
    expect(caseOf([...before, second('reopened', 9002), second('closed', 9001)]).stage).toBe('responded');
    expect(caseOf([...before, second('closed', 9002), second('reopened', 9001)]).stage).toBe('closed');
  });

  it('of a ticket solved too early is nothing to tell', () => {
    const kase = caseOf([
      received,
      event('closed', '2026-04-02 09:00'),
      event('reopened', '2026-04-02 09:30'),
      acknowledged,
    ]);
    expect(kinds(kase.events)).toEqual(['received', 'acknowledged']);
    expect(kase).not.toHaveProperty('solvedEarlyAt');
    expect(kase.refused).toEqual([]);
  });
});

describe('only withdrawn, not_a_complaint or a correction end a case', () => {
  const withdrawn = event('withdrawn', '2026-04-03 10:00', { byHand: true });

  it.each(['withdrawn', 'not_a_complaint'] as const)('%s ends it', (kind) => {
    const end = event(kind, '2026-04-03 10:00');
    expect(caseOf([received, acknowledged, end])).toMatchObject({ stage: 'ended', ended: kind });
    expect(overSince(caseOf([received, acknowledged, end]))).toBe(end.at);
  });

  it('solving an ended case leaves it ended, not solved early', () => {
    const kase = caseOf([received, withdrawn, solved]);
    expect(kase.stage).toBe('ended');
    expect(kase).not.toHaveProperty('solvedEarlyAt');
  });

  it('reopening the ticket does not bring it back, a person does', () => {
    expect(caseOf([received, withdrawn, solved, event('reopened', '2026-04-22 10:00')]).stage).toBe('ended');
    expect(caseOf([received, withdrawn, event('reopened', '2026-04-22 10:00', { byHand: true })]).stage).toBe(
      'received',
    );
  });
});

describe('a refused channel', () => {
  const phoned = event('received', '2026-04-01 15:00', { channel: 'phone' });

  it('makes a case that is refused', () => {
    expect(caseOf([phoned])).toMatchObject({ stage: 'refused', accepted: false, channel: 'phone' });
  });

  it('is accepted by an exception, in the same audit or later', () => {
    const exception = event('exception', '2026-04-01 15:00', { auditId: phoned.auditId });
    expect(caseOf([exception, phoned])).toMatchObject({ stage: 'received', accepted: true });
    expect(caseOf([phoned, event('exception', '2026-04-02 09:00')])).toMatchObject({ stage: 'received' });
  });

  it('is closed when the ticket is solved', () => {
    expect(caseOf([phoned, solved])).toMatchObject({ stage: 'closed' });
    expect(caseOf([phoned, solved])).not.toHaveProperty('solvedEarlyAt');
  });

  it('on a ticket that was solved before owes nothing and is not solved early', () => {
    expect(caseOf([event('closed', '2026-04-01 10:00'), phoned])).not.toHaveProperty('solvedEarlyAt');
  });
});

describe('a case goes on although its ticket stays solved', () => {
  const responded = event('responded', '2026-04-08 10:00');
  const solved = event('closed', '2026-04-08 10:00');
  const said = (kind: Parameters<typeof event>[0], when: string) => event(kind, when, { byHand: true });
  const appealed = said('appealed', '2026-04-20 10:00');

  it('with an appeal, until it is answered', () => {
    expect(caseOf([received, responded, solved]).stage).toBe('closed');
    const open = caseOf([received, responded, solved, appealed]);
    expect(open).toMatchObject({ stage: 'appealed', solvedEarlyAt: solved.at });
    const answered = said('appeal_responded', '2026-04-24 10:00');
    expect(caseOf([received, responded, solved, appealed, answered]).stage).toBe('closed');
  });

  it('with an appeal that nobody answers when the ticket is solved again', () => {
    const again = event('closed', '2026-04-21 10:00');
    expect(caseOf([received, responded, appealed, again])).toMatchObject({
      stage: 'appealed',
      solvedEarlyAt: again.at,
    });
  });

  it('with a deadlock, until the ADR letter has gone out', () => {
    const deadlock = said('deadlock', '2026-04-20 10:00');
    expect(caseOf([received, responded, solved, deadlock]).stage).toBe('responded');
    const letter = said('adr_letter_sent', '2026-04-20 15:00');
    expect(caseOf([received, responded, solved, deadlock, letter]).stage).toBe('closed');
  });

  it('but a person may close it in so many words', () => {
    const closed = said('closed', '2026-04-22 10:00');
    expect(caseOf([received, responded, solved, appealed, closed]).stage).toBe('closed');
  });
});

describe('Zendesk stamps an update with whole seconds', () => {
  const stamped = at('2026-04-02 10:00');
  const posted = (later: number): CaseEvent => ({
    ...event('updated', '2026-04-02 10:00', { byHand: true }),
    at: stamped + later,
  });

  it('so what is said to have happened within that second is not in the future', () => {
    expect(whys([received, posted(999)])).toEqual([]);
    expect(whys([received, posted(1_000)])).toEqual([['updated', 'in_future']]);
    const now = { ...received, at: received.recordedAt + 999 };
    expect(caseOf([now])).toMatchObject({ received: { at: now.at }, refused: [] });
  });

  it('and what was corrected may have happened up to the correction', () => {
    const corrected = { ...posted(60_000), correctedAt: stamped + 60_000 };
    expect(whys([received, corrected])).toEqual([]);
    expect(whys([received, { ...corrected, at: corrected.at + 1_000 }])).toEqual([['updated', 'in_future']]);
  });

  it('and of two receipts in one instant the first audit is the receipt, in whatever order they come', () => {
    const again = { ...received, auditId: received.auditId + 1 };
    expect(caseOf([again, received]).received.auditId).toBe(received.auditId);
  });

  it('and what its reader found flawed does not count', () => {
    const flawed = event('updated', '2026-04-02 10:00', { byHand: true, flawed: 'nobody_told' });
    expect(whys([received, flawed])).toEqual([['updated', 'nobody_told']]);
  });
});
