import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ActionId } from '../../../domain/actions.ts';
import type { CaseEvent, EventKind } from '../../../domain/events.ts';
import { refusedExtensions } from '../../../domain/index.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { Policy } from '../../../domain/policy.ts';
import { ask4, at, calendarOf } from '../support.ts';
import { extendable, stateAfter } from './cases.ts';

const HOUR = 3_600_000;
const START = at('2026-04-01 09:00');

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

const POLICIES = { shipped: ask4, extendable };

/** A case some way on, by the actions that were chosen one after the other; the last of what could be done then. */
interface Walk {
  readonly policy: Policy;
  readonly channel: string;
  readonly steps: readonly { readonly pick: number; readonly hours: number; readonly solved: boolean }[];
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

vi.setConfig({ testTimeout: 60_000 });

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
});
