import { refusedExtensions } from '../../../domain/deadlines.ts';
import type { CaseEvent } from '../../../domain/events.ts';
import { calendarOf, caseOf, type Draft, deadlineFor, deadlinesFor, event, policyOf } from '../support.ts';

/** Received on Mon 1 Jun 2026; ten working days end on Mon 15 Jun. */
export const received = event('received', '2026-06-01 10:00', { channel: 'email' });

/** A policy with this one duty, and the rule for its extensions; none where that is undefined. */
export const policyWithRule = (extension: Draft | undefined, regime: Draft = {}) =>
  policyOf(
    [
      {
        id: 'response',
        after: 'received',
        within: '10 working days',
        doneBy: ['responded'],
        ...(extension ? { extension } : {}),
      },
    ],
    {},
    regime,
  );

/** The response is extended by this length, with a reason. */
export function extended(
  within: string,
  when = '2026-06-08 10:00',
  extras: Partial<CaseEvent> = {},
): CaseEvent {
  return event('extended', when, { duty: 'response', within, reason: 'an engineer is awaited', ...extras });
}

/** The due date, and why each extension was refused. */
export function outcome(
  policy: ReturnType<typeof policyWithRule>,
  ...events: CaseEvent[]
): [string, ...string[]] {
  const all = [received, ...events];
  const refused = refusedExtensions(caseOf(all, policy), policy, calendarOf(policy));
  return [deadlineFor('response', deadlinesFor(all, policy)).dueDate, ...refused.map(({ why }) => why)];
}
