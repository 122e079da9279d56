import { type Deadline, nextChange, openDeadlines } from '../../../domain/deadline.ts';
import { addDays, type Instant, localDateAt, startOfDay } from '../../../domain/local-date.ts';
import { durationUnit } from '../../ui/duration.ts';

function nextMidnight(now: Instant, zone: string): Instant {
  return startOfDay(addDays(localDateAt(now, zone), 1), zone);
}

/** When a countdown shown for `dueAt` next reads differently. What is left is rounded down, so just past the minute. */
function nextCount(dueAt: Instant, now: Instant): Instant {
  const left = dueAt - now;
  const unit = durationUnit(left);
  return left >= 0 ? now + (left % unit) + 1 : now + (unit - (-left % unit));
}

function countsDown(deadline: Deadline, now: Instant, policyZone: string): boolean {
  return deadline.within.unit === 'hours' || localDateAt(now, policyZone) === deadline.dueDate;
}

/**
 * The next instant at which any text of a case may read differently: a countdown's next minute, the end of the day
 * for the reader and for the policy, a deadline's change of state. Never polls in between.
 */
export function nextTextChange(
  deadlines: readonly Deadline[],
  now: Instant,
  zones: { readonly reader: string; readonly policy: string },
): Instant | undefined {
  const open = openDeadlines(deadlines, now);
  if (open.length === 0) return undefined;
  const counts = open
    .filter((deadline) => countsDown(deadline, now, zones.policy))
    .map(({ dueAt }) => nextCount(dueAt, now));
  const state = nextChange(deadlines, now);
  return Math.min(
    ...counts,
    nextMidnight(now, zones.reader),
    nextMidnight(now, zones.policy),
    ...(state === undefined ? [] : [state]),
  );
}
