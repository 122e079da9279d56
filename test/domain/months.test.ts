import { expect, it } from 'vitest';
import { localDate } from '../../domain/local-date.ts';
import { addToMonth, isMonth, monthOf, monthsEnding, monthsFrom, startOfMonth } from '../../domain/months.ts';

const month = (text: string) => monthOf(localDate(`${text}-01`));

it.each([
  ['2026-04', true],
  ['2026-13', false],
  ['2026-4', false],
  ['2026-04-01', false],
  ['', false],
])('"%s" is a month: %s', (text, expected) => {
  expect(isMonth(text)).toBe(expected);
});

it('counts over the ends of years', () => {
  expect(addToMonth(month('2026-11'), 3)).toBe('2027-02');
  expect(addToMonth(month('2026-01'), -1)).toBe('2025-12');
  expect(monthsEnding(month('2026-02'), 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsFrom(month('2025-12'), month('2026-01'))).toEqual(['2025-12', '2026-01']);
  expect(monthsFrom(month('2026-02'), month('2026-01'))).toEqual([]);
});

it('begins at midnight of the zone', () => {
  expect(new Date(startOfMonth(month('2026-04'), 'Europe/London')).toISOString()).toBe(
    '2026-03-31T23:00:00.000Z',
  );
  expect(new Date(startOfMonth(month('2026-01'), 'Europe/Berlin')).toISOString()).toBe(
    '2025-12-31T23:00:00.000Z',
  );
});
