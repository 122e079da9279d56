/**
 * Individuals and moving range chart (XmR): Walter A. Shewhart's limits for single values, as Donald J. Wheeler gives
 * them in "Understanding Variation" (1993): mean ± 2.66 × mean moving range, where 2.66 is 3 / d2 with d2 = 1.128 for
 * ranges of two.
 */
const LIMIT_FACTOR = 2.66;

/**
 * Counts that hardly move are too coarse for their own ranges: Wheeler's sign of "chunky data" is that no more than three
 * values of a range (0, 1 and 2) lie below the range's upper limit, which is 3.268 × mean moving range ("The Problem of
 * Chunky Data", Quality Digest, July 2023). The limits would be too narrow, and with no move at all have no width.
 */
const RANGE_LIMIT_FACTOR = 3.268;
const COARSE_BELOW = 3;
/** Where nothing was counted n times, 3 / n is the highest mean that fits at 95 % ("rule of three", Hanley 1983). */
const RULE_OF_THREE = 3;

/** With fewer values before it nothing is called unusual. */
export const LEAST_BEFORE = 6;

/** The usual range of a count. */
export interface UsualRange {
  readonly mean: number;
  /** Never below 0: nothing is counted less than not at all. */
  readonly lower: number;
  readonly upper: number;
}

export type Signal = 'above' | 'below';

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Three standard deviations of a count by chance alone (Poisson), as on a c-chart. */
const chanceReach = (values: readonly number[]): number =>
  3 * Math.sqrt(Math.max(meanOf(values), RULE_OF_THREE / values.length));

/** How far single counts of a series usually lie from their mean at the most. */
function reachOf(values: readonly number[]): number {
  const moves = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const move = moves.length === 0 ? 0 : meanOf(moves);
  const reach = LIMIT_FACTOR * move;
  return RANGE_LIMIT_FACTOR * move < COARSE_BELOW ? Math.max(reach, chanceReach(values)) : reach;
}

/** The usual range of counts in their order of time; undefined of none. */
export function usualRange(values: readonly number[]): UsualRange | undefined {
  if (values.length === 0) return undefined;
  const [mean, reach] = [meanOf(values), reachOf(values)];
  return { mean, lower: Math.max(mean - reach, 0), upper: mean + reach };
}

/** Whether a value lies beyond the usual range of those before it; null where it doesn't, or where they are too few. */
export function signalOf(before: readonly number[], value: number): Signal | null {
  const range = usualRange(before);
  if (!range || before.length < LEAST_BEFORE) return null;
  if (value > range.upper) return 'above';
  return value < range.lower ? 'below' : null;
}

/**
 * Whether the mean of values is lower than chance explains, by the values before: three standard errors, which is the
 * usual reach by the root of how many there are. Null where either are too few to say.
 */
export function hasFallen(
  before: readonly number[],
  after: readonly number[],
  leastAfter: number,
): boolean | null {
  if (before.length < LEAST_BEFORE || after.length < leastAfter) return null;
  return meanOf(after) < meanOf(before) - reachOf(before) / Math.sqrt(after.length);
}
