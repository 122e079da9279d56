import { createCalendar } from '../../../domain/calendar.ts';
import { localDateAt } from '../../../domain/local-date.ts';
import type { Figure } from '../figure.ts';
import { median, rangeOf } from '../median.ts';
import type { Effort } from './effort.ts';
import type { Inputs } from './inputs.ts';
import { rateOf } from './rate.ts';

/** What a page pays that reads a calendar from the clock record and counts with it once. */
export function calendarFigure({ calendar, instants }: Inputs, effort: Effort): Figure {
  const { data, zone } = calendar;
  const dates = instants.map((at) => localDateAt(at, zone));
  const rates = Array.from(
    { length: effort.rounds },
    () =>
      rateOf(dates, (date) => createCalendar(data).addWorkingDays(date, 3).length, effort.milliseconds)
        .perCpuSecond,
  );
  return {
    name: 'calendars made of their data, with 3 days counted',
    unit: 'calendars/s',
    ours: median(rates),
    runs: rates.length,
    range: rangeOf(rates),
  };
}
