import type { Account } from '../account/account.ts';
import type { HolidayRecord, IntervalRecord, ScheduleRecord } from '../account/records.ts';
import { ianaZone, isRailsZone } from '../account/time-zones.ts';
import { blank, recordInvalid } from '../fault.ts';
import { idOf, isObject, type JsonObject, listOf, textOf } from '../json.ts';

const DAY = 1440;
const WEEK = 7 * DAY;

/** What a new schedule opens with: Monday to Friday, nine to five. */
const OFFICE_HOURS: readonly IntervalRecord[] = [1, 2, 3, 4, 5].map((day) => ({
  start_time: day * DAY + 540,
  end_time: day * DAY + 1020,
}));

/**
 * Reads a schedule, new or updated. Hours are not among it: they have an endpoint of their own.
 * @throws Fault 422
 */
export function readSchedule(account: Account, body: JsonObject, known?: ScheduleRecord): ScheduleRecord {
  const name = (textOf(body.name) ?? known?.name ?? '').trim();
  if (name === '') throw blank('name', 'Name');
  const double = [...account.schedules.values()].some((one) => one.name === name && one.id !== known?.id);
  if (double) throw invalid('name', `Name: ${name} has already been taken`, 'DuplicateValue');
  const time_zone = textOf(body.time_zone) ?? known?.time_zone;
  if (time_zone === undefined) throw blank('time_zone', 'Time zone');
  if (!isRailsZone(time_zone) && ianaZone(time_zone) === undefined)
    throw invalid('time_zone', `Time zone: ${time_zone} is not a time zone`, 'InvalidValue');
  const now = account.stamp();
  return {
    id: known?.id ?? account.ids.next(),
    name,
    time_zone,
    intervals: known?.intervals ?? [...OFFICE_HOURS],
    holidays: known?.holidays ?? [],
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
}

/** Reads the hours of a week, in order. @throws Fault 422 for hours that overlap, leave the week or cross midnight */
export function readIntervals(value: unknown): IntervalRecord[] {
  if (!Array.isArray(value)) throw blank('intervals', 'Intervals');
  const intervals = value.map(readInterval).sort((a, b) => a.start_time - b.start_time);
  for (const [index, interval] of intervals.entries()) {
    const next = intervals[index + 1];
    if (next && next.start_time < interval.end_time)
      throw invalid('intervals', 'Intervals: cannot overlap', 'InvalidValue');
  }
  return intervals;
}

function readInterval(value: unknown): IntervalRecord {
  const start_time = isObject(value) ? idOf(value.start_time) : undefined;
  const end_time = isObject(value) ? idOf(value.end_time) : undefined;
  if (start_time === undefined || end_time === undefined || end_time > WEEK)
    throw invalid('intervals', `Intervals: times are minutes from 0 to ${WEEK}`, 'InvalidValue');
  if (start_time >= end_time)
    throw invalid('intervals', 'Intervals: start time must be before end time', 'InvalidValue');
  if (end_time > (Math.floor(start_time / DAY) + 1) * DAY)
    throw invalid('intervals', 'Intervals: cannot span calendar days', 'InvalidValue');
  return { start_time, end_time };
}

/** Reads a holiday, new or updated. @throws Fault 422 without a name, for dates that are none, end early or overlap */
export function readHoliday(
  account: Account,
  schedule: ScheduleRecord,
  body: JsonObject,
  known?: HolidayRecord,
): HolidayRecord {
  const name = (textOf(body.name) ?? known?.name ?? '').trim();
  if (name === '') throw blank('name', 'Name');
  const start_date = civilDate(body.start_date, known?.start_date, 'start_date');
  const end_date = civilDate(body.end_date, known?.end_date, 'end_date');
  if (end_date < start_date)
    throw invalid('end_date', 'End date: must be on or after the start date', 'InvalidValue');
  const other = schedule.holidays.find(
    (one) => one.id !== known?.id && one.start_date <= end_date && start_date <= one.end_date,
  );
  if (other) throw invalid('base', `Holiday overlaps with ${other.name}`, 'InvalidValue');
  return { id: known?.id ?? account.ids.next(), name, start_date, end_date };
}

function civilDate(value: unknown, known: string | undefined, attribute: string): string {
  const text = textOf(value) ?? known;
  const label = attribute === 'start_date' ? 'Start date' : 'End date';
  if (text === undefined) throw blank(attribute, label);
  // A time of day is taken and dropped; a day there is not is refused.
  const date = text.slice(0, 10);
  const ms = Date.parse(`${date}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(ms);
  if (!real || new Date(ms).toISOString().slice(0, 10) !== date)
    throw invalid(attribute, `${label}: ${text} is not a date`, 'InvalidValue');
  return date;
}

/** The holidays of a seed's schedule. */
export function seedHolidays(account: Account, schedule: ScheduleRecord, value: unknown): ScheduleRecord {
  let filled = schedule;
  for (const body of listOf(value).filter(isObject))
    filled = { ...filled, holidays: [...filled.holidays, readHoliday(account, filled, body)] };
  return filled;
}

function invalid(attribute: string, description: string, error: string) {
  return recordInvalid({ [attribute]: [{ description, error }] });
}
