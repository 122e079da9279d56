import { z } from 'zod';
import type { Closure } from '../../domain/closures.ts';
import { isLocalDate, type LocalDate, type Weekday } from '../../domain/local-date.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import type { Years } from './day.ts';
import { zoneOfRails } from './rails-zones.ts';

/** Zendesk's support schedule can't be used as a calendar; the message says what to change in the account. */
export class ScheduleError extends Error {
  readonly code = 'zendesk_schedule';
  constructor(message: string) {
    super(message);
    this.name = 'ScheduleError';
  }
}

/** A support schedule of a Zendesk account: which weekdays have business hours, and its holidays. */
export interface Schedule {
  readonly id: number;
  readonly name: string;
  /** IANA. */
  readonly zone: string;
  readonly week: readonly Weekday[];
  readonly holidays: readonly Closure[];
}

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

const minutes = z.int().min(0).max(WEEK_MINUTES);
const scheduleReply = z.object({
  schedule: z.object({
    id: z.int(),
    name: z.string().nullish(),
    time_zone: z.string(),
    /** Minutes from Sunday 00:00. */
    intervals: z.array(z.object({ start_time: minutes, end_time: minutes })).nullish(),
  }),
});
const civilDate = z.custom<LocalDate>(
  (value) => typeof value === 'string' && isLocalDate(value),
  'not a date',
);
const holidaysReply = z.object({
  /** `end_date` is the last day of the holiday. */
  holidays: z.array(z.object({ name: z.string().nullish(), start_date: civilDate, end_date: civilDate })),
});

/** The weekdays that have any business hours. Zendesk's week begins on Sunday, the ISO week on Monday. */
function weekOf(intervals: readonly { start_time: number; end_time: number }[]): Weekday[] {
  const all: readonly Weekday[] = [7, 1, 2, 3, 4, 5, 6];
  const open = all.filter((_, day) =>
    intervals.some(
      ({ start_time, end_time }) => start_time < (day + 1) * DAY_MINUTES && end_time > day * DAY_MINUTES,
    ),
  );
  return open.sort((a, b) => a - b);
}

/**
 * Reads the replies of `GET business_hours/schedules/{id}` and `.../{id}/holidays`.
 * @throws ScheduleError for a shape or a time zone that isn't known, and for a schedule without business hours
 */
export function parseSchedule(schedule: unknown, holidays: unknown): Schedule {
  const read = scheduleReply.safeParse(schedule);
  if (!read.success)
    throw new ScheduleError(`Zendesk's schedule is not as expected: ${z.prettifyError(read.error)}`);
  const listed = holidaysReply.safeParse(holidays);
  if (!listed.success)
    throw new ScheduleError(
      `the holidays of Zendesk's schedule are not as expected: ${z.prettifyError(listed.error)}`,
    );
  const { id, time_zone: railsZone, intervals } = read.data.schedule;
  const name = read.data.schedule.name ?? `schedule ${id}`;
  const zone = zoneOfRails(railsZone);
  if (zone === undefined)
    throw new ScheduleError(
      `the Zendesk schedule "${name}" has the time zone "${railsZone}", which is not known: choose another in Zendesk, or take the calendar from regions`,
    );
  const week = weekOf(intervals ?? []);
  if (week.length === 0)
    throw new ScheduleError(`the Zendesk schedule "${name}" has no business hours: give it some in Zendesk`);
  return {
    id,
    name,
    zone,
    week,
    holidays: listed.data.holidays.map((holiday) => ({
      from: holiday.start_date,
      until: holiday.end_date,
      name: holiday.name ?? name,
    })),
  };
}

/** Fetches a support schedule with its holidays. Rejects with ZendeskError, or with ScheduleError where it can't be used. */
export async function readSchedule(rest: Pick<ZendeskRest, 'get'>, id: number): Promise<Schedule> {
  const path = `business_hours/schedules/${id}`;
  const [schedule, holidays] = await Promise.all([rest.get(path), rest.get(`${path}/holidays`)]);
  return parseSchedule(schedule, holidays);
}

/**
 * From the first to the last year in which a holiday is entered: about other years the schedule says nothing.
 * @throws ScheduleError where none is entered
 */
export function yearsOf({ name, holidays }: Schedule): Years {
  const years = holidays.flatMap(({ from, until = from }) =>
    [from, until].map((date) => Number(date.slice(0, 4))),
  );
  if (years.length === 0)
    throw new ScheduleError(
      `the Zendesk schedule "${name}" has no holidays: enter them in Zendesk, or name the policy's regions`,
    );
  return { from: Math.min(...years), until: Math.max(...years) };
}
