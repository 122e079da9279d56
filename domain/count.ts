import type { Calendar } from './calendar.ts';
import {
  addMonths,
  epochDay,
  epochDayAt,
  fromEpochDay,
  HOUR,
  type Instant,
  instantOfDay,
  type LocalDate,
  localDateAt,
} from './local-date.ts';
import type { Offset } from './offset.ts';
import type { Counting } from './policy.ts';

export interface Due {
  /** Hours: the last instant in time. Otherwise the end of the due date: the first instant that is late. */
  readonly dueAt: Instant;
  /** The due date in the calendar's zone. */
  readonly dueDate: LocalDate;
}

const rolled = (day: number, calendar: Calendar): number => epochDay(calendar.rollForward(fromEpochDay(day)));

/** The day from which days are counted, by its number. */
function zeroDay(anchorAt: Instant, { unit }: Offset, calendar: Calendar, counting: Counting): number {
  const day = epochDayAt(anchorAt, calendar.zone);
  const rolls = unit !== 'hours' && counting.eventOnNonWorkingDay === 'roll_forward';
  return rolls ? rolled(day, calendar) : day;
}

/** The date from which days are counted, which is day 0 (§187(1) BGB, FOIA s.10, Reg. 1182/71). */
export function dayZero(
  anchorAt: Instant,
  within: Offset,
  calendar: Calendar,
  counting: Counting,
): LocalDate {
  return fromEpochDay(zeroDay(anchorAt, within, calendar, counting));
}

function endDay(day: number, amount: number, unit: Offset['unit'], calendar: Calendar): number {
  switch (unit) {
    case 'working_days':
      return calendar.countFrom(day, amount);
    case 'weeks':
      return day + amount * 7;
    case 'months':
      return epochDay(addMonths(fromEpochDay(day), amount));
    default:
      return day + amount;
  }
}

/** The civil date on which a period ends that is counted from `date`, which is day 0; not rolled. @throws CoverageError */
export function endOf(date: LocalDate, { amount, unit }: Offset, calendar: Calendar): LocalDate {
  return fromEpochDay(endDay(epochDay(date), amount, unit, calendar));
}

/** When a period ends that is counted from the day with the number `from`. */
function endOfPeriod(from: number, { amount, unit }: Offset, calendar: Calendar, counting: Counting): Due {
  const end = endDay(from, amount, unit, calendar);
  const last = counting.endOnNonWorkingDay === 'roll_forward' ? rolled(end, calendar) : end;
  return { dueAt: instantOfDay(last, counting.dayEnds, calendar.zone), dueDate: fromEpochDay(last) };
}

function endOfHours(from: Instant, hours: number, { zone }: Calendar): Due {
  const dueAt = from + hours * HOUR;
  return { dueAt, dueDate: localDateAt(dueAt, zone) };
}

/**
 * When something is due that is owed within an offset of an instant. Hours are elapsed time, weekends and nights
 * included; everything else is counted in civil dates of the calendar's zone. @throws CoverageError
 */
export function dueWithin(anchorAt: Instant, within: Offset, calendar: Calendar, counting: Counting): Due {
  if (within.unit === 'hours') return endOfHours(anchorAt, within.amount, calendar);
  return endOfPeriod(zeroDay(anchorAt, within, calendar, counting), within, calendar, counting);
}

/** The due time moved on by an extension; days are added to the due date, hours to the due time. @throws CoverageError */
export function extend(due: Due, by: Offset, calendar: Calendar, counting: Counting): Due {
  if (by.unit === 'hours') return endOfHours(due.dueAt, by.amount, calendar);
  return endOfPeriod(epochDay(due.dueDate), by, calendar, counting);
}

/** From when a deadline counts as due soon: hours before the due time, or the start of a day before the due date. */
export function warnBefore({ dueAt, dueDate }: Due, { amount, unit }: Offset, calendar: Calendar): Instant {
  if (unit === 'hours') return dueAt - amount * HOUR;
  return instantOfDay(endDay(epochDay(dueDate), -amount, unit, calendar), '00:00', calendar.zone);
}
