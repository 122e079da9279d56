import Holidays, { type HolidaysTypes } from 'date-holidays';
import { DAY, HOUR, type LocalDate, localDate } from '../../domain/local-date.ts';
import type { Years } from './day.ts';
import { type Region, readRegion } from './regions.ts';

/** What the days that nobody corrected come from. */
export const LIBRARY = 'date-holidays 3.37.0';

export interface LibraryDay {
  readonly date: LocalDate;
  /** As the library has them, without "(substitute day)". */
  readonly english: string;
  readonly german: string;
  /** By language, where the library has a name of that language's own. */
  readonly others: Readonly<Record<string, string>>;
  readonly substitute: boolean;
}

/** The app's languages besides English, and German, in which every day has a name. */
const OTHERS = ['es', 'fr', 'nl'] as const;

function libraryFor({ country, state, part }: Region): Holidays {
  if (state === undefined) return new Holidays(country);
  return part === undefined ? new Holidays(country, state) : new Holidays(country, state, part);
}

/**
 * The civil dates whose noon lies within the holiday: so a day that begins at sunset is the day after, a holiday of
 * several days is all of them, and an afternoon off is none.
 */
function datesOf({ date, start, end }: HolidaysTypes.Holiday): LocalDate[] {
  const [day = '', time = '00:00:00'] = date.split(' ');
  const from = Date.parse(`${day}T${time}Z`);
  const until = from + (end.getTime() - start.getTime());
  const dates: LocalDate[] = [];
  for (let noon = Date.parse(`${day}T00:00:00Z`) + 12 * HOUR; noon < until; noon += DAY)
    if (noon >= from) dates.push(localDate(new Date(noon).toISOString().slice(0, 10)));
  return dates;
}

const withoutSuffix = (name: string, substitute: boolean): string =>
  substitute ? name.replace(/ \([^()]*\)$/, '') : name;

/**
 * Names in the other languages, by rule: a rule's days are called the same each year, so the library is asked again only
 * in a year with a rule that was not there before. To ask it costs as much as to find the days.
 */
function createOthers(library: Holidays) {
  const known = OTHERS.map((language) => ({ language, names: new Map<string, string>() }));
  const learn = (year: number): void => {
    for (const { language, names } of known)
      for (const { rule, name, substitute = false } of library.getHolidays(year, language))
        names.set(rule, withoutSuffix(name, substitute));
  };
  return (year: number, rule: string, english: string): Record<string, string> => {
    if (!known.every(({ names }) => names.has(rule))) learn(year);
    const own = known.map(({ language, names }) => [language, names.get(rule) ?? english] as const);
    return Object.fromEntries(own.filter(([, name]) => name !== english));
  };
}

/**
 * Public holidays only: the library also lists observances, school and bank holidays, on which people do work.
 * @throws UnknownRegionError
 */
export function libraryDays(region: string, years: Years): LibraryDay[] {
  const library = libraryFor(readRegion(new Holidays(), region));
  const othersOf = createOthers(library);
  const days: LibraryDay[] = [];
  // A holiday may begin in the evening of 31 December.
  for (let year = years.from - 1; year <= years.until; year += 1) {
    const german = new Map(
      library.getHolidays(year, 'de').map((holiday) => [`${holiday.date} ${holiday.rule}`, holiday.name]),
    );
    for (const holiday of library.getHolidays(year, 'en')) {
      if (holiday.type !== 'public') continue;
      const { name, date, rule, substitute = false } = holiday;
      const english = withoutSuffix(name, substitute);
      const names = {
        english,
        german: withoutSuffix(german.get(`${date} ${rule}`) ?? name, substitute),
        others: othersOf(year, rule, english),
      };
      for (const day of datesOf(holiday)) days.push({ date: day, ...names, substitute });
    }
  }
  return days.filter(({ date }) => {
    const year = Number(date.slice(0, 4));
    return year >= years.from && year <= years.until;
  });
}
