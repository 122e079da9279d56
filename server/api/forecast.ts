import { type Calendar, CoverageError } from '../../domain/calendar.ts';
import { addDays, type LocalDate } from '../../domain/local-date.ts';
import type { DueCount } from '../ledger/index.ts';

/** Working days that the forecast shows. */
const WORKING_DAYS = 10;

/** A day of work: what falls due from its date up to and with `until`, the free days after it included. */
export interface WorkDay {
  readonly date: LocalDate;
  readonly until: LocalDate;
}

/**
 * Today, be it a working day or not, and the next working days, ten working days in all. What falls due on a free day
 * has to be done on the working day before it. Fewer where the calendar ends sooner.
 */
export function workDays(today: LocalDate, calendar: Calendar): readonly [WorkDay, ...WorkDay[]] {
  const dates = [today];
  try {
    const ahead = calendar.isWorkingDay(today) ? WORKING_DAYS - 1 : WORKING_DAYS;
    // One more, before which the last one ends.
    for (let n = 1; n <= ahead + 1; n += 1) dates.push(calendar.addWorkingDays(today, n));
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
  }
  const next = dates[1];
  if (next === undefined) return [{ date: today, until: today }];
  const later = dates.slice(1).flatMap((date, index): WorkDay[] => {
    const following = dates[index + 2];
    return following === undefined ? [] : [{ date, until: addDays(following, -1) }];
  });
  return [{ date: today, until: addDays(next, -1) }, ...later];
}

export interface ForecastDay {
  readonly date: LocalDate;
  /** The last date of what is counted: a free day after the working day, or the day itself. */
  readonly until: LocalDate;
  readonly total: number;
  readonly bySteps: readonly { readonly regime: string; readonly duty: string; readonly count: number }[];
  readonly byOwners: readonly { readonly assigneeId: number | null; readonly count: number }[];
}

function summed<K>(counts: readonly DueCount[], keyOf: (one: DueCount) => K): [K, number][] {
  const sums = new Map<K, number>();
  for (const one of counts) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.count);
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** The counts that belong to a day; an earlier date, as another zone's midnight may make, to the first. */
export function dueOn(
  { date, until }: WorkDay,
  due: readonly DueCount[],
  isFirst: boolean,
): readonly DueCount[] {
  return due.filter(({ dueDate }) => (isFirst || dueDate >= date) && dueDate <= until);
}

export function forecastDay(day: WorkDay, due: readonly DueCount[]): ForecastDay {
  return {
    ...day,
    total: due.reduce((sum, { count }) => sum + count, 0),
    bySteps: summed(due, ({ nextDuty }) => nextDuty).map(([name, count]) => {
      const dot = name.indexOf('.');
      return { regime: name.slice(0, dot), duty: name.slice(dot + 1), count };
    }),
    byOwners: summed(due, ({ assigneeId }) => assigneeId).map(([assigneeId, count]) => ({
      assigneeId,
      count,
    })),
  };
}
