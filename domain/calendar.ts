import { epochDay, fromEpochDay, type LocalDate, type Weekday, weekdayOf } from './local-date.ts';
import { createWorkingDays, type WorkingDays } from './working-days.ts';

/** A day on which nobody is expected to work, and why. */
export interface DayOff {
  readonly date: LocalDate;
  /** The name in English. */
  readonly name: string;
  /** The name in other languages, where it has one: `{ de: "Karfreitag" }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** ISO 3166 code such as GB-ENG, or the company's name for a closure. In a union the first that has the day. */
  readonly region: string;
  /** In a union all the regions that have the day, where it is more than one. */
  readonly regions?: readonly string[];
}

/** Which days count: the working week, the days off, and the span for which the days off are known. */
export interface CalendarData {
  readonly zone: string;
  readonly week: readonly Weekday[];
  readonly off: readonly DayOff[];
  /** One-off working days: they count, though the weekday or a day off says otherwise. */
  readonly on?: readonly LocalDate[];
  readonly from: LocalDate;
  /** The last date that is covered. */
  readonly until: LocalDate;
}

export type NotCounted = { readonly code: 'weekend' } | { readonly code: 'holiday'; readonly off: DayOff };

/** A date lies outside the span for which the days off are known. Never guessed around. */
export class CoverageError extends Error {
  readonly code = 'calendar_coverage';
  readonly date: LocalDate;
  constructor(date: LocalDate, data: CalendarData) {
    super(
      `${date} lies outside the calendar, which covers ${data.from} to ${data.until}: extend the calendar's years`,
    );
    this.name = 'CoverageError';
    this.date = date;
  }
}

export interface Calendar {
  readonly data: CalendarData;
  readonly zone: string;
  /** Why the date doesn't count, or undefined where it is a working day. @throws CoverageError */
  whyNot(date: LocalDate): NotCounted | undefined;
  /** @throws CoverageError */
  isWorkingDay(date: LocalDate): boolean;
  /** The working day `count` working days after `date`, which is day 0; before it where negative. @throws CoverageError */
  addWorkingDays(date: LocalDate, count: number): LocalDate;
  /** The same by the days' numbers, see {@link epochDay}. */
  countFrom(day: number, count: number): number;
  /** Working days in the span after `from` up to and with `to`; negative where `to` is earlier. @throws CoverageError */
  workingDaysBetween(from: LocalDate, to: LocalDate): number;
  /** The date itself where it counts, else the next that does. @throws CoverageError */
  rollForward(date: LocalDate): LocalDate;
  /** The part of the calendar that explains the dates from `from` to `until`. */
  excerpt(from: LocalDate, until: LocalDate): CalendarData;
}

/** The days of the calendar that count, numbered from its first. */
function workingDaysOf({ from, until, week, off, on = [] }: CalendarData): WorkingDays {
  const first = epochDay(from);
  const counts = new Uint8Array(Math.max(epochDay(until) - first + 1, 0));
  const firstWeekday = weekdayOf(from);
  for (const weekday of week)
    for (let day = (weekday - firstWeekday + 7) % 7; day < counts.length; day += 7) counts[day] = 1;
  const within = (date: LocalDate): boolean => date >= from && date <= until;
  for (const { date } of off) if (within(date)) counts[epochDay(date) - first] = 0;
  for (const date of on) if (within(date)) counts[epochDay(date) - first] = 1;
  return createWorkingDays(counts);
}

/** Counting by number in the span that the calendar covers. */
function createCounter(data: CalendarData) {
  const first = epochDay(data.from);
  let made: WorkingDays | undefined;
  // Most calendars that are read from a record are only asked about single dates.
  const days = (): WorkingDays => {
    made ??= workingDaysOf(data);
    return made;
  };
  const outside = (place: number): never => {
    throw new CoverageError(fromEpochDay(first + place), data);
  };

  /** The `count`-th working day after the day, which needs no coverage itself, or before it where negative. */
  function countFrom(day: number, count: number): number {
    if (count === 0) return day;
    const all = days();
    const step = count > 0 ? 1 : -1;
    const next = day - first + step;
    if (next < 0 || next >= all.length) return outside(next);
    const n = count > 0 ? all.before(next) + count - 1 : all.before(next + 1) + count;
    const place = all.nth(n);
    return place === undefined ? outside(count > 0 ? all.length : -1) : first + place;
  }

  /** Working days after the day `start` up to and with `end`, which is later. */
  function between(start: number, end: number): number {
    const all = days();
    const [from, to] = [start - first, end - first];
    if (from + 1 < 0 || from + 1 >= all.length) return outside(from + 1);
    if (to >= all.length) return outside(all.length);
    return all.before(to + 1) - all.before(from + 1);
  }

  return { countFrom, between };
}

export function createCalendar(data: CalendarData): Calendar {
  const off = new Map(data.off.map((day) => [day.date, day]));
  const on = new Set(data.on);
  const week = new Set(data.week);
  const counter = createCounter(data);

  function whyNot(date: LocalDate): NotCounted | undefined {
    if (date < data.from || date > data.until) throw new CoverageError(date, data);
    if (on.has(date)) return undefined;
    if (!week.has(weekdayOf(date))) return { code: 'weekend' };
    const holiday = off.get(date);
    return holiday ? { code: 'holiday', off: holiday } : undefined;
  }

  const isWorkingDay = (date: LocalDate): boolean => whyNot(date) === undefined;

  function addWorkingDays(date: LocalDate, count: number): LocalDate {
    return count === 0 ? date : fromEpochDay(counter.countFrom(epochDay(date), count));
  }

  function workingDaysBetween(from: LocalDate, to: LocalDate): number {
    if (to < from) return 0 - workingDaysBetween(to, from);
    return from === to ? 0 : counter.between(epochDay(from), epochDay(to));
  }

  const rollForward = (date: LocalDate): LocalDate => (isWorkingDay(date) ? date : addWorkingDays(date, 1));

  function excerpt(from: LocalDate, until: LocalDate): CalendarData {
    const start = from < data.from ? data.from : from;
    const end = until > data.until ? data.until : until;
    return {
      ...data,
      from: start,
      until: end,
      off: data.off.filter((day) => day.date >= start && day.date <= end),
      ...(data.on ? { on: data.on.filter((date) => date >= start && date <= end) } : {}),
    };
  }

  return {
    data,
    zone: data.zone,
    whyNot,
    isWorkingDay,
    addWorkingDays,
    countFrom: counter.countFrom,
    workingDaysBetween,
    rollForward,
    excerpt,
  };
}
