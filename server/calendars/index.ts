import { type Calendar, type CalendarData, createCalendar, type DayOff } from '../../domain/calendar.ts';
import { type LocalDate, localDate, type Weekday } from '../../domain/local-date.ts';
import { closuresOf, type Policy } from '../../domain/policy.ts';
import type { Years } from './day.ts';
import { dayOff, unionOf } from './union.ts';

export type { SourcedDay, UnionDay, Years } from './day.ts';
export { UnknownRegionError } from './regions.ts';
export { publicHolidays, unionOf } from './union.ts';

export interface CalendarSources {
  readonly zone: string;
  readonly week: readonly Weekday[];
  readonly regions: readonly string[];
  /** Closures, or the holidays of a Zendesk schedule: where a region has the date off too, its name is kept. */
  readonly closures?: readonly DayOff[];
  /** One-off working days. */
  readonly on?: readonly LocalDate[];
  readonly years: Years;
  /** The end of what is covered, where that is sooner than the last of the years. */
  readonly knownUntil?: LocalDate | undefined;
}

/** The days of a union of regions and of closures, covering whole years. @throws UnknownRegionError */
export function calendarData({
  zone,
  week,
  regions,
  closures = [],
  on = [],
  years,
  knownUntil,
}: CalendarSources): CalendarData {
  const lastDay = localDate(`${years.until}-12-31`);
  const byDate = new Map<string, DayOff>();
  for (const day of [...unionOf(regions, years).map(dayOff), ...closures])
    if (!byDate.has(day.date)) byDate.set(day.date, day);
  return {
    zone,
    week,
    off: [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    ...(on.length > 0 ? { on } : {}),
    from: localDate(`${years.from}-01-01`),
    until: knownUntil !== undefined && knownUntil < lastDay ? knownUntil : lastDay,
  };
}

/** The calendar of a policy for whole years, both ends included. @throws UnknownRegionError */
export function calendarFor(policy: Policy, years: Years): Calendar {
  const {
    timeZone: zone,
    workingWeek: week,
    regions,
    workingDays: on,
    daysOffKnownUntil: knownUntil,
  } = policy;
  return createCalendar(
    calendarData({ zone, week, regions, closures: closuresOf(policy), on, years, knownUntil }),
  );
}
