import { describe, expect, it } from 'vitest';
import { CoverageError, createCalendar } from '../../../domain/calendar.ts';
import { closureDays } from '../../../domain/closures.ts';
import { localDate } from '../../../domain/local-date.ts';
import {
  calendarData,
  publicHolidays,
  UnknownRegionError,
  unionOf,
} from '../../../server/calendars/index.ts';

const years = { from: 2026, until: 2026 };
const base = { zone: 'Europe/London', week: [1, 2, 3, 4, 5] as const, years };
const on = (regions: readonly string[], date: string) =>
  unionOf(regions, years).find((day) => day.date === date);

describe('a union of regions', () => {
  it('has a day that is off in any of them, with all that have it', () => {
    const nations = ['GB-ENG', 'GB-WLS', 'GB-SCT', 'GB-NIR'];
    expect(on(nations, '2026-04-03')?.regions).toEqual(nations);
    expect(on(nations, '2026-04-06')?.regions).toEqual(['GB-ENG', 'GB-WLS', 'GB-NIR']);
    expect(on(nations, '2026-06-15')?.regions).toEqual(['GB-SCT']);
  });

  it('takes the name of the first region that has the day', () => {
    expect(on(['GB-ENG', 'DE-NW'], '2026-05-25')?.name).toBe('Spring bank holiday');
    expect(on(['DE-NW', 'GB-ENG'], '2026-05-25')?.name).toBe('Whit Monday');
  });

  it('is in order, has each date once, and takes a region given twice as one', () => {
    const days = unionOf(['GB-NIR', 'DE-BY', 'GB-NIR'], years);
    expect(days.map(({ date }) => date)).toEqual([...new Set(days.map(({ date }) => date))].sort());
    expect(on(['GB-NIR', 'GB-NIR'], '2026-07-13')?.regions).toEqual(['GB-NIR']);
  });

  it('tells the domain the regions where there are several, and not where it comes from', () => {
    const { off } = calendarData({ ...base, regions: ['GB-ENG', 'GB-SCT'] });
    expect(off.find(({ date }) => date === '2026-04-03')).toEqual({
      date: '2026-04-03',
      name: 'Good Friday',
      names: { de: 'Karfreitag', es: 'Viernes Santo', fr: 'Vendredi saint', nl: 'Goede Vrijdag' },
      region: 'GB-ENG',
      regions: ['GB-ENG', 'GB-SCT'],
    });
    expect(off.find(({ date }) => date === '2026-04-06')).not.toHaveProperty('regions');
  });
});

describe('closures and one-off working days', () => {
  const closures = closureDays(
    [{ from: localDate('2026-12-24'), until: localDate('2026-12-31'), name: 'Christmas closure' }],
    'ASK4',
  );
  const calendar = createCalendar(
    calendarData({
      ...base,
      regions: ['GB-ENG'],
      closures,
      on: [localDate('2026-12-19'), localDate('2026-12-30')],
    }),
  );

  it('a closed thu_24_dec does not count, and a holiday within the closure keeps its name', () => {
    expect(calendar.whyNot(localDate('2026-12-24'))).toMatchObject({ off: { region: 'ASK4' } });
    expect(calendar.whyNot(localDate('2026-12-25'))).toMatchObject({ off: { name: 'Christmas Day' } });
  });

  it('a one-off working sat_19_dec and wed_30_dec within the closure count', () => {
    expect(calendar.isWorkingDay(localDate('2026-12-19'))).toBe(true);
    expect(calendar.addWorkingDays(localDate('2026-12-18'), 1)).toBe('2026-12-19');
    expect(calendar.addWorkingDays(localDate('2026-12-23'), 1)).toBe('2026-12-30');
  });

  it('covers whole years and nothing beyond', () => {
    expect(() => calendar.isWorkingDay(localDate('2027-01-01'))).toThrow(CoverageError);
    expect(calendar.data).toMatchObject({ from: '2026-01-01', until: '2026-12-31' });
  });
});

describe('regions that are refused', () => {
  it('GB alone, which is right for no nation, naming the nations', () => {
    expect(() => publicHolidays('GB', years)).toThrow(UnknownRegionError);
    expect(() => publicHolidays('GB', years)).toThrow('use GB-ENG, GB-WLS, GB-SCT or GB-NIR, or several');
  });

  it.each([
    ['gb-nir', 'Did you mean GB-NIR?'],
    ['DE-ZZ', 'In DE there are DE-BB, DE-BE, DE-BW'],
    ['DE-BY-XX', 'use a code such as GB-ENG or DE-NW'],
    ['DE-BY-KATH-X', 'use a code such as GB-ENG or DE-NW'],
    ['XX', 'use a code such as GB-ENG or DE-NW'],
    ['', 'use a code such as GB-ENG or DE-NW'],
    ['constructor', 'use a code such as GB-ENG or DE-NW'],
  ])('"%s", saying what to use', (region, message) => {
    expect(() => publicHolidays(region, years)).toThrow(UnknownRegionError);
    expect(() => publicHolidays(region, years)).toThrow(message);
  });
});

describe('holidays that are no civil day', () => {
  it('one of several days is all of them: the New Year from mon_16_feb to fri_20_feb 2026 in Vietnam', () => {
    const dates = publicHolidays('VN', years).map(({ date }) => date);
    const february = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'];
    expect(dates.filter((date) => date.startsWith('2026-02'))).toEqual(february);
  });

  it('one that begins at sunset is the day after: Yom Kippur, mon_21_sep 2026, in Israel', () => {
    const dates = publicHolidays('IL', years).map(({ date }) => date);
    expect(dates).toContain('2026-09-21');
    expect(dates).not.toContain('2026-09-20');
  });
});
