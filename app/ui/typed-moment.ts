import {
  addDays,
  type Instant,
  instantOf,
  isLocalDate,
  type LocalDate,
  localDate,
  localDateAt,
  localTimeAt,
} from '../../domain/local-date.ts';

/** A date and a time of day as a form holds them: the date chosen, the time as it was typed. */
export interface TypedMoment {
  readonly date?: LocalDate;
  readonly time: string;
}

export function typedMoment(at: Instant, zone: string): TypedMoment {
  return { date: localDateAt(at, zone), time: localTimeAt(at, zone) };
}

/**
 * Reads "8:30", "08.30", "0830", "8 Uhr", "8 h 30", "8.30 uur" and "8:30 p. m." as `HH:MM`; undefined for anything else.
 */
export function parseTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(am|pm|a\.\s?m\.|p\.\s?m\.|uhr|uur|h)?$/i.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const half = match[3]?.toLowerCase().replace(/[.\s]/g, '');
  const typed = Number(match[1]);
  const twelve = half === 'am' || half === 'pm';
  if (twelve && (typed < 1 || typed > 12)) return undefined;
  const hours = twelve ? (typed % 12) + (half === 'pm' ? 12 : 0) : typed;
  const minutes = Number(match[2] ?? 0);
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function civil(year: number, month: number, day: number): LocalDate | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(text) ? text : undefined;
}

/** In small letters without accents, as many type them. */
function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * 1 for January; the month whose name in the locale, or whose short name where that is another ("mrt", Dutch for March),
 * begins like the word, which has three letters at least.
 */
function monthNamed(word: string, tag: string): number | undefined {
  const typed = plain(word);
  if (typed.length < 3) return undefined;
  const index = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15)).findIndex((date) =>
    (['long', 'short'] as const).some((month) =>
      plain(new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' }).format(date)).startsWith(typed),
    ),
  );
  return index < 0 ? undefined : index + 1;
}

interface Parts {
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
}

function numericParts(text: string, tag: string): Parts | undefined {
  const match = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4})?)?$/.exec(text);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const year = match[3] ? (Number(match[3]) % 2000) + 2000 : undefined;
  return tag === 'en-US' ? { month: first, day: second, year } : { day: first, month: second, year };
}

function namedParts(text: string, tag: string): Parts | undefined {
  const found = /(?:^|\s)(\d{1,2})(?:st|nd|rd|th|er|\.)?(?=[\s,]|$)/i.exec(text);
  const day = found?.[1];
  const year = /\b(\d{4})\b/.exec(text)?.[1];
  // What stands after the day first: a weekday before it may read like a month ("mar. 7 avr.").
  const at = found ? found.index + found[0].length : 0;
  const words = `${text.slice(at)} ${text.slice(0, at)}`.match(/\p{L}+/gu) ?? [];
  const month = words.map((word) => monthNamed(word, tag)).find((one) => one !== undefined);
  return day && month ? { day: Number(day), month, year: year ? Number(year) : undefined } : undefined;
}

/**
 * Reads a date as people type it: "2026-04-08", "8/4/2026", "8.4.", "Wed 8 Apr", "8. April 2026", "1er avril". Without a year the
 * latest such day that is not after `today` is meant.
 */
export function parseDay(text: string, tag: string, today: LocalDate): LocalDate | undefined {
  const typed = text.trim();
  if (isLocalDate(typed)) return localDate(typed);
  const parts = numericParts(typed, tag) ?? namedParts(typed, tag);
  if (!parts) return undefined;
  const thisYear = Number(today.slice(0, 4));
  const date = civil(parts.year ?? thisYear, parts.month, parts.day);
  if (parts.year !== undefined || date === undefined || date <= addDays(today, 1)) return date;
  return civil(thisYear - 1, parts.month, parts.day);
}

/** The instant that is meant, or undefined while date or time is missing or no time. */
export function instantTyped({ date, time }: TypedMoment, zone: string): Instant | undefined {
  const read = parseTime(time);
  return date !== undefined && read !== undefined ? instantOf(date, read, zone) : undefined;
}
