import { z } from 'zod';
import { type LocalDate, localDateAt } from '../../domain/local-date.ts';
import type { DueCount, OpenCounts } from '../ledger/index.ts';
import { NOT_SENT_MARKS } from './advice.ts';
import { iso, registerRow } from './case.ts';
import { type FigureSetting, zoneOf } from './figure-setting.ts';
import { figureFilterOf, figureFilterShape } from './filters.ts';
import { dueOn, type ForecastDay, forecastDay, type WorkDay, workDays } from './forecast.ts';

export const overviewQuery = z.strictObject(figureFilterShape);
export type OverviewQuery = z.output<typeof overviewQuery>;

/** Rows that a lead can take in at one look. */
const MOST_ROWS = 50;

/** The days of the forecast by the first policy's calendar; today alone where there is no policy. */
function daysOf(
  { policies, calendarFrom, now }: FigureSetting,
  today: LocalDate,
): readonly [WorkDay, ...WorkDay[]] {
  const [policy] = policies;
  if (!policy) return [{ date: today, until: today }];
  return workDays(today, calendarFrom(policy, now, now));
}

function figuresOf(counts: OpenCounts, [today, tomorrow]: readonly ForecastDay[], due: readonly DueCount[]) {
  const firstDue = due.reduce<number | null>(
    (first, one) => (first === null || one.firstDueAt < first ? one.firstDueAt : first),
    null,
  );
  return {
    overdue: { count: counts.overdue, oldestDueAt: iso(counts.oldestDueAt) },
    dueToday: { count: today?.total ?? 0, firstDueAt: iso(firstDue), until: today?.until ?? null },
    dueTomorrow: {
      count: tomorrow?.total ?? 0,
      date: tomorrow?.date ?? null,
      until: tomorrow?.until ?? null,
    },
    noOwner: { count: counts.noOwner, overdue: counts.noOwnerOverdue },
    byPost: { count: counts.byPost },
    notSent: { count: counts.notSent },
    refusedChannel: { count: counts.refusedChannel },
    needsPerson: { count: counts.needsPerson },
  };
}

/** What a lead has to know of the open cases now. What each figure means: docs/figures.md. */
export async function overviewAnswer(query: OverviewQuery, setting: FigureSetting) {
  const { now, ledger } = setting;
  const filter = figureFilterOf(query);
  const timeZone = zoneOf(setting);
  const days = daysOf(setting, localDateAt(now, timeZone));
  const [today] = days;
  const { until } = days.at(-1) ?? today;
  const [counts, due, rows] = await Promise.all([
    ledger.figures.openCounts({ filter, now, notSentMarks: NOT_SENT_MARKS }),
    ledger.figures.comingDue({ filter, now, until }),
    ledger.figures.dueSoonest({ filter, now, until: today.until, limit: MOST_ROWS }),
  ]);
  const shown = days.map((day, index) => forecastDay(day, dueOn(day, due, index === 0)));
  const [first, ...later] = shown;
  // A free day is shown only where something falls due before anybody works again.
  const isFree = setting.policies[0] !== undefined && shown.length > 10 && first?.total === 0;
  return {
    now: iso(now),
    timeZone,
    openTotal: counts.openTotal,
    figures: figuresOf(counts, shown, dueOn(today, due, true)),
    nextDue: rows.map((row) => registerRow(row, now)),
    forecast: isFree ? later : shown,
  };
}
