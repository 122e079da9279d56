import { type Deadline, isLate, nextChange, openDeadlines } from '../../../domain/deadline.ts';
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

export interface Zones {
  readonly reader: string;
  readonly policy: string;
}

function nextCounts(deadlines: readonly Deadline[], now: Instant, { policy }: Zones): Instant[] {
  return openDeadlines(deadlines, now)
    .filter((deadline) => countsDown(deadline, now, policy))
    .map(({ dueAt }) => nextCount(dueAt, now));
}

/** A projected date is counted from now while what it hangs on is overdue, so it may move with the countdown. */
function movesWithNow(deadlines: readonly Deadline[], now: Instant): boolean {
  return (
    deadlines.some(({ projected }) => projected) &&
    openDeadlines(deadlines, now).some((one) => isLate(one, now))
  );
}

/**
 * The next instant at which anything but a countdown may read differently: the end of the day for the reader and for
 * the policy, a deadline's change of state.
 */
export function nextStateChange(
  deadlines: readonly Deadline[],
  now: Instant,
  zones: Zones,
): Instant | undefined {
  if (openDeadlines(deadlines, now).length === 0) return undefined;
  const state = nextChange(deadlines, now);
  return Math.min(
    nextMidnight(now, zones.reader),
    nextMidnight(now, zones.policy),
    ...(state === undefined ? [] : [state]),
    ...(movesWithNow(deadlines, now) ? nextCounts(deadlines, now, zones) : []),
  );
}

/**
 * The next instant at which any text of a case may read differently: a countdown's next minute, or what
 * {@link nextStateChange} names. Never polls in between.
 */
export function nextTextChange(
  deadlines: readonly Deadline[],
  now: Instant,
  zones: Zones,
): Instant | undefined {
  const state = nextStateChange(deadlines, now, zones);
  return state === undefined ? undefined : Math.min(state, ...nextCounts(deadlines, now, zones));
}
