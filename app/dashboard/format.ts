import { type Instant, type LocalDate, localDate } from '../../domain/local-date.ts';
import type { BoardLanguage } from './language.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Writes figures as the reader does. Months are `YYYY-MM`, shares lie between 0 and 1. */
export interface Format {
  number(value: number): string;
  /** "98.6 %", "100 %" */
  percent(share: number): string;
  /** "+0.8", "−2.1": the difference of two shares in percentage points. */
  points(difference: number): string;
  /** "March 2026" */
  month(month: string): string;
  /** "March" */
  monthName(month: string): string;
  /** "Mar" */
  shortMonth(month: string): string;
  /** "16 h", "2.5 days": a length of time in its largest fitting unit. */
  length(seconds: number): string;
  /** "3 Nov 2026" */
  date(date: LocalDate): string;
  money(amount: number, currency: string): string;
}

const dateOf = (month: string): Date => new Date(`${month}-15T12:00:00Z`);

function lengths(tag: string): (seconds: number) => string {
  const unit = (name: string, digits: number) =>
    new Intl.NumberFormat(tag, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    });
  const [minutes, hours, days] = [unit('minute', 0), unit('hour', 0), unit('day', 1)];
  return (seconds) => {
    if (seconds < HOUR) return minutes.format(Math.max(1, Math.round(seconds / MINUTE)));
    if (seconds < 2 * DAY) return hours.format(Math.round(seconds / HOUR));
    return days.format(seconds / DAY);
  };
}

/** Made once for the page: the platform's own formats take long to make. */
export function createFormat({ tag }: Pick<BoardLanguage, 'tag'>): Format {
  const numbers = new Intl.NumberFormat(tag);
  const shares = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const points = new Intl.NumberFormat(tag, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const month = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return (one: string): string => format.format(dateOf(one));
  };
  return {
    number: (value) => numbers.format(value),
    percent: (share) => shares.format(share),
    points: (difference) => points.format(difference * 100).replace('-', '−'),
    month: month({ month: 'long', year: 'numeric' }),
    monthName: month({ month: 'long' }),
    shortMonth: month({ month: 'short' }),
    length: lengths(tag),
    date: (date) => dates.format(new Date(`${date}T12:00:00Z`)),
    money: (amount, currency) =>
      new Intl.NumberFormat(tag, {
        style: 'currency',
        currency,
        minimumFractionDigits: amount % 1 === 0 ? 0 : 2,
      }).format(amount),
  };
}

/** The month before (or `by` later), both `YYYY-MM`. */
export function monthPlus(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

export const firstDayOf = (month: string): LocalDate => localDate(`${month}-01`);

/** An instant as the service takes it. */
export const isoOf = (at: Instant): string => new Date(at).toISOString();
