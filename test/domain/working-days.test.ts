import { describe, expect, it } from 'vitest';
import { type CalendarData, CoverageError, createCalendar } from '../../domain/calendar.ts';
import { addDays, localDate } from '../../domain/local-date.ts';

const day = (text: string) => localDate(text);
const june: CalendarData = {
  zone: 'Europe/Berlin',
  week: [1, 2, 3, 4, 5],
  off: [
    { date: day('2026-06-04'), name: 'Corpus Christi', region: 'DE-NW' },
    { date: day('2026-06-15'), name: 'Closed', region: 'ASK4' },
  ],
  on: [day('2026-06-13'), day('2026-06-15')],
  from: day('2026-06-01'),
  until: day('2026-06-30'),
};
const calendar = createCalendar(june);

describe('one-off working days', () => {
  it('sat_13_jun counts though it is a Saturday, mon_15_jun though it is a day off', () => {
    expect(calendar.whyNot(day('2026-06-13'))).toBeUndefined();
    expect(calendar.whyNot(day('2026-06-15'))).toBeUndefined();
    expect(calendar.addWorkingDays(day('2026-06-12'), 2)).toBe('2026-06-15');
    expect(calendar.rollForward(day('2026-06-13'))).toBe('2026-06-13');
  });

  it('go into an excerpt, where they lie within it', () => {
    expect(calendar.excerpt(day('2026-06-14'), day('2026-06-20')).on).toEqual(['2026-06-15']);
  });
});

/** Every date of the calendar, asked one by one: what counting by number must agree with. */
const dates = Array.from({ length: 30 }, (_, index) => addDays(june.from, index));
const open = dates.filter((date) => calendar.isWorkingDay(date));

describe('counting by number agrees with asking day by day', () => {
  it.each(dates)('from %s, forwards and back', (from) => {
    const later = open.filter((date) => date > from);
    const earlier = open.filter((date) => date < from).reverse();
    expect(later.map((_, index) => calendar.addWorkingDays(from, index + 1))).toEqual(later);
    expect(earlier.map((_, index) => calendar.addWorkingDays(from, -index - 1))).toEqual(earlier);
    expect(dates.map((to) => calendar.workingDaysBetween(from, to))).toEqual(
      dates.map((to) =>
        to < from
          ? 0 - open.filter((date) => date > to && date <= from).length
          : open.filter((date) => date > from && date <= to).length,
      ),
    );
    expect(() => calendar.addWorkingDays(from, later.length + 1)).toThrow('2026-07-01 lies outside');
    expect(() => calendar.addWorkingDays(from, -earlier.length - 1)).toThrow('2026-05-31 lies outside');
  });

  it('day 0 itself needs no coverage, the days after it do', () => {
    expect(calendar.addWorkingDays(day('2026-05-31'), 1)).toBe('2026-06-01');
    expect(calendar.addWorkingDays(day('2026-07-01'), -1)).toBe('2026-06-30');
    expect(calendar.addWorkingDays(day('2026-05-01'), 0)).toBe('2026-05-01');
    expect(calendar.workingDaysBetween(day('2026-05-31'), day('2026-06-02'))).toBe(2);
    expect(() => calendar.addWorkingDays(day('2026-05-30'), 1)).toThrow('2026-05-31 lies outside');
    expect(() => calendar.addWorkingDays(day('2026-07-02'), -1)).toThrow('2026-07-01 lies outside');
    expect(() => calendar.workingDaysBetween(day('2026-05-30'), day('2026-06-02'))).toThrow('2026-05-31');
    expect(() => calendar.workingDaysBetween(day('2026-06-29'), day('2026-07-02'))).toThrow('2026-07-01');
  });

  it('a calendar without a working day, or without a day, is never searched beyond its end', () => {
    const never = createCalendar({ ...june, week: [], on: [] });
    expect(() => never.addWorkingDays(june.from, 1)).toThrow(CoverageError);
    const none = createCalendar({ ...june, until: day('2026-05-31') });
    expect(() => none.addWorkingDays(june.from, 1)).toThrow(CoverageError);
    expect(() => none.workingDaysBetween(june.from, june.until)).toThrow(CoverageError);
  });

  it('knows weeks of other shapes', () => {
    const shop = createCalendar({ ...june, week: [7, 2], off: [], on: [] });
    const found = [1, 2, 3, 4].map((n) => shop.addWorkingDays(day('2026-06-01'), n));
    expect(found).toEqual(['2026-06-02', '2026-06-07', '2026-06-09', '2026-06-14']);
  });
});
