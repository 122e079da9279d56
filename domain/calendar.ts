import { addDays, type LocalDate, type Weekday, weekdayOf } from './local-date.ts';

/** A day on which nobody is expected to work, and why. */
export interface DayOff {
  readonly date: LocalDate;
  /** The name in English. */
  readonly name: string;
  /** The name in other languages, where it has one: `{ de: "Karfreitag" }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** ISO 3166 code such as GB-ENG, or the company's name for a closure. */
  readonly region: string;
}

/** Which days count: the working week, the days off, and the span for which the days off are known. */
export interface CalendarData {
  readonly zone: string;
  readonly week: readonly Weekday[];
  readonly off: readonly DayOff[];
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

export function createCalendar(data: CalendarData): Calendar {
  const off = new Map(data.off.map((day) => [day.date, day]));

  function whyNot(date: LocalDate): NotCounted | undefined {
    if (date < data.from || date > data.until) throw new CoverageError(date, data);
    const holiday = off.get(date);
    if (!data.week.includes(weekdayOf(date))) return { code: 'weekend' };
    return holiday ? { code: 'holiday', off: holiday } : undefined;
  }

  const isWorkingDay = (date: LocalDate): boolean => whyNot(date) === undefined;

  function addWorkingDays(date: LocalDate, count: number): LocalDate {
    const step = Math.sign(count);
    let current = date;
    for (let left = Math.abs(count); left > 0; ) {
      current = addDays(current, step);
      if (isWorkingDay(current)) left -= 1;
    }
    return current;
  }

  function workingDaysBetween(from: LocalDate, to: LocalDate): number {
    if (to < from) return 0 - workingDaysBetween(to, from);
    let count = 0;
    for (let date = from; date < to; ) {
      date = addDays(date, 1);
      if (isWorkingDay(date)) count += 1;
    }
    return count;
  }

  function rollForward(date: LocalDate): LocalDate {
    let current = date;
    while (!isWorkingDay(current)) current = addDays(current, 1);
    return current;
  }

  function excerpt(from: LocalDate, until: LocalDate): CalendarData {
    const start = from < data.from ? data.from : from;
    const end = until > data.until ? data.until : until;
    return {
      ...data,
      from: start,
      until: end,
      off: data.off.filter((day) => day.date >= start && day.date <= end),
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
