import {
  dayIn,
  dayNumber,
  daysInMonth,
  digits,
  FIRST_KEPT_DAY,
  KEPT_DAYS,
  monthIn,
  yearIn,
} from './civil-days.ts';
import { offsetAt } from './zone-offset.ts';

declare const civil: unique symbol;

/** A civil date, `YYYY-MM-DD`, without zone. Made only by the functions of this module. */
export type LocalDate = string & { readonly [civil]: true };

/** A moment in UTC, as milliseconds since the Unix epoch. */
export type Instant = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAYS: readonly Weekday[] = [4, 5, 6, 7, 1, 2, 3];
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

export function isLocalDate(text: string): text is LocalDate {
  if (!PATTERN.test(text)) return false;
  const day = dayIn(text);
  return day >= 1 && day <= daysInMonth(yearIn(text), monthIn(text));
}

/** Reads `YYYY-MM-DD`. @throws RangeError for anything else, 30 February included. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text))
    throw new RangeError(`"${text}" is not a date: write it as YYYY-MM-DD, e.g. 2026-04-09`);
  return text;
}

/** The dates of the kept days, from the first. */
const dates = new Array<LocalDate | undefined>(KEPT_DAYS);

/** Days since 1 January 1970, for whoever counts days by number. */
export function epochDay(date: LocalDate): number {
  return dayNumber(yearIn(date), monthIn(date), dayIn(date));
}

/** The date of a day's number. @throws RangeError past the year 9999 */
export function fromEpochDay(day: number): LocalDate {
  const place = day - FIRST_KEPT_DAY;
  const known = dates[place];
  if (known !== undefined) return known;
  const date = localDate(new Date(day * DAY).toISOString().slice(0, 10));
  if (place >= 0 && place < KEPT_DAYS) dates[place] = date;
  return date;
}

/** The civil date `days` days later (earlier where negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(epochDay(date) + days);
}

/** Civil days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from);
}

/** The same day of the month, `months` later; the month's last day where that day doesn't exist (§188(3) BGB). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return localDate(first.toISOString().slice(0, 10));
}

export function weekdayOf(date: LocalDate): Weekday {
  const index = ((epochDay(date) % 7) + 7) % 7;
  const weekday = WEEKDAYS[index];
  if (weekday === undefined) throw new RangeError(`no weekday for ${date}`);
  return weekday;
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The number of the civil day that the zone's calendars show at `instant`. */
export function epochDayAt(instant: Instant, zone: string): number {
  return Math.floor((instant + offsetAt(zone, instant)) / DAY);
}

/** The civil date that the zone's calendars show at `instant`. */
export function localDateAt(instant: Instant, zone: string): LocalDate {
  return fromEpochDay(epochDayAt(instant, zone));
}

/** `HH:MM` that the zone's clocks show at `instant`. */
export function localTimeAt(instant: Instant, zone: string): string {
  return new Date(instant + offsetAt(zone, instant)).toISOString().slice(11, 16);
}

interface Readings {
  /** In order; none where the clocks skip the time, two where it comes twice. */
  readonly matches: readonly Instant[];
  /** What the offset before a gap makes of the time. */
  readonly before: Instant;
}

/** What the clocks show, as if they were those of UTC. */
function wallOf(day: number, time: string): Instant {
  return day * DAY + digits(time, 0) * HOUR + digits(time, 3) * MINUTE;
}

function readings(wall: Instant, zone: string): Readings {
  const before = wall - offsetAt(zone, wall - DAY);
  const after = wall - offsetAt(zone, wall + DAY);
  const matches = [...new Set([before, after])].filter((at) => at + offsetAt(zone, at) === wall);
  return { matches: matches.sort((a, b) => a - b), before };
}

/**
 * The instant at which the zone's clocks show `date` and `time` (`HH:MM`, `24:00` for the end of the day).
 * A time that the clocks skip is read with the offset before the gap, as RFC 5545 does; of a time that comes
 * twice the first is taken.
 */
export function instantOf(date: LocalDate, time: string, zone: string): Instant {
  return instantOfDay(epochDay(date), time, zone);
}

/** The same of a day's number. */
export function instantOfDay(day: number, time: string, zone: string): Instant {
  const wall = wallOf(day, time);
  const offset = offsetAt(zone, wall - DAY);
  // Mostly the clocks change neither on the day before nor on that after.
  if (offset === offsetAt(zone, wall + DAY)) return wall - offset;
  const { matches, before } = readings(wall, zone);
  return matches[0] ?? before;
}

/** Every instant at which the zone's clocks show `date` and `time`: none where they skip it, two where it comes twice. */
export function instantsOf(date: LocalDate, time: string, zone: string): readonly Instant[] {
  return readings(wallOf(epochDay(date), time), zone).matches;
}

/** The start of the civil day in the zone. */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return instantOf(date, '00:00', zone);
}
