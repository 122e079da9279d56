import type { Account } from '../account/account.ts';
import type { ScheduleRecord } from '../account/records.ts';
import { ianaZone } from '../account/time-zones.ts';

const MINUTE = 60_000;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** Business hours are not counted over more than this: rules never look further back. */
const LONGEST_MS = 400 * 86_400_000;

/** The schedule that counts for a ticket: the one a rule gave it, else the account's first. */
export function scheduleOf(account: Account, ticketId: number): ScheduleRecord | undefined {
  const own = account.ticketSchedules.get(ticketId);
  return (own === undefined ? undefined : account.schedules.get(own)) ?? [...account.schedules.values()][0];
}

/** Is the schedule open at an instant (epoch ms)? */
export function isOpenAt(schedule: ScheduleRecord, ms: number): boolean {
  return isOpen(schedule, localReader(schedule), ms);
}

/** Is the civil date of an instant (epoch ms), in the schedule's zone, a holiday? */
export function isHolidayAt(schedule: ScheduleRecord, ms: number): boolean {
  return isHoliday(schedule, localReader(schedule)(ms).date);
}

/** Hours of business between two instants (epoch ms), to the quarter of an hour: zones shift by no less. */
export function businessHours(schedule: ScheduleRecord, from: number, until: number): number {
  const read = localReader(schedule);
  const start = Math.max(from, until - LONGEST_MS);
  const step = 15 * MINUTE;
  let open = 0;
  for (let at = start; at < until; at += step) {
    if (isOpen(schedule, read, at)) open += Math.min(step, until - at);
  }
  return open / (60 * MINUTE);
}

interface LocalTime {
  date: string;
  /** Minutes from Sunday 00:00. */
  minute: number;
}

function isOpen(schedule: ScheduleRecord, read: (ms: number) => LocalTime, ms: number): boolean {
  const { date, minute } = read(ms);
  if (isHoliday(schedule, date)) return false;
  return schedule.intervals.some(({ start_time, end_time }) => start_time <= minute && minute < end_time);
}

const isHoliday = (schedule: ScheduleRecord, date: string) =>
  schedule.holidays.some(({ start_date, end_date }) => start_date <= date && date <= end_date);

/** Reads instants in the schedule's zone. */
function localReader(schedule: ScheduleRecord): (ms: number) => LocalTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: ianaZone(schedule.time_zone) ?? 'UTC',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (ms) => {
    const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
    const day = DAYS.indexOf(of('weekday'));
    return {
      date: `${of('year')}-${of('month')}-${of('day')}`,
      minute: day * 1440 + Number(of('hour')) * 60 + Number(of('minute')),
    };
  };
}
