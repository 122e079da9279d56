import { addDays, type Instant, type LocalDate, localDateAt } from '../../domain/local-date.ts';
import type { Language } from './language.ts';

/** Writes dates and times as the reader does. */
export interface When {
  /** The reader's own zone. */
  readonly zone: string;
  /** "Thu 9 Apr", "Do., 9. Apr.", "jeu. 9 avr.": a civil date, never converted. */
  day(date: LocalDate): string;
  /** "Wed 8 Apr 2026"; takes the text of a civil date. */
  longDay(date: string): string;
  /** "Sat 4 – Sun 5 Apr": neighbouring days. */
  days(from: LocalDate, to: LocalDate): string;
  /** "Thu", "Do." and "9": for a strip of days. */
  weekday(date: LocalDate): string;
  /** "08:30" in the zone, the reader's unless given. */
  time(at: Instant, zone?: string): string;
  /** "Wed 1 Apr, 15:04" in the reader's zone. */
  moment(at: Instant): string;
  /** The reader's civil date. */
  today(now: Instant): LocalDate;
  /** "Today, 14:30" or "Fri 10 Apr, 09:41": the time by which something has to be done. */
  deadline(at: Instant, now: Instant): string;
  /** The short form of a due date in a list: "Today", "gestern", "Mon 13 Apr". */
  relativeDay(date: LocalDate, today: LocalDate): string;
  relativeMoment(at: Instant, now: Instant): string;
  /** Within a sentence: "14:30" for today, else "Fri 10 Apr, 09:41". */
  shortMoment(at: Instant, now: Instant): string;
}

const DAY = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;

function noon(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}

/** Older locale data writes "Wed, 8 Apr" for British English, all of it "mié, 8 abr" for Spanish: a pause in sentences. */
function withoutComma(text: string): string {
  return text.replace(/\b(\p{L}{3}), (?=\d)/gu, '$1 ');
}

/** "Sat, Apr 4": the day alone would not say of which month. */
function isMonthFirst(format: Intl.DateTimeFormat): boolean {
  const parts = format.formatToParts(noon('2026-04-04')).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day');
}

export function createWhen({ tag, say }: Language, zone: string): When {
  const days = new Intl.DateTimeFormat(tag, DAY);
  const starts = new Intl.DateTimeFormat(
    tag,
    isMonthFirst(days) ? DAY : { weekday: 'short', day: 'numeric', timeZone: 'UTC' },
  );
  const weekdays = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' });
  const longDays = new Intl.DateTimeFormat(tag, { ...DAY, year: 'numeric' });
  const day = (date: LocalDate): string => withoutComma(days.format(noon(date)));
  const times = new Map<string, Intl.DateTimeFormat>();
  const time = (at: Instant, where = zone): string => {
    const format =
      times.get(where) ??
      new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', timeZone: where });
    times.set(where, format);
    return format.format(at);
  };
  const today = (now: Instant): LocalDate => localDateAt(now, zone);
  const moment = (at: Instant): string => `${day(localDateAt(at, zone))}, ${time(at)}`;
  return {
    zone,
    day,
    longDay: (date) => withoutComma(longDays.format(noon(date))),
    days: (from, to) => (from === to ? day(from) : `${withoutComma(starts.format(noon(from)))} – ${day(to)}`),
    weekday: (date) => weekdays.format(noon(date)),
    time,
    moment,
    today,
    deadline: (at, now) => (today(at) === today(now) ? say('time.todayAt', { time: time(at) }) : moment(at)),
    relativeDay(date, current) {
      if (date === current) return say('time.stepToday');
      return date === addDays(current, -1) ? say('time.stepYesterday') : day(date);
    },
    shortMoment: (at, now) => (today(at) === today(now) ? time(at) : moment(at)),
    relativeMoment(at, now) {
      const date = today(at);
      if (date === today(now)) return say('time.stepTodayAt', { time: time(at) });
      return date === addDays(today(now), -1) ? say('time.stepYesterdayAt', { time: time(at) }) : moment(at);
    },
  };
}
