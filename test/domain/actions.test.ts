import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type ActionId, allowedActions } from '../../domain/actions.ts';
import type { CaseEvent, EventKind } from '../../domain/events.ts';
import { deadlinesOf, foldCase, refusedExtensions } from '../../domain/index.ts';
import { localDate } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { ask4, at, calendarOf, event, planOf, policyOf } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const HOUR = 3_600_000;
const START = at('2026-04-01 09:00');
const extendable = policyOf([
  { id: 'update', after: 'received', within: '5 working days', doneBy: ['updated'], extension: { times: 2 } },
  { id: 'response', after: 'updated', within: '2 weeks', doneBy: ['responded'] },
]);

/** Nothing goes out by itself, so that the record shows the case as it is. */
const SILENT = {
  liveSince: at('2026-12-01'),
  requester: { isEndUser: true, suspended: false, hasAddress: true },
  messaging: false,
  followUp: false,
  toRequesterToday: 0,
  lately: 0,
};

type Said = Partial<CaseEvent> & { readonly kind: EventKind };

/** What an action says when it is carried out; a letter may say two things. Extensions name the deadline themselves. */
const SAYS: Readonly<Record<Exclude<ActionId, 'extend'>, readonly Said[]>> = {
  acknowledge: [{ kind: 'acknowledged' }],
  update: [{ kind: 'updated' }],
  respond: [{ kind: 'responded', outcome: 'upheld' }],
  another_update: [{ kind: 'updated' }],
  ask_evidence: [],
  adr_letter: [{ kind: 'deadlock' }, { kind: 'adr_letter_sent' }],
  withdraw: [{ kind: 'withdrawn' }],
  not_a_complaint: [{ kind: 'not_a_complaint' }],
  correct: [],
  appeal: [{ kind: 'appealed' }],
  question: [{ kind: 'noted', topic: 'question' }],
  appeal_acknowledge: [{ kind: 'acknowledged' }],
  appeal_respond: [{ kind: 'responded' }],
  refer: [{ kind: 'referred' }],
  ombudsman_date: [{ kind: 'noted', topic: 'ombudsman_date', dueDate: localDate('2026-08-01') }],
  case_file_sent: [{ kind: 'noted', topic: 'case_file_sent' }],
  decide: [{ kind: 'decided', decision: 'upheld' }],
  lesson: [{ kind: 'noted', topic: 'lesson' }],
  case_file: [],
  close: [{ kind: 'closed', byHand: true }],
  reopen: [{ kind: 'reopened', byHand: true }],
  explain_delay: [{ kind: 'noted', topic: 'delay', code: 'workload' }],
  ask_review: [{ kind: 'noted', topic: 'review_asked' }],
  flags: [{ kind: 'noted', topic: 'flags', flags: ['data_protection'] }],
  behaviour: [],
};

/** A case some way on, by the actions that were chosen one after the other; the last of what could be done then. */
const POLICIES = { shipped: ask4, extendable };

interface Walk {
  readonly policy: Policy;
  readonly channel: string;
  readonly steps: readonly { readonly pick: number; readonly hours: number; readonly solved: boolean }[];
}

function stateAfter(policy: Policy, events: readonly CaseEvent[], now: number) {
  const kase = foldCase(policy, events);
  if (!kase) throw new Error('the events tell of no complaint');
  const deadlines = deadlinesOf(kase, policy, calendarOf(policy));
  return { kase, deadlines, actions: allowedActions({ ...kase, deadlines }, { now, policy }) };
}

function saidBy(action: ActionId, events: readonly CaseEvent[], policy: Policy, now: number): Said[] {
  if (action !== 'extend') return [...SAYS[action]];
  const { deadlines } = stateAfter(policy, events, now);
  // Some deadline can be moved; which one the form offers is its own affair.
  return deadlines.slice(0, 1).map(({ regime, duty }) => ({
    kind: 'extended',
    regime,
    duty,
    within: '1 working day',
    reason: 'x',
  }));
}

/** Does what is offered, step by step, and tells of each thing that was refused though it was offered. */
function walk({ policy, channel, steps }: Walk): string[] {
  let now = START;
  const events: CaseEvent[] = [{ kind: 'received', at: now, recordedAt: now, auditId: 1, channel }];
  const wrong: string[] = [];
  for (const { pick, hours, solved } of steps) {
    now += hours * HOUR;
    const { actions } = stateAfter(policy, events, now);
    const action = actions[pick % actions.length];
    if (!action) throw new Error('nothing is ever offered');
    const told = saidBy(action, events, policy, now).map(
      (said, index): CaseEvent => ({ at: now, recordedAt: now, auditId: events.length + 1 + index, ...said }),
    );
    events.push(...told);
    const { kase } = stateAfter(policy, events, now);
    const ids = new Set(told.map(({ auditId }) => auditId));
    const refused = [...kase.refused, ...refusedExtensions(kase, policy, calendarOf(policy))];
    for (const one of refused)
      if (ids.has(one.event.auditId)) wrong.push(`${action}: ${one.event.kind} ${one.why}`);
    for (const auditId of ids)
      if (!kase.events.some((kept) => kept.auditId === auditId)) wrong.push(`${action}: lost`);
    if (solved) {
      now += HOUR;
      events.push({ kind: 'closed', at: now, recordedAt: now, auditId: events.length + 1 });
    }
  }
  return wrong;
}

describe('what is offered', () => {
  it('is never refused, however a case goes', () => {
    const step = fc.record({
      pick: fc.nat(1_000),
      hours: fc.constantFrom(1, 30, 200, 1_200),
      solved: fc.boolean(),
    });
    const seen = fc.record({
      which: fc.constantFrom('shipped' as const, 'extendable' as const),
      channel: fc.constantFrom('email', 'phone'),
      steps: fc.array(step, { minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(seen, ({ which, ...one }) => {
        expect(walk({ ...one, policy: POLICIES[which] })).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  const received = event('received', '2026-07-01 09:00', { channel: 'email' });
  const acknowledged = event('acknowledged', '2026-07-01 10:00');
  const updated = event('updated', '2026-07-03 10:00');
  const responded = event('responded', '2026-07-10 10:00');
  const appealed = event('appealed', '2026-07-11 10:00');
  const referred = event('referred', '2026-09-01 10:00');
  const dated = event('noted', '2026-09-02 10:00', {
    topic: 'ombudsman_date',
    dueDate: localDate('2026-09-20'),
  });
  const ANYTIME = ['correct', 'flags', 'withdraw', 'not_a_complaint'];

  it.each<[string, string, readonly CaseEvent[], readonly string[]]>([
    ['just received', '2026-07-01 09:30', [received], ['acknowledge', 'update', 'respond', 'adr_letter']],
    ['acknowledged', '2026-07-02 09:30', [acknowledged], ['update', 'respond', 'adr_letter']],
    [
      'late with the update',
      '2026-07-08 09:30',
      [acknowledged],
      ['update', 'respond', 'adr_letter', 'explain_delay'],
    ],
    ['updated', '2026-07-06 09:30', [acknowledged, updated], ['another_update', 'respond', 'adr_letter']],
    [
      'answered',
      '2026-07-10 11:00',
      [acknowledged, updated, responded],
      ['appeal', 'question', 'refer', 'close', 'adr_letter', 'lesson', 'case_file'],
    ],
    [
      'appealed',
      '2026-07-11 11:00',
      [acknowledged, updated, responded, appealed],
      ['appeal_acknowledge', 'appeal_respond', 'refer', 'adr_letter', 'case_file'],
    ],
    [
      'with the ombudsman, who has set a date',
      '2026-09-03 11:00',
      [acknowledged, updated, responded, event('adr_letter_sent', '2026-07-20 10:00'), referred, dated],
      ['ombudsman_date', 'case_file_sent', 'decide', 'lesson', 'case_file'],
    ],
  ])('on a case that is %s', (_name, now, more, wanted) => {
    const { record } = planOf([received, ...more.filter((one) => one !== received)], now, {
      policy: ask4,
      facts: SILENT,
    });
    const asks = ['ask_evidence', 'ask_review'];
    const actions = allowedActions(record, { now: at(now), policy: ask4 }).filter((id) => !asks.includes(id));
    expect(new Set(actions)).toEqual(new Set([...wanted, ...ANYTIME]));
  });

  it('on a closed case is little, and on a refused channel only what the law and the file need', () => {
    const closed = event('closed', '2026-07-12 10:00', { byHand: true });
    const now = '2026-07-13 10:00';
    const { record } = planOf([received, acknowledged, updated, responded, closed], now, { policy: ask4 });
    expect(allowedActions(record, { now: at(now), policy: ask4 })).toEqual([
      'correct',
      'appeal',
      'question',
      'refer',
      'lesson',
      'case_file',
      'reopen',
    ]);
    const phone = planOf([{ ...received, channel: 'phone' }], '2026-07-02 10:00', { policy: ask4 });
    expect(allowedActions(phone.record, { now: at('2026-07-02 10:00'), policy: ask4 })).toEqual([
      'adr_letter',
      'withdraw',
      'not_a_complaint',
      'correct',
      'case_file',
      'close',
      'flags',
    ]);
  });

  it('asks for politeness only where it was missing, and the case goes on', () => {
    const rude = { ...received, flags: ['abusive_behaviour'] };
    const closed = event('closed', '2026-07-12 10:00', { byHand: true });
    const offers = (...events: CaseEvent[]) =>
      stateAfter(ask4, events, at('2026-07-13 10:00')).actions.includes('behaviour');
    expect([offers(received), offers(rude), offers(rude, closed)]).toEqual([false, true, false]);
  });

  it('offers an extension only where the policy allows one and it is not too late', () => {
    const offers = (policy: Policy, now: string, ...more: CaseEvent[]) =>
      stateAfter(policy, [received, ...more], at(now)).actions.includes('extend');
    const told = (when: string) =>
      event('extended', when, { duty: 'update', within: '1 working day', reason: 'x' });
    expect(offers(ask4, '2026-07-02 10:00')).toBe(false);
    expect(offers(extendable, '2026-07-02 10:00')).toBe(true);
    expect(offers(extendable, '2026-07-09 10:00')).toBe(false);
    expect(offers(extendable, '2026-07-03 10:00', told('2026-07-02 10:00'), told('2026-07-02 11:00'))).toBe(
      false,
    );
  });
});
