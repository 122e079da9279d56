import type { Calendar } from '../../domain/calendar.ts';
import { type Instant, type LocalDate, localDate, localDateAt } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { coverageShortfall } from '../../domain/reach.ts';
import { calendarFor } from '../calendars/index.ts';

/** How many years ahead of this one public holidays are taken to be known. */
const YEARS_AHEAD = 2;

const yearOf = (at: Instant, zone: string): number => Number(localDateAt(at, zone).slice(0, 4));

/** The last date for which public holidays are taken to be known now. */
export function knownUntil(now: Instant, { timeZone, daysOffKnownUntil }: Policy): LocalDate {
  const last = localDate(`${yearOf(now, timeZone) + YEARS_AHEAD}-12-31`);
  return daysOffKnownUntil !== undefined && daysOffKnownUntil < last ? daysOffKnownUntil : last;
}

/** The calendar of a policy from the year before `first` to the last that is known at `now`. */
export type CalendarSource = (policy: Policy, first: Instant, now: Instant) => Calendar;

/** Makes each calendar once, because looking up public holidays takes long. */
export function createCalendarSource(): CalendarSource {
  const made = new WeakMap<Policy, Map<string, Calendar>>();
  return (policy, first, now) => {
    const years = {
      from: yearOf(first, policy.timeZone) - 1,
      until: yearOf(now, policy.timeZone) + YEARS_AHEAD,
    };
    const calendars = made.get(policy) ?? new Map<string, Calendar>();
    made.set(policy, calendars);
    const key = `${years.from}-${years.until}`;
    const calendar = calendars.get(key) ?? calendarFor(policy, years);
    calendars.set(key, calendar);
    return calendar;
  };
}

/** Whose public holidays nobody knows, with why. */
export function unknownRegion(policy: Policy, region: string): string | undefined {
  try {
    calendarFor({ ...policy, regions: [region] }, { from: 2026, until: 2026 });
    return undefined;
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}

/** What is wrong with a policy whose longest chain of deadlines ends where public holidays are not known yet. */
export function coverageFault(policy: Policy, now: Instant): string | undefined {
  const until = knownUntil(now, policy);
  const short = coverageShortfall(policy, localDateAt(now, policy.timeZone), until);
  return (
    short &&
    `policy ${policy.id}, version ${policy.version}: "${short.regime}.${short.duty}" may fall due as late as ${short.needed} (${short.days} days), but public holidays ` +
      `are known only until ${until}: shorten the periods or their extensions, or raise YEARS_AHEAD`
  );
}
