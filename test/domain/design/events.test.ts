import { describe, expect, it } from 'vitest';
import { deadlineState, openDeadlines } from '../../../domain/deadline.ts';
import type { CaseEvent } from '../../../domain/events.ts';
import { ask4, at, caseOf, deadlineFor, deadlinesFor, event, planOf, sendable, shipped } from '../support.ts';
import { acknowledged, find, received, responded, updated } from './story.ts';

const later = at('2026-12-01');

describe('events', () => {
  it('the tag removed by hand is no event: the deadlines stay, and it is put back once', () => {
    const history = { notes: new Set<string>(), removedAt: new Map(), tagRemovals: [at('2026-06-26 09:00')] };
    const before = planOf([received, acknowledged], '2026-06-26 10:00', { policy: ask4 });
    const after = planOf([received, acknowledged], '2026-06-26 10:00', { policy: ask4, history });
    expect(after.restoreTag).toBe(true);
    expect(after.deadlines).toEqual(before.deadlines);
  });

  it('a follow-up ticket is never acknowledged', () => {
    const facts = { ...sendable, followUp: true };
    expect(planOf([received], '2026-06-24 15:01', { policy: ask4, facts }).send.kind).toBe('nothing');
    expect(planOf([received], '2026-06-24 15:01', { policy: ask4 }).send.kind).toBe('send');
  });

  it('a future time of receipt is refused', () => {
    const future = event('received', '2026-06-30 09:00', { recordedAt: at('2026-06-24 15:00') });
    expect(caseOf([future], ask4)).toMatchObject({
      received: { at: at('2026-06-24 15:00') },
      firstMadeAt: at('2026-06-24 15:00'),
      refused: [{ why: 'in_future' }],
    });
  });

  it('a corrected receipt moves every deadline that hangs on it', () => {
    const earlier = { ...received, at: at('2026-06-19 15:00') };
    expect(find('acknowledgement', earlier).dueDate).toBe('2026-06-20');
    expect(find('adr_letter', earlier).dueDate).toBe('2026-07-31');
    expect(find('adr_letter', received).dueDate).toBe('2026-08-05');
  });

  it('without a voided event the deadline is open again', () => {
    expect(find('update', received, acknowledged, updated).doneAt).toBe(updated.at);
    expect(deadlineState(find('update', received, acknowledged), at('2026-07-01'))).toBe('overdue');
  });
});

describe('reopening or an appeal starts a new stage and never restarts the old clock', () => {
  const whole = [received, acknowledged, updated, responded];

  it('under a policy whose second stage has duties of its own', () => {
    const housing = shipped('examples/housing-ombudsman.yaml');
    const appealed = event('appealed', '2026-07-10 10:00');
    const first = deadlinesFor(whole, housing);
    const second = deadlinesFor([...whole, appealed], housing);
    expect(second.slice(0, first.length)).toEqual(first);
    expect(second.slice(first.length).map(({ after, anchorAt }) => [after, anchorAt])).toEqual([
      ['appealed', appealed.at],
      ['appeal_acknowledged', expect.any(Number)],
    ]);
  });

  it('a reply after an appeal is that of the appeal and leaves the first one as it was', () => {
    const housing = shipped('examples/housing-ombudsman.yaml');
    const appealed = event('appealed', '2026-07-10 10:00');
    const again = event('responded', '2026-07-20 10:00', { outcome: 'upheld' });
    const deadlines = deadlinesFor([...whole, appealed, again], housing);
    expect(deadlineFor('response', deadlines).doneAt).toBe(responded.at);
    expect(deadlineFor('appeal_response', deadlines).doneAt).toBe(again.at);
    expect(caseOf([...whole, appealed, again], housing).outcome).toBe('upheld');
  });

  it('reopening brings the open deadlines back, the regulator’s among them', () => {
    const closed = event('closed', '2026-07-07 10:00');
    const reopened = event('reopened', '2026-07-09 10:00');
    const open = (...more: CaseEvent[]) =>
      openDeadlines(deadlinesFor([...whole, ...more], ask4), later).map(({ duty }) => duty);
    expect(open(closed)).toEqual([]);
    expect(open(closed, reopened)).toEqual(['adr_letter']);
    expect(deadlinesFor([...whole, closed, reopened], ask4)).toEqual(deadlinesFor(whole, ask4));
  });
});
