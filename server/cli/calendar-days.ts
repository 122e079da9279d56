import { weekdayOf } from '../../domain/local-date.ts';
import type { Language } from '../../domain/reason-text.ts';
import type { UnionDay } from '../calendars/day.ts';

/** A day as it is printed. */
export interface ListedDay {
  readonly date: string;
  readonly weekday: string;
  readonly name: string;
  readonly regions: readonly string[];
  readonly source: string;
  /** Where it is a Saturday or Sunday: it matters only to a working week that has that day. */
  readonly weekend?: true;
}

const WEEKDAYS = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  de: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
};

export function listDays(days: readonly UnionDay[], language: Language): ListedDay[] {
  return days.map(({ date, name, names, regions, source }) => {
    const weekday = weekdayOf(date);
    return {
      date,
      weekday: WEEKDAYS[language][weekday - 1] ?? '',
      name: names?.[language] ?? name,
      regions,
      source,
      ...(weekday > 5 ? { weekend: true as const } : {}),
    };
  });
}

const ON_WEEKEND = { en: ' [weekend]', de: ' [Wochenende]' };

/** A table: date and weekday, name, regions, source. */
export function linesOf(days: readonly ListedDay[], language: Language): string[] {
  const rows = days.map(({ date, weekday, name, regions, source, weekend }) => [
    `${date} ${weekday}`,
    name + (weekend ? ON_WEEKEND[language] : ''),
    regions.join(', '),
    source,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
