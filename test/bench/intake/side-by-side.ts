import type { Figure } from '../figure.ts';
import { median, rangeOf } from '../median.ts';

/** What so many processes did in a second, in one round. */
export type Round = ReadonlyMap<number, number>;

interface Told {
  /** What is counted: `webhooks`, `looks`. */
  readonly what: string;
  readonly note: string;
}

/** A figure for each number of processes beside one, from rounds in which each had its turn. */
export function besideOne(rounds: readonly Round[], { what, note }: Told): Figure[] {
  const counts = [...(rounds[0]?.keys() ?? [])].filter((count) => count > 1);
  const of = (count: number): number[] => rounds.map((round) => round.get(count) ?? Number.NaN);
  const one = of(1);
  return counts.map((count) => {
    const own = of(count);
    return {
      name: `${what} a second, ${count} processes on one Postgres`,
      unit: `${what}/s`,
      ours: median(own),
      against: { name: 'one process', value: median(one) },
      ratio: median(own.map((value, round) => value / (one[round] ?? Number.NaN))),
      limit: { is: 'at least', value: 1, of: 'ratio' },
      runs: rounds.length,
      range: rangeOf(own),
      note,
    };
  });
}
