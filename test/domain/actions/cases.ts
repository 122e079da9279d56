import { allowedActions } from '../../../domain/actions.ts';
import type { CaseEvent } from '../../../domain/events.ts';
import { deadlinesOf, foldCase } from '../../../domain/index.ts';
import type { Policy } from '../../../domain/policy.ts';
import { calendarOf, policyOf } from '../support.ts';

/** A policy whose first duty may be extended twice. */
export const extendable = policyOf([
  { id: 'update', after: 'received', within: '5 working days', doneBy: ['updated'], extension: { times: 2 } },
  { id: 'response', after: 'updated', within: '2 weeks', doneBy: ['responded'] },
]);

/** The case at an instant, its deadlines, and what is offered on it. @throws Error where the events tell of no complaint */
export function stateAfter(policy: Policy, events: readonly CaseEvent[], now: number) {
  const kase = foldCase(policy, events);
  if (!kase) throw new Error('the events tell of no complaint');
  const deadlines = deadlinesOf(kase, policy, calendarOf(policy));
  return { kase, deadlines, actions: allowedActions({ ...kase, deadlines }, { now, policy }) };
}
