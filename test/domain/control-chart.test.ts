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
    ['has no width where nothing varies', [4, 4, 4], { mean: 4, lower: 4, upper: 4 }],
    ['of a single value is that value', [7], { mean: 7, lower: 7, upper: 7 }],
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
    ['where it always was the same', [3, 3, 3, 3, 3, 3], 4, 'above'],
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
