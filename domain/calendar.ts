import { addDays, daysBetween, type LocalDate, type Weekday, weekdayOf } from './local-date.ts';
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
  /** Working days in the span after `from` up to and with `to`; negative where `to` is earlier. @throws CoverageError */
  workingDaysBetween(from: LocalDate, to: LocalDate): number;
  /** The date itself where it counts, else the next that does. @throws CoverageError */
  rollForward(date: LocalDate): LocalDate;
  /** The part of the calendar that explains the dates from `from` to `until`. */
  excerpt(from: LocalDate, until: LocalDate): CalendarData;
}

/** The days of the calendar that count, numbered from its first. */
function workingDaysOf({ from, until, week, off, on = [] }: CalendarData): WorkingDays {
  const counts = new Uint8Array(Math.max(daysBetween(from, until) + 1, 0));
  const first = weekdayOf(from);
  for (const weekday of week)
    for (let day = (weekday - first + 7) % 7; day < counts.length; day += 7) counts[day] = 1;
  const within = (date: LocalDate): boolean => date >= from && date <= until;
  for (const { date } of off) if (within(date)) counts[daysBetween(from, date)] = 0;
  for (const date of on) if (within(date)) counts[daysBetween(from, date)] = 1;
  return createWorkingDays(counts);
}

/** Counting by number in the span that the calendar covers. */
function createCounter(data: CalendarData) {
  let made: WorkingDays | undefined;
  // Most calendars that are read from a record are only asked about single dates.
  const days = (): WorkingDays => {
    made ??= workingDaysOf(data);
    return made;
  };
  const outside = (day: number): never => {
    throw new CoverageError(addDays(data.from, day), data);
  };
  const dateOf = (n: number, end: number): LocalDate => {
    const day = n < 0 ? undefined : days().nth(n);
    return day === undefined ? outside(end) : addDays(data.from, day);
  };

  /** The `count`-th working day after the day, which needs no coverage itself. */
  function after(day: number, count: number): LocalDate {
    if (day + 1 < 0 || day + 1 >= days().length) return outside(day + 1);
    return dateOf(days().before(day + 1) + count - 1, days().length);
  }

  function before(day: number, count: number): LocalDate {
    if (day - 1 < 0 || day - 1 >= days().length) return outside(day - 1);
    return dateOf(days().before(day) - count, -1);
  }

  /** Working days after `from` up to and with `to`, which is later. */
  function between(from: number, to: number): number {
    if (from + 1 < 0 || from + 1 >= days().length) return outside(from + 1);
    if (to >= days().length) return outside(days().length);
    return days().before(to + 1) - days().before(from + 1);
  }

  return { after, before, between };
}

export function createCalendar(data: CalendarData): Calendar {
  const off = new Map(data.off.map((day) => [day.date, day]));
  const on = new Set(data.on);
  const week = new Set(data.week);
  const counter = createCounter(data);
  const dayOf = (date: LocalDate): number => daysBetween(data.from, date);

  function whyNot(date: LocalDate): NotCounted | undefined {
    if (date < data.from || date > data.until) throw new CoverageError(date, data);
    if (on.has(date)) return undefined;
    if (!week.has(weekdayOf(date))) return { code: 'weekend' };
    const holiday = off.get(date);
    return holiday ? { code: 'holiday', off: holiday } : undefined;
  }

  const isWorkingDay = (date: LocalDate): boolean => whyNot(date) === undefined;

  function addWorkingDays(date: LocalDate, count: number): LocalDate {
    if (count === 0) return date;
    return count > 0 ? counter.after(dayOf(date), count) : counter.before(dayOf(date), -count);
  }

  function workingDaysBetween(from: LocalDate, to: LocalDate): number {
    if (to < from) return 0 - workingDaysBetween(to, from);
    return from === to ? 0 : counter.between(dayOf(from), dayOf(to));
  }

  const rollForward = (date: LocalDate): LocalDate =>
    isWorkingDay(date) ? date : counter.after(dayOf(date), 1);

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
    workingDaysBetween,
    rollForward,
    excerpt,
  };
}
