import { describe, expect, it } from 'vitest';
import { hasFallen, signalOf, usualRange } from '../../domain/control-chart.ts';

// Worked by hand: ranges 2, 3, 1, 4, 2, 3 have the mean 15 / 6 = 2.5; 2.66 × 2.5 = 6.65; mean 70 / 7 = 10.
const SERIES = [10, 12, 9, 10, 6, 8, 11];

describe('the usual range', () => {
  it('is the mean and 2.66 mean moving ranges to both sides', () => {
    const range = usualRange(SERIES);
    expect(range?.mean).toBeCloseTo(66 / 7, 10);
    expect(range?.upper).toBeCloseTo(66 / 7 + 2.66 * (15 / 6), 10);
    expect(range?.lower).toBeCloseTo(66 / 7 - 2.66 * (15 / 6), 10);
  });

  it.each([
    ['never goes below nothing', [1, 9, 1, 9], { mean: 5, lower: 0, upper: 5 + 2.66 * 8 }],
    // Three roots of the mean: what chance does to a count.
    ['is that of chance where nothing varies', [4, 4, 4], { mean: 4, lower: 0, upper: 10 }],
    ['is that of chance for a single value', [9], { mean: 9, lower: 0, upper: 18 }],
    [
      'is not below that of chance where counts hardly move',
      [16, 16, 15, 16, 17, 16],
      { mean: 16, lower: 4, upper: 28 },
    ],
    // Ranges of 1 each: 3.268 × 1 is more than 3, so the ranges tell enough.
    [
      'goes by the ranges where they tell enough',
      [100, 101, 100, 101],
      { mean: 100.5, lower: 97.84, upper: 103.16 },
    ],
    // Twelve times none: a mean of 3 / 12 may be behind it, and 3 × √0.25 above.
    ['leaves room above nothing', Array.from({ length: 12 }, () => 0), { mean: 0, lower: 0, upper: 1.5 }],
  ])('%s', (_, values, expected) => {
    expect(usualRange(values)).toEqual(expected);
  });

  it('is none of nothing', () => {
    expect(usualRange([])).toBeUndefined();
  });
});

describe('a signal', () => {
  const upper = 66 / 7 + 6.65;
  const lower = 66 / 7 - 6.65;
  it.each([
    ['above the range', SERIES, upper + 0.01, 'above'],
    ['at its upper end', SERIES, upper, null],
    ['within it', SERIES, 10, null],
    ['at its lower end', SERIES, lower, null],
    ['below it', SERIES, lower - 0.01, 'below'],
    ['with five values before', [10, 12, 9, 10, 6], 1_000, null],
    ['with six values before', [10, 12, 9, 10, 6, 8], 1_000, 'above'],
    ['with none before', [], 5, null],
    ['where it always was the same, by one more', [7, 7, 7, 7, 7, 7], 8, null],
    ['where it always was the same, by one less', [7, 7, 7, 7, 7, 7], 6, null],
    ['where it always was the same, and rose a lot', [7, 7, 7, 7, 7, 7], 15, 'above'],
    ['where it hardly moved', [7, 7, 8, 7, 7, 7], 6, null],
    ['of a new cause, by one', [0, 0, 0, 0, 0, 0], 1, null],
    ['of a new cause, by many', [0, 0, 0, 0, 0, 0], 9, 'above'],
  ] as const)('%s', (_, before, value, expected) => {
    expect(signalOf(before, value)).toBe(expected);
  });
});

describe('a cause', () => {
  // Half of the usual reach for a mean of four months.
  const edge = 66 / 7 - 6.65 / 2;
  it.each([
    ['has fallen below what chance explains', SERIES, [edge - 0.1, edge - 0.1, edge - 0.1, edge - 0.1], true],
    ['has not where chance explains it', SERIES, [edge + 0.1, edge + 0.1, edge + 0.1, edge + 0.1], false],
    ['has not where it rose', SERIES, [20, 20, 20], false],
    ['is not judged by two months', SERIES, [0, 0], null],
    ['is not judged by five months before', [10, 12, 9, 10, 6], [0, 0, 0], null],
  ] as const)('%s', (_, before, after, expected) => {
    expect(hasFallen(before, after, 3)).toBe(expected);
  });
});
