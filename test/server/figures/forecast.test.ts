import { expect, it } from 'vitest';
import { localDate } from '../../../domain/local-date.ts';
import { workDays } from '../../../server/api/forecast.ts';
import { createCalendarSource } from '../../../server/policies/calendars.ts';
import { readPolicy } from '../../support/policy.ts';

const policy = await readPolicy('policies/ask4.yaml');
const now = Date.parse('2026-04-02T09:00:00Z');
const calendar = createCalendarSource()(policy, now, now);
const spans = (date: string) =>
  workDays(localDate(date), calendar).map(({ date: from, until }) => `${from}/${until}`);

it('before Easter: what falls on the holidays has to be done on Maundy Thursday', () => {
  expect(spans('2026-04-02')).toEqual([
    '2026-04-02/2026-04-06',
    '2026-04-07/2026-04-07',
    '2026-04-08/2026-04-08',
    '2026-04-09/2026-04-09',
    '2026-04-10/2026-04-12',
    '2026-04-13/2026-04-13',
    '2026-04-14/2026-04-14',
    '2026-04-15/2026-04-15',
    '2026-04-16/2026-04-16',
    '2026-04-17/2026-04-19',
  ]);
});

it('on a free day: that day with those up to the next working day, then ten working days', () => {
  const days = spans('2026-04-04');
  expect(days).toHaveLength(11);
  expect(days.slice(0, 2)).toEqual(['2026-04-04/2026-04-06', '2026-04-07/2026-04-07']);
  expect(days.at(-1)).toBe('2026-04-20/2026-04-20');
});

it('ends where the calendar does', () => {
  const days = workDays(localDate(calendar.data.until), calendar);
  expect(days).toEqual([{ date: calendar.data.until, until: calendar.data.until }]);
});
