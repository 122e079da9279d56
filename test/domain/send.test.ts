import { describe, expect, it } from 'vitest';
import { decideSending, isSilent, type SendFacts } from '../../domain/send.ts';
import { ask4, at, caseOf, event, policyOf, policyWith, sendable } from './support.ts';

const received = event('received', '2026-04-01 15:00', { channel: 'email' });
const now = at('2026-04-01 15:01');
const fresh = caseOf([received]);
const { requester } = sendable;

const decide = (facts: Partial<SendFacts> = {}, events = [received], when = now) =>
  decideSending(caseOf(events), ask4, { ...sendable, ...facts }, when);

describe('before anything is sent by itself', () => {
  it('all conditions met: it is sent', () => {
    expect(decide()).toEqual({ kind: 'send' });
  });

  it.each<[string, Partial<SendFacts>, string]>([
    ['the requester is an end user', { requester: { ...requester, isEndUser: false } }, 'not_end_user'],
    ['not suspended', { requester: { ...requester, suspended: true } }, 'suspended'],
    ['not a messaging conversation', { messaging: true }, 'messaging'],
    ['fewer than n acknowledgements to this requester today', { toRequesterToday: 3 }, 'requester_cap'],
    ['no burst (20 in 10 minutes)', { lately: 20 }, 'burst'],
    ['the macro is there', { impossible: 'macro_missing' }, 'macro_missing'],
    [
      'a placeholder left unrendered stops the sending',
      { impossible: 'placeholder_left' },
      'placeholder_left',
    ],
  ])('%s, else it is held', (_, facts, why) => {
    expect(decide(facts)).toEqual({ kind: 'held', why });
  });

  it('the last that is allowed goes out', () => {
    expect(decide({ toRequesterToday: 2, lately: 19 })).toEqual({ kind: 'send' });
  });

  it('the limits are those of the policy', () => {
    const strict = policyWith({ sending: { perRequesterPerDay: 1, burst: { count: 2, minutes: 10 } } });
    const held = (facts: Partial<SendFacts>) => decideSending(fresh, strict, { ...sendable, ...facts }, now);
    expect(held({ toRequesterToday: 1 })).toEqual({ kind: 'held', why: 'requester_cap' });
    expect(held({ lately: 2 })).toEqual({ kind: 'held', why: 'burst' });
    expect(held({ toRequesterToday: 0, lately: 1 })).toEqual({ kind: 'send' });
  });

  it('with an address, else it goes by post', () => {
    expect(decide({ requester: { ...requester, hasAddress: false } })).toEqual({ kind: 'by_post' });
  });

  it('not a follow-up', () => {
    expect(decide({ followUp: true })).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['to the millisecond', at('2026-04-04 15:00'), { kind: 'send' }],
    ['and no longer', at('2026-04-04 15:00') + 1, { kind: 'held', why: 'recorded_long_ago' }],
  ])('the tag came within 72 hours, %s', (_, when, decision) => {
    expect(decide({}, [received], when)).toEqual(decision);
  });

  it('the recording counts for that, not the receipt: an old letter is acknowledged', () => {
    const letter = event('received', '2026-03-02 09:00', {
      channel: 'letter',
      recordedAt: at('2026-04-01 15:00'),
    });
    expect(decide({}, [letter])).toEqual({ kind: 'send' });
  });

  it('the channel is accepted', () => {
    const phoned = event('received', '2026-04-01 15:00', { channel: 'phone' });
    expect(decide({}, [phoned])).toEqual({ kind: 'nothing' });
    const exception = event('exception', '2026-04-01 15:00', { auditId: phoned.auditId });
    expect(decide({}, [phoned, exception])).toEqual({ kind: 'send' });
  });

  it.each([
    'acknowledged',
    'updated',
    'responded',
    'withdrawn',
    'not_a_complaint',
  ] as const)('nothing once it is %s', (kind) => {
    expect(decide({}, [received, event(kind, '2026-04-01 15:00')])).toEqual({
      kind: 'nothing',
    });
  });

  it('nothing once it is closed', () => {
    const closed = event('closed', '2026-04-01 15:00', { byHand: true });
    expect(decide({}, [received, closed])).toEqual({ kind: 'nothing' });
  });

  it('nothing that the policy did not promise to send', () => {
    const policy = policyOf([{ id: 'ack', after: 'received', within: '24 hours', doneBy: ['acknowledged'] }]);
    expect(decideSending(fresh, policy, sendable, now)).toEqual({ kind: 'nothing' });
  });
});

describe('older complaints are taken in silently', () => {
  it('recorded a millisecond before the installation', () => {
    expect(decide({ liveSince: received.at + 1 })).toEqual({ kind: 'nothing' });
    expect(isSilent(fresh, { liveSince: received.at + 1 })).toBe(true);
  });

  it('not at the very moment', () => {
    expect(decide({ liveSince: received.at })).toEqual({ kind: 'send' });
    expect(isSilent(fresh, { liveSince: received.at })).toBe(false);
  });

  it('even where the requester has no address', () => {
    const facts = { liveSince: now, requester: { ...requester, hasAddress: false } };
    expect(decide(facts)).toEqual({ kind: 'nothing' });
  });
});
