import { weekdayOf } from '../../../domain/local-date.ts';
import { publicHolidays } from '../../../server/calendars/index.ts';

/** `MM-DD` of the public holidays of a year, weekends included. */
export function holidaysOf(region: string, year: string | number): string[] {
  const years = { from: Number(year), until: Number(year) };
  return publicHolidays(region, years).map(({ date }) => date.slice(5));
}

/** `MM-DD` of those from Monday to Friday. */
export function weekdaysOff(region: string, year: string | number): string[] {
  const years = { from: Number(year), until: Number(year) };
  return publicHolidays(region, years)
    .filter(({ date }) => weekdayOf(date) <= 5)
    .map(({ date }) => date.slice(5));
}

export const LAENDER = [
  'DE-BW',
  'DE-BY',
  'DE-BE',
  'DE-BB',
  'DE-HB',
  'DE-HH',
  'DE-HE',
  'DE-MV',
  'DE-NI',
  'DE-NW',
  'DE-RP',
  'DE-SL',
  'DE-SN',
  'DE-ST',
  'DE-SH',
  'DE-TH',
];
