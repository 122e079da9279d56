import { describe, expect, it } from 'vitest';
import { CoverageError, createCalendar, type DayOff } from '../../domain/calendar.ts';
import { localDate } from '../../domain/local-date.ts';

const off: DayOff[] = [
  { date: localDate('2026-04-03'), name: 'Good Friday', names: { de: 'Karfreitag' }, region: 'GB-ENG' },
  { date: localDate('2026-04-04'), name: 'A Saturday off', region: 'GB-ENG' },
  { date: localDate('2026-04-06'), name: 'Easter Monday', region: 'GB-ENG' },
];
const april = createCalendar({
  zone: 'Europe/London',
  week: [1, 2, 3, 4, 5],
  off,
  from: localDate('2026-04-01'),
  until: localDate('2026-04-30'),
});
const day = (n: number) => localDate(`2026-04-${String(n).padStart(2, '0')}`);

describe('which days count, and why not', () => {
  it('thu_2_apr counts', () => {
    expect(april.whyNot(day(2))).toBeUndefined();
    expect(april.isWorkingDay(day(2))).toBe(true);
  });

  it('fri_3_apr does not: Good Friday, in both languages', () => {
    expect(april.whyNot(day(3))).toEqual({ code: 'holiday', off: off[0] });
    expect(april.isWorkingDay(day(3))).toBe(false);
  });

  it('sat_4_apr is a weekend even where it is a day off too', () => {
    expect(april.whyNot(day(4))).toEqual({ code: 'weekend' });
  });

  it('knows a working week of its own', () => {
    const shop = createCalendar({ ...april.data, week: [2, 6] });
    expect(shop.isWorkingDay(day(11))).toBe(true);
    expect(shop.isWorkingDay(day(10))).toBe(false);
    expect(shop.addWorkingDays(day(7), 2)).toBe('2026-04-14');
  });
});

describe('walking working days', () => {
  it.each([
    [2, 0, 2],
    [2, 1, 7],
    [2, 3, 9],
    [3, 1, 7],
    [4, 1, 7],
    [9, 7, 20],
    [9, -1, 8],
    [7, -1, 2],
    [5, -1, 2],
    [20, -7, 9],
  ])('day %i of April and %i working days is day %i', (from, count, to) => {
    expect(april.addWorkingDays(day(from), count)).toBe(day(to));
  });

  it.each([
    [2, 9, 3],
    [9, 20, 7],
    [3, 7, 1],
    [3, 6, 0],
    [9, 9, 0],
    [9, 2, -3],
    [7, 3, -1],
    [6, 3, 0],
  ])('from day %i to day %i are %i working days', (from, to, count) => {
    expect(april.workingDaysBetween(day(from), day(to))).toBe(count);
  });

  it.each([
    [2, 2],
    [3, 7],
    [4, 7],
    [6, 7],
    [11, 13],
  ])('day %i of April rolls forward to day %i', (from, to) => {
    expect(april.rollForward(day(from))).toBe(day(to));
  });
});

describe('a date past the coverage end is an error', () => {
  it.each(['2026-03-31', '2026-05-01'])('%s', (text) => {
    expect(() => april.whyNot(localDate(text))).toThrow(CoverageError);
  });

  it.each(['2026-04-01', '2026-04-30'])('%s is covered', (text) => {
    expect(april.isWorkingDay(localDate(text))).toBe(true);
  });

  it('names the date, the coverage and the fix, and has a code', () => {
    let thrown: unknown;
    try {
      april.addWorkingDays(day(30), 1);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'calendar_coverage', date: '2026-05-01', name: 'CoverageError' });
    expect(String(thrown)).toContain(
      "2026-05-01 lies outside the calendar, which covers 2026-04-01 to 2026-04-30: extend the calendar's years",
    );
  });

  it('also while walking back, counting between and rolling', () => {
    const mayDay = createCalendar({
      ...april.data,
      off: [{ date: day(30), name: 'Closed', region: 'ASK4' }],
    });
    expect(() => april.addWorkingDays(day(1), -1)).toThrow(CoverageError);
    expect(() => april.workingDaysBetween(day(29), localDate('2026-05-02'))).toThrow(CoverageError);
    expect(() => mayDay.rollForward(day(30))).toThrow(CoverageError);
  });
});

describe('an excerpt', () => {
  it('keeps zone, week and the days off within it', () => {
    expect(april.excerpt(day(4), day(20))).toEqual({
      ...april.data,
      from: '2026-04-04',
      until: '2026-04-20',
      off: off.slice(1),
    });
  });

  it('never claims more than the calendar covers', () => {
    const excerpt = april.excerpt(localDate('2025-01-01'), localDate('2027-01-01'));
    expect(excerpt).toEqual(april.data);
  });
});
