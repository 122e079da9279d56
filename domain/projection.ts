import type { Calendar } from './calendar.ts';
import { dueWithin, extend } from './count.ts';
import { type Deadline, type Extension, isLate, lastInTime } from './deadline.ts';
import type { Instant } from './local-date.ts';
import type { Counting } from './policy.ts';

/** The deadline that a projected one hangs on: of its regime the last one before it whose message it waits for. */
function precursor(deadline: Deadline, before: readonly Deadline[]): Deadline | undefined {
  return before.findLast(({ regime, doneBy }) => regime === deadline.regime && doneBy === deadline.after);
}

/** A projected deadline counted from another moment, with the extensions that it has been given already. */
function countedFrom(
  anchorAt: Instant,
  deadline: Deadline,
  calendar: Calendar,
  counting: Counting,
): Deadline {
  let due = dueWithin(anchorAt, deadline.within, calendar, counting);
  const extensions = deadline.extensions?.map((extension): Extension => {
    const from = due;
    due = extend(from, extension.within, calendar, counting);
    return { ...extension, ...from };
  });
  const warnAt = deadline.warnAt + (due.dueAt - deadline.dueAt);
  return { ...deadline, anchorAt, ...due, warnAt, ...(extensions ? { extensions } : {}) };
}

/**
 * Projected deadlines as they stand now: while the duty before is overdue, its message can go out today at the
 * earliest, so what hangs on it is counted from now. @throws CoverageError
 */
export function projectNow(
  deadlines: readonly Deadline[],
  calendar: Calendar,
  counting: Counting,
  now: Instant,
): Deadline[] {
  const projected: Deadline[] = [];
  for (const deadline of deadlines) {
    const previous = deadline.projected ? precursor(deadline, projected) : undefined;
    if (!previous) {
      projected.push(deadline);
      continue;
    }
    const overdue = !previous.projected && previous.doneAt === undefined && isLate(previous, now);
    const anchorAt = overdue ? now : lastInTime(previous);
    projected.push(countedFrom(anchorAt, deadline, calendar, deadline.counting ?? counting));
  }
  return projected;
}
