import type { Stamp } from './stamp.ts';

/** A span of business hours, in minutes from Sunday 00:00 of the schedule's zone. */
export interface IntervalRecord {
  start_time: number;
  end_time: number;
}

/** Civil dates, both included. */
export interface HolidayRecord {
  id: number;
  name: string;
  start_date: string;
  end_date: string;
}

export interface ScheduleRecord {
  id: number;
  name: string;
  /** Rails name: `London`, `Eastern Time (US & Canada)`. */
  time_zone: string;
  intervals: IntervalRecord[];
  holidays: HolidayRecord[];
  created_at: Stamp;
  updated_at: Stamp;
}
