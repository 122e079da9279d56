import Holidays from 'date-holidays';
import { type Calendar, createCalendar, type DayOff } from '../domain/calendar.ts';
import { localDate } from '../domain/local-date.ts';
import { closuresOf, type Policy } from '../domain/policy.ts';

/** The library answers for the whole country where it doesn't know a state, so both are looked up first. */
function libraryFor(region: string): Holidays {
  const [country = '', state] = region.split('-');
  const library = new Holidays();
  const known =
    library.getCountries()[country] && (state === undefined || library.getStates(country)?.[state]);
  if (!known) {
    throw new Error(
      `no public holidays are known for the region "${region}": use a code such as GB-ENG or DE-NW`,
    );
  }
  return state === undefined ? new Holidays(country) : new Holidays(country, state);
}

/** Public holidays only: the library also lists observances such as Mother's Day, on which people do work. */
function publicHolidays(region: string, years: readonly number[]): DayOff[] {
  const library = libraryFor(region);
  return years.flatMap((year) => {
    const german = library.getHolidays(year, 'de');
    return library.getHolidays(year, 'en').flatMap((holiday, index): DayOff[] => {
      if (holiday.type !== 'public') return [];
      const name = german[index]?.name;
      const names = name === undefined || name === holiday.name ? {} : { names: { de: name } };
      return [{ date: localDate(holiday.date.slice(0, 10)), name: holiday.name, ...names, region }];
    });
  });
}

/** One day off for each date: in a union of regions the first region that has it gives the name. */
function union(days: readonly DayOff[]): DayOff[] {
  const byDate = new Map<string, DayOff>();
  for (const day of days) if (!byDate.has(day.date)) byDate.set(day.date, day);
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * The calendar of a policy for whole years, both ends included. @throws Error for a region without known holidays.
 */
export function calendarFor(
  policy: Policy,
  years: { readonly from: number; readonly until: number },
): Calendar {
  const span = Array.from({ length: years.until - years.from + 1 }, (_, index) => years.from + index);
  return createCalendar({
    zone: policy.timeZone,
    week: policy.workingWeek,
    off: union([...policy.regions.flatMap((region) => publicHolidays(region, span)), ...closuresOf(policy)]),
    from: localDate(`${years.from}-01-01`),
    until: localDate(`${years.until}-12-31`),
  });
}
