/** A civil date, `YYYY-MM-DD`, as days since 1 January 1970 and back. Only for `local-date.ts`, which checks what it is given. */

const DAYS_IN_MONTH: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/**
 * What is worked out for a day again and again is kept for the days from 1 January 2000 to 2069 only, so that what is kept
 * has an end.
 */
export const FIRST_KEPT_DAY = 10_957;
export const KEPT_DAYS = 25_568;

const ZERO = 48;
const YEARS_OF_ERA = 400;
const DAYS_OF_ERA = 146_097;
/** From 1 March of the year -400 to 1 January 1970: an era more than there is, so that no year is negative. */
const EPOCH = 719_468 + DAYS_OF_ERA;

/** A quotient without its fraction, in whole numbers throughout: several times as fast as `Math.floor`. */
const quotient = (of: number, by: number): number => (of / by) | 0;

/** Two digits of a text as a number. */
export const digits = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

export const yearIn = (date: string): number => digits(date, 0) * 100 + digits(date, 2);
export const monthIn = (date: string): number => digits(date, 5);
export const dayIn = (date: string): number => digits(date, 8);

/** How many days a month has, 1 for January. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/**
 * Days since 1970 in the proleptic Gregorian calendar, with years that begin in March, so that the leap day is the last
 * (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
 */
export function dayNumber(year: number, month: number, day: number): number {
  const marchYear = (month > 2 ? year : year - 1) + YEARS_OF_ERA;
  const era = quotient(marchYear, YEARS_OF_ERA);
  const yearOfEra = marchYear - era * YEARS_OF_ERA;
  const dayOfYear = quotient(153 * ((month + 9) % 12) + 2, 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + quotient(yearOfEra, 4) - quotient(yearOfEra, 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - EPOCH;
}
