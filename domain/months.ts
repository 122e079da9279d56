import { addMonths, type Instant, isLocalDate, type LocalDate, localDate, startOfDay } from './local-date.ts';

declare const month: unique symbol;

/** A civil month, `YYYY-MM`. */
export type Month = string & { readonly [month]: true };

export function isMonth(text: string): text is Month {
  return /^\d{4}-\d{2}$/.test(text) && isLocalDate(`${text}-01`);
}

/** The month of a date. */
export function monthOf(date: LocalDate): Month {
  const text = date.slice(0, 7);
  if (!isMonth(text)) throw new RangeError(`"${text}" is not a month: write it as YYYY-MM, e.g. 2026-04`);
  return text;
}

export const firstDay = (of: Month): LocalDate => localDate(`${of}-01`);

/** The month `count` months later; earlier where negative. */
export const addToMonth = (of: Month, count: number): Month => monthOf(addMonths(firstDay(of), count));

/** `count` months, the last of which is `last`, the earliest first. */
export function monthsEnding(last: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => addToMonth(last, index + 1 - count));
}

/** Months from one to another, both included; none where `from` is later. */
export function monthsFrom(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let one = from; one <= to; one = addToMonth(one, 1)) months.push(one);
  return months;
}

/** When a month begins in a zone. */
export const startOfMonth = (of: Month, zone: string): Instant => startOfDay(firstDay(of), zone);
