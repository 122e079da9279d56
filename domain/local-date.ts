import { tzOffset } from '@date-fns/tz';

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
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isLocalDate(text: string): text is LocalDate {
  const start = Date.parse(`${text}T00:00:00Z`);
  return PATTERN.test(text) && !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
}

/** Reads `YYYY-MM-DD`. @throws RangeError for anything else, 30 February included. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text))
    throw new RangeError(`"${text}" is not a date: write it as YYYY-MM-DD, e.g. 2026-04-09`);
  return text;
}

function epochDay(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

function fromEpochDay(day: number): LocalDate {
  return localDate(new Date(day * DAY).toISOString().slice(0, 10));
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

/** Minutes east of UTC that the zone's clocks show at `instant`. @throws RangeError for an unknown zone. */
function offsetAt(zone: string, instant: Instant): number {
  const minutes = tzOffset(zone, new Date(instant));
  if (Number.isNaN(minutes))
    throw new RangeError(`"${zone}" is not a time zone: use an IANA name such as Europe/London`);
  return minutes;
}

/** The civil date that the zone's calendars show at `instant`. */
export function localDateAt(instant: Instant, zone: string): LocalDate {
  return localDate(new Date(instant + offsetAt(zone, instant) * MINUTE).toISOString().slice(0, 10));
}

/** `HH:MM` that the zone's clocks show at `instant`. */
export function localTimeAt(instant: Instant, zone: string): string {
  return new Date(instant + offsetAt(zone, instant) * MINUTE).toISOString().slice(11, 16);
}

interface Readings {
  /** In order; none where the clocks skip the time, two where it comes twice. */
  readonly matches: readonly Instant[];
  /** What the offset before a gap makes of the time. */
  readonly before: Instant;
}

function readings(date: LocalDate, time: string, zone: string): Readings {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wall = epochDay(date) * DAY + hours * HOUR + minutes * MINUTE;
  const before = wall - offsetAt(zone, wall - DAY) * MINUTE;
  const after = wall - offsetAt(zone, wall + DAY) * MINUTE;
  const matches = [...new Set([before, after])].filter((at) => at + offsetAt(zone, at) * MINUTE === wall);
  return { matches: matches.sort((a, b) => a - b), before };
}

/**
 * The instant at which the zone's clocks show `date` and `time` (`HH:MM`, `24:00` for the end of the day).
 * A time that the clocks skip is read with the offset before the gap, as RFC 5545 does; of a time that comes
 * twice the first is taken.
 */
export function instantOf(date: LocalDate, time: string, zone: string): Instant {
  const { matches, before } = readings(date, time, zone);
  return matches[0] ?? before;
}

/** Every instant at which the zone's clocks show `date` and `time`: none where they skip it, two where it comes twice. */
export function instantsOf(date: LocalDate, time: string, zone: string): readonly Instant[] {
  return readings(date, time, zone).matches;
}

/** The start of the civil day in the zone. */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return instantOf(date, '00:00', zone);
}
