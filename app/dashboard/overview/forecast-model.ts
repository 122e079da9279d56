import { type LocalDate, weekdayOf } from '../../../domain/local-date.ts';
import type { ForecastDay } from '../api/overview.ts';
import type { Column, Series } from '../charts/StackedColumns.tsx';

/** A piece of a column, before it has a name. */
interface Piece {
  readonly key: string;
  readonly count: number;
}

export type Split = 'step' | 'owner';

/** More owners than colours can be told apart: those with the fewest cases share one. */
const MOST_OWNERS = 5;
export const OTHERS = 'others';
export const NOBODY = 'nobody';

const piecesOf = ({ bySteps, byOwners }: ForecastDay, split: Split): Piece[] =>
  split === 'step'
    ? bySteps.map(({ regime, duty, count }) => ({ key: `${regime}.${duty}`, count }))
    : byOwners.map(({ assigneeId, count }) => ({
        key: assigneeId === null ? NOBODY : String(assigneeId),
        count,
      }));

/** All pieces of the days by how many cases they hold, the biggest first. */
export function keysOf(days: readonly ForecastDay[], split: Split): string[] {
  const sums = new Map<string, number>();
  for (const { key, count } of days.flatMap((day) => piecesOf(day, split)))
    sums.set(key, (sums.get(key) ?? 0) + count);
  const keys = [...sums].sort(([, a], [, b]) => b - a).map(([key]) => key);
  if (split === 'step' || keys.length <= MOST_OWNERS + 1) return keys;
  return [...keys.slice(0, MOST_OWNERS), OTHERS];
}

function countsOf(
  day: ForecastDay,
  { split, keys }: { split: Split; keys: readonly string[] },
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { key, count } of piecesOf(day, split)) {
    const name = keys.includes(key) ? key : OTHERS;
    counts[name] = (counts[name] ?? 0) + count;
  }
  return counts;
}

export interface ColumnWords {
  readonly today: LocalDate;
  readonly todayText: string;
  readonly weekday: (date: LocalDate) => string;
}

export function columnsOf(
  days: readonly ForecastDay[],
  of: { split: Split; keys: readonly string[] },
  words: ColumnWords,
): Column[] {
  return days.map((day, index) => {
    const before = days[index - 1];
    const isToday = day.date === words.today;
    return {
      key: day.date,
      labels: [isToday ? words.todayText : words.weekday(day.date), String(Number(day.date.slice(8)))],
      isMarked: isToday,
      startsGroup: before !== undefined && weekdayOf(day.date) < weekdayOf(before.date),
      total: day.total,
      counts: countsOf(day, of),
    };
  });
}

/** The colour of each piece: steps keep theirs, owners take what comes. */
export function fillsOf(
  keys: readonly string[],
  split: Split,
  paint: { strong: string; soft: string; mute: string; series: readonly string[] },
): Omit<Series, 'label'>[] {
  const [, , third = paint.mute, ...rest] = paint.series;
  const steps: Readonly<Record<string, string>> = {
    response: paint.strong,
    update: paint.soft,
    acknowledgement: paint.mute,
    adr_letter: third,
  };
  let next = 0;
  return keys.map((key) => {
    if (key === OTHERS || key === NOBODY) return { key, fill: paint.mute };
    const own = split === 'step' ? steps[key.slice(key.indexOf('.') + 1)] : undefined;
    if (own) return { key, fill: own };
    const pool = split === 'step' ? rest : paint.series;
    const fill = pool[next % pool.length] ?? paint.mute;
    next += 1;
    return { key, fill };
  });
}
