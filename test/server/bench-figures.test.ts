import { describe, expect, it, test } from 'vitest';
import type { Figure } from '../bench/figure.ts';
import { headroom, isMissed } from '../bench/limits.ts';
import { median } from '../bench/median.ts';
import { shown } from '../bench/numbers.ts';
import { pairs } from '../bench/pairs.ts';

const figure = (of: Partial<Figure>): Figure => ({
  name: 'a figure',
  unit: 'ms',
  ours: 10,
  runs: 1,
  range: [10, 10],
  ...of,
});

describe('a limit', () => {
  const cases: readonly (readonly [string, Partial<Figure>, number | undefined, boolean])[] = [
    ['at most, met', { limit: { is: 'at most', value: 20, of: 'ours' } }, 2, false],
    ['at most, just met', { limit: { is: 'at most', value: 10, of: 'ours' } }, 1, false],
    ['at most, missed', { limit: { is: 'at most', value: 5, of: 'ours' } }, 0.5, true],
    ['at least, missed', { limit: { is: 'at least', value: 40, of: 'ours' } }, 0.25, true],
    ['of the ratio', { ratio: 100, limit: { is: 'at least', value: 50, of: 'ratio' } }, 2, false],
    ['of a ratio that is not there', { limit: { is: 'at least', value: 50, of: 'ratio' } }, undefined, false],
    ['none', {}, undefined, false],
  ];
  it.each(cases)('%s', (_, of, factor, missed) => {
    expect([headroom(figure(of)), isMissed(figure(of))]).toEqual([factor, missed]);
  });
});

test('pairs are run in turn, each first as often, and their ratios are taken before the median', async () => {
  const order: string[] = [];
  const from = (name: string, values: number[]) => () => {
    order.push(name);
    return values.shift() ?? Number.NaN;
  };
  const paired = await pairs(3, from('ours', [10, 100, 30]), from('theirs', [1, 50, 10]));
  expect(order).toEqual(['ours', 'theirs', 'theirs', 'ours', 'ours', 'theirs']);
  expect(paired).toEqual({ ours: 30, theirs: 10, ratio: 3, range: [10, 100], runs: 3 });
});

test('the median of an even number is the mean of the two in the middle; of none there is none', () => {
  expect([median([4, 1, 3, 2]), median([3, 1, 2]), median([7])]).toEqual([2.5, 2, 7]);
  expect(() => median([])).toThrow(RangeError);
});

test('numbers are shown with the digits that tell something', () => {
  expect([1_234_567.8, 12.345, 0.04567, 0].map(shown)).toEqual(['1,234,568', '12.3', '0.0457', '0']);
});
