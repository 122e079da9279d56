import type { Term } from './parse-query.ts';

const SPANS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
};

/** The stretch of time a value of a search means; a day, or an instant. Nothing for a text that is no time. */
function stretchOf(value: string, now: number): { start: number; end: number } | undefined {
  const ago = /^(\d+)(minute|hour|day|week|month|year)s?$/.exec(value);
  if (ago) {
    const start = now - Number(ago[1]) * (SPANS[ago[2] ?? ''] ?? 0);
    return { start, end: start };
  }
  const named = { today: 0, yesterday: 1 }[value];
  const day = named === undefined ? value : new Date(now - named * 86_400_000).toISOString().slice(0, 10);
  const start = Date.parse(day);
  if (Number.isNaN(start)) return undefined;
  return { start, end: start + (/^\d{4}-\d{2}-\d{2}$/.test(day) ? 86_400_000 : 1000) };
}

/** Compares a stamp with a date (its whole UTC day), an instant, or a span such as `4hours` (so long ago). */
export function compareDates(stamp: string | null | undefined, term: Term, now: number): boolean {
  if (!stamp) return term.value === 'none';
  if (term.value === '*') return true;
  const stretch = stretchOf(term.value, now);
  if (!stretch) return false;
  const at = Date.parse(stamp);
  switch (term.operator) {
    case '<':
      return at < stretch.start;
    case '<=':
      return at < stretch.end;
    case '>':
      return stretch.end === stretch.start ? at > stretch.start : at >= stretch.end;
    case '>=':
      return at >= stretch.start;
    default:
      return at >= stretch.start && at < Math.max(stretch.end, stretch.start + 1000);
  }
}
