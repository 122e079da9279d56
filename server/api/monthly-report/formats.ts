import type { Instant } from '../../../domain/local-date.ts';
import type { Month } from '../../../domain/months.ts';
import type { ReportLanguage } from './languages.ts';

const LOCALES: Readonly<Record<ReportLanguage, string>> = { en: 'en-GB', de: 'de-DE' };

/** How the report writes months, times, shares and money. */
export interface Formats {
  /** "October 2026" */
  readonly month: (month: Month) => string;
  /** "Oct" */
  readonly shortMonth: (month: Month) => string;
  readonly date: (date: string) => string;
  readonly time: (at: Instant, zone: string) => string;
  /** "98.6 %"; a dash where there is none. */
  readonly share: (share: number | null) => string;
  readonly count: (count: number) => string;
  readonly money: (amount: string, currency: string) => string;
}

/** Civil dates have no zone: written as if they were of UTC, where they are not moved. */
const utc = (text: string): Date => new Date(`${text}T00:00:00Z`);

export function formatsIn(language: ReportLanguage): Formats {
  const locale = LOCALES[language];
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const [months, shortMonths] = [dates({ month: 'long', year: 'numeric' }), dates({ month: 'short' })];
  const days = dates({ dateStyle: 'medium' });
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const counts = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    month: (month) => months.format(utc(`${month}-01`)),
    shortMonth: (month) => shortMonths.format(utc(`${month}-01`)),
    date: (date) => days.format(utc(date)),
    time: (at, timeZone) =>
      `${dates({ dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)} (${timeZone})`,
    share: (share) => (share === null ? '–' : shares.format(share)),
    count: (count) => counts.format(count),
    money: (amount, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount)),
  };
}
