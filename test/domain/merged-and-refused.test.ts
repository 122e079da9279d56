import { describe, expect, it } from 'vitest';
import { foldCase, marksOf, regimesInForce } from '../../domain/index.ts';
import { at, caseOf, event, noHistory, planOf, policyOf, sendable } from './support.ts';

const received = event('received', '2026-04-01 15:00', { channel: 'email' });
const responded = event('responded', '2026-04-02 10:00', { authorId: 7 });
const appealed = event('appealed', '2026-04-03 10:00', { byHand: true });
const codes = (events: Parameters<typeof caseOf>[0], policy?: Parameters<typeof caseOf>[1]) =>
  marksOf(caseOf(events, policy), noHistory, { kind: 'nothing' }).map(({ code }) => code);

describe('a complaint that was merged into another ticket', () => {
  it('is not acknowledged to somebody else', () => {
    const facts = { ...sendable, otherRequester: true };
    expect(planOf([received], '2026-04-01 15:01', { facts }).send).toEqual({
      kind: 'held',
      why: 'other_requester',
    });
  });

  it('says once on that ticket where it came from', () => {
    const [note] = planOf([received, responded], '2026-04-02 11:00', { mergedFrom: 12 }).notes;
    expect(note).toEqual({ code: 'goes_on_here', key: 'goes_on_here:12', fromTicketId: 12 });
    const history = { ...noHistory, notes: new Set(['goes_on_here:12']) };
    expect(planOf([received, responded], '2026-04-02 11:00', { mergedFrom: 12, history }).notes).toEqual([]);
  });

  it('brings its tag along, unless a person has taken it off there, or it is over', () => {
    const carries = (events: Parameters<typeof caseOf>[0], tagRemovals: number[] = []) =>
      planOf(events, '2026-04-04 09:00', { history: { ...noHistory, tagRemovals } }).carriesTag;
    expect(carries([received])).toBe(true);
    expect(carries([received], [at('2026-04-03')])).toBe(false);
    expect(carries([received, event('withdrawn', '2026-04-03 09:00', { byHand: true })])).toBe(false);
  });
});

it('each refused entry has a note of its own, with its reason in the key', () => {
  const decided = event('decided', '2026-04-03 09:00', { byHand: true });
  const deadlock = event('appeal_responded', '2026-04-03 09:00', { byHand: true });
  const keys = planOf([received, responded, decided, deadlock], '2026-04-03 10:00').notes.map(
    ({ key }) => key,
  );
  expect(keys).toEqual([
    'needs_person:event_refused:decided:not_referred:2026-04-03T08:00:00.000Z',
    'needs_person:event_refused:appeal_responded:not_appealed:2026-04-03T08:00:00.000Z',
  ]);
});

it('a complaint recorded again after the end is for a person; recorded again on an open case it is nothing', () => {
  const again = event('received', '2026-04-04 09:00');
  const withdrawn = event('withdrawn', '2026-04-03 09:00', { byHand: true });
  expect(codes([received, again])).toEqual([]);
  expect(codes([received, withdrawn, again])).toEqual(['event_refused']);
});

it('the same handler is marked only where the policy asks for another one', () => {
  const answer = event('appeal_responded', '2026-04-06 10:00', { authorId: 7 });
  const duty = { id: 'appeal', after: 'appealed', within: '2 weeks', doneBy: ['appeal_responded'] };
  const all = [received, responded, appealed, answer];
  expect(codes(all, policyOf([{ ...duty, anotherHandler: true }]))).toEqual(['same_handler']);
  expect(codes(all, policyOf([duty]))).toEqual([]);
});

it('a regime may apply by the channel', () => {
  const duty = { id: 'first', after: 'received', within: '2 weeks', doneBy: ['responded'] };
  const policy = policyOf([duty], {}, { applies: { channels: ['letter'] } });
  const regimes = (channel: string) => {
    const kase = foldCase(policy, [{ ...received, channel }]);
    return kase ? regimesInForce(policy, kase).length : undefined;
  };
  expect([regimes('letter'), regimes('email')]).toEqual([1, 0]);
});

it('what hangs on a duty that is still owed blocks the closing too', () => {
  const policy = policyOf([
    { id: 'one', after: 'received', within: '1 week', doneBy: ['updated'], blocksClosing: false },
    { id: 'two', after: 'updated', within: '1 week', doneBy: ['responded'] },
  ]);
  const kase = caseOf([received, event('closed', '2026-04-02 09:00')], policy);
  expect(kase.stage).toBe('received');
  expect(kase.solvedEarlyAt).toBe(at('2026-04-02 09:00'));
});

it('a duty counted from when the complaint was first made blocks the closing', () => {
  const policy = policyOf([{ id: 'one', after: 'first_made', within: '1 week', doneBy: ['responded'] }]);
  expect(caseOf([received, event('closed', '2026-04-02 09:00')], policy).stage).toBe('received');
});
