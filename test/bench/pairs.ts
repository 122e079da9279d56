import { median, rangeOf } from './median.ts';

export interface Paired {
  /** Medians of the values. */
  readonly ours: number;
  readonly theirs: number;
  /** Median of the ratios ours/theirs of each round. */
  readonly ratio: number;
  /** Lowest and highest of ours. */
  readonly range: readonly [number, number];
  readonly runs: number;
}

type Run = () => Promise<number> | number;

/**
 * Measures two things in turn, so that whatever else the machine does falls on both. Who goes first alternates, and the
 * ratio is taken of each round before the median: a slow minute spoils one ratio, not all.
 */
export async function pairs(rounds: number, ours: Run, theirs: Run): Promise<Paired> {
  const all: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const own = await ours();
      all.push({ ours: own, theirs: await theirs() });
    } else {
      const other = await theirs();
      all.push({ ours: await ours(), theirs: other });
    }
  }
  const own = all.map((one) => one.ours);
  return {
    ours: median(own),
    theirs: median(all.map((one) => one.theirs)),
    ratio: median(all.map((one) => one.ours / one.theirs)),
    range: rangeOf(own),
    runs: rounds,
  };
}
