import { describe, expect, it } from 'vitest';
import { dueWithin } from '../../domain/count.ts';
import { localDate } from '../../domain/local-date.ts';
import { readOffset } from '../../domain/offset.ts';
import { calendarFor } from '../../server/calendars/index.ts';
import { ask4, at, england, policyWith } from './support.ts';

/** Bank holidays in England and Wales as published on gov.uk/bank-holidays. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  2020: ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
  2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
};

describe("England's public holidays", () => {
  it.each(Object.entries(PUBLISHED))('%s are those of gov.uk', (year, dates) => {
    const calendar = calendarFor(ask4, { from: Number(year), until: Number(year) });
    const onWeekdays = calendar.data.off.filter(
      ({ date }) => calendar.whyNot(localDate(date))?.code === 'holiday',
    );
    expect(onWeekdays.map(({ date }) => date)).toEqual(dates.map((date) => `${year}-${date}`));
  });

  it('cover whole years, with names in five languages and the region', () => {
    expect([england.data.from, england.data.until]).toEqual(['2025-01-01', '2027-12-31']);
    expect(england.data.off).toContainEqual({
      date: '2026-04-03',
      name: 'Good Friday',
      names: { de: 'Karfreitag', es: 'Viernes Santo', fr: 'Vendredi saint', nl: 'Goede Vrijdag' },
      region: 'GB-ENG',
    });
    expect(england.data.off).toContainEqual({
      date: '2026-04-06',
      name: 'Easter Monday',
      names: { de: 'Ostermontag', es: 'Lunes de Pascua', fr: 'Lundi de Pâques', nl: 'Tweede paasdag' },
      region: 'GB-ENG',
    });
  });

  it('leave out observances such as sun_15_mar, Mothering Sunday', () => {
    expect(england.data.off.map(({ name }) => name).join()).not.toMatch(/mother|valentine|halloween/i);
  });

  it('know each date once and in order', () => {
    const dates = england.data.off.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
  });
});

describe('a calendar for a policy', () => {
  const years = { from: 2026, until: 2026 };

  it('takes zone and week from the policy', () => {
    const policy = policyWith({ timeZone: 'Europe/Berlin', workingWeek: ['mon', 'sat'] });
    expect(calendarFor(policy, years)).toMatchObject({
      zone: 'Europe/Berlin',
      data: { week: [1, 6], zone: 'Europe/Berlin' },
    });
  });

  it("adds the company's closures under its own name", () => {
    const policy = policyWith({ closures: [{ date: '2026-12-29', name: 'Christmas closure' }] });
    expect(calendarFor(policy, years).whyNot(localDate('2026-12-29'))).toEqual({
      code: 'holiday',
      off: { date: '2026-12-29', name: 'Christmas closure', region: 'ASK4' },
    });
  });

  it('a holiday in any region of a union counts, named after the first region that has it', () => {
    const union = calendarFor(policyWith({ regions: ['GB-ENG', 'GB-NIR'] }), years);
    expect(union.whyNot(localDate('2026-07-13'))).toMatchObject({ off: { region: 'GB-NIR' } });
    expect(union.whyNot(localDate('2026-04-03'))).toMatchObject({ off: { region: 'GB-ENG' } });
  });

  it.each(['XX', 'GB-XXX', 'DE-ZZ'])('refuses the unknown region %s', (region) => {
    expect(() => calendarFor(policyWith({ regions: [region] }), years)).toThrow(
      `no public holidays are known for the region "${region}": use a code such as GB-ENG or DE-NW`,
    );
  });

  it('may have no region at all', () => {
    expect(calendarFor(policyWith({ regions: [] }), years).data.off).toEqual([]);
  });
});

describe('the derived checks of the complaint rules, England', () => {
  const due = (from: string, within: string) => {
    const offset = readOffset(within);
    if (!offset) throw new Error(within);
    return dueWithin(at(from), offset, england, ask4.counting);
  };

  it('acknowledged thu_2_apr, 3 working days over Good Friday and Easter Monday: due thu_9_apr', () => {
    expect(due('2026-04-02 10:00', '3 working days')).toEqual({
      dueDate: '2026-04-09',
      dueAt: at('2026-04-10'),
    });
  });

  it('update sent thu_9_apr, 7 working days: due mon_20_apr', () => {
    expect(due('2026-04-09 16:59', '7 working days').dueDate).toBe('2026-04-20');
  });

  it('received wed_8_apr and 6 weeks: due wed_20_may', () => {
    expect(due('2026-04-08 09:00', '6 weeks').dueDate).toBe('2026-05-20');
  });

  it('fri_10_jul and 3 working days, the twelfth of July is no holiday: due wed_15_jul', () => {
    expect(due('2026-07-10 09:00', '3 working days').dueDate).toBe('2026-07-15');
  });

  it('received sat_28_mar 12:00 GMT and 24 hours over the change to summer time: due sun_29_mar 13:00 BST', () => {
    expect(due('2026-03-28 12:00', '24 hours')).toEqual({
      dueDate: '2026-03-29',
      dueAt: at('2026-03-29 13:00'),
    });
  });

  it.each([
    ['acknowledged wed_23_dec over Christmas Day and Boxing Day (substitute)', '2026-12-23', '2026-12-30'],
    ['acknowledged wed_31_dec over New Year', '2025-12-31', '2026-01-06'],
    ['acknowledged thu_30_apr over the early May bank holiday', '2026-04-30', '2026-05-06'],
    ['acknowledged fri_22_may over the spring bank holiday', '2026-05-22', '2026-05-28'],
    ['acknowledged fri_28_aug over the summer bank holiday', '2026-08-28', '2026-09-03'],
    ['acknowledged good_friday_3_apr itself', '2026-04-03', '2026-04-09'],
    ['acknowledged sat_4_apr in the Easter weekend', '2026-04-04', '2026-04-09'],
    ['acknowledged tue_7_apr', '2026-04-07', '2026-04-10'],
  ])('%s and 3 working days', (_, from, to) => {
    expect(due(`${from} 12:00`, '3 working days').dueDate).toBe(to);
  });
});
