import type { Calendar } from './calendar.ts';
import {
  addDays,
  addMonths,
  HOUR,
  type Instant,
  instantOf,
  type LocalDate,
  localDateAt,
  startOfDay,
} from './local-date.ts';
import type { Offset } from './offset.ts';
import type { Counting } from './policy.ts';

export interface Due {
  /** Hours: the last instant in time. Otherwise the end of the due date: the first instant that is late. */
  readonly dueAt: Instant;
  /** The due date in the calendar's zone. */
  readonly dueDate: LocalDate;
}

/** The date from which days are counted, which is day 0 (§187(1) BGB, FOIA s.10, Reg. 1182/71). */
export function dayZero(
  anchorAt: Instant,
  within: Offset,
  calendar: Calendar,
  counting: Counting,
): LocalDate {
  const date = localDateAt(anchorAt, calendar.zone);
  const rolls = within.unit !== 'hours' && counting.eventOnNonWorkingDay === 'roll_forward';
  return rolls ? calendar.rollForward(date) : date;
}

/** The civil date on which a period ends that is counted from `date`, which is day 0; not rolled. @throws CoverageError */
export function endOf(date: LocalDate, { amount, unit }: Offset, calendar: Calendar): LocalDate {
  switch (unit) {
    case 'working_days':
      return calendar.addWorkingDays(date, amount);
    case 'weeks':
      return addDays(date, amount * 7);
    case 'months':
      return addMonths(date, amount);
    default:
      return addDays(date, amount);
  }
}

/** Moves a civil date by an offset and says on which date the period ends. */
function endDate(from: LocalDate, within: Offset, calendar: Calendar, counting: Counting): LocalDate {
  const end = endOf(from, within, calendar);
  return counting.endOnNonWorkingDay === 'roll_forward' ? calendar.rollForward(end) : end;
}

/**
 * When something is due that is owed within an offset of an instant. Hours are elapsed time, weekends and nights
 * included; everything else is counted in civil dates of the calendar's zone. @throws CoverageError
 */
export function dueWithin(anchorAt: Instant, within: Offset, calendar: Calendar, counting: Counting): Due {
  if (within.unit === 'hours') {
    const dueAt = anchorAt + within.amount * HOUR;
    return { dueAt, dueDate: localDateAt(dueAt, calendar.zone) };
  }
  return endOfDay(
    endDate(dayZero(anchorAt, within, calendar, counting), within, calendar, counting),
    calendar,
    counting,
  );
}

function endOfDay(dueDate: LocalDate, calendar: Calendar, counting: Counting): Due {
  return { dueAt: instantOf(dueDate, counting.dayEnds, calendar.zone), dueDate };
}

/** The due time moved on by an extension; days are added to the due date, hours to the due time. @throws CoverageError */
export function extend(due: Due, by: Offset, calendar: Calendar, counting: Counting): Due {
  if (by.unit === 'hours') {
    const dueAt = due.dueAt + by.amount * HOUR;
    return { dueAt, dueDate: localDateAt(dueAt, calendar.zone) };
  }
  return endOfDay(endDate(due.dueDate, by, calendar, counting), calendar, counting);
}

/** From when a deadline counts as due soon: hours before the due time, or the start of a day before the due date. */
export function warnBefore({ dueAt, dueDate }: Due, warn: Offset, calendar: Calendar): Instant {
  if (warn.unit === 'hours') return dueAt - warn.amount * HOUR;
  return startOfDay(endOf(dueDate, { ...warn, amount: -warn.amount }, calendar), calendar.zone);
}
