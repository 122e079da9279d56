import { expect, it } from 'vitest';
import { localDate } from '../../../domain/local-date.ts';
import { dateText, reasonText } from '../../../domain/reason-text.ts';
import { at } from '../support.ts';

it.each([
  ['en', '2026-09-09', 'Wed 9 Sept 2026'],
  ['en', '2026-01-01', 'Thu 1 Jan 2026'],
  ['de', '2026-03-01', 'So., 1. März 2026'],
  ['de', '2026-12-31', 'Do., 31. Dez. 2026'],
] as const)('a date in words, %s: %s', (language, date, text) => {
  expect(dateText(localDate(date), language)).toBe(text);
});

it('the end of a day is 24:00 of that day even where the clocks skip midnight', () => {
  const santiago = 'America/Santiago';
  const reason = {
    code: 'due' as const,
    date: localDate('2026-09-05'),
    at: at('2026-09-05 24:00', santiago),
  };
  expect(reasonText(reason, 'en', santiago)).toBe('due Sat 5 Sept 2026, 24:00');
});
