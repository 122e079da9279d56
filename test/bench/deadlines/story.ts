import type { Calendar } from '../../../domain/calendar.ts';
import { deadlinesOf } from '../../../domain/deadlines.ts';
import type { CaseEvent, EventKind } from '../../../domain/events.ts';
import { foldCase } from '../../../domain/fold.ts';
import { DAY, HOUR, type Instant } from '../../../domain/local-date.ts';
import type { Policy } from '../../../domain/policy.ts';
import { explain } from '../../../domain/reasons.ts';

/**
 * A complaint about personal data that went through all three stages, so that every regime of the policy that holds on
 * its day runs: the company's own, the regulator's and the law's.
 */
export function storyFrom(receivedAt: Instant): CaseEvent[] {
  const told: readonly (readonly [EventKind, Instant])[] = [
    ['received', receivedAt],
    ['acknowledged', receivedAt + 2 * HOUR],
    ['updated', receivedAt + 2 * DAY],
    ['responded', receivedAt + 9 * DAY],
  ];
  return told.map(([kind, at], index) => ({
    kind,
    at,
    recordedAt: at,
    auditId: index + 1,
    ...(kind === 'received' ? { channel: 'email', flags: ['data_protection'] } : {}),
  }));
}

/** What happened to what is due, from the events on; with the lines that explain each date where they are wanted. */
export function createCounter(policy: Policy, calendar: Calendar, reasons: boolean) {
  return (events: readonly CaseEvent[]): number => {
    const kase = foldCase(policy, events);
    const deadlines = kase ? deadlinesOf(kase, policy, calendar) : [];
    if (!reasons) return deadlines.length;
    return deadlines.reduce((sum, one) => sum + explain(one, calendar, policy.counting).length, 0);
  };
}
