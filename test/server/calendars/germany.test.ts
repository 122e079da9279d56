import { describe, expect, it } from 'vitest';
import { holidaysOf, LAENDER } from './support.ts';

/** The holidays that move, written down from the church calendar: Easter 31 Mar 2024, 20 Apr 2025, 5 Apr 2026 ... */
interface Moving {
  readonly goodFriday: string;
  readonly easterSunday: string;
  readonly easterMonday: string;
  readonly ascension: string;
  readonly whitSunday: string;
  readonly whitMonday: string;
  readonly corpusChristi: string;
  readonly repentance: string;
}
const MOVING: Readonly<Record<string, string>> = {
  2018: '03-30 04-01 04-02 05-10 05-20 05-21 05-31 11-21',
  2019: '04-19 04-21 04-22 05-30 06-09 06-10 06-20 11-20',
  2024: '03-29 03-31 04-01 05-09 05-19 05-20 05-30 11-20',
  2025: '04-18 04-20 04-21 05-29 06-08 06-09 06-19 11-19',
  2026: '04-03 04-05 04-06 05-14 05-24 05-25 06-04 11-18',
  2027: '03-26 03-28 03-29 05-06 05-16 05-17 05-27 11-17',
  2028: '04-14 04-16 04-17 05-25 06-04 06-05 06-15 11-22',
};

function movingOf(year: string): Moving {
  const dates = MOVING[year]?.split(' ') ?? [];
  const date = (index: number): string => dates[index] ?? '';
  return {
    goodFriday: date(0),
    easterSunday: date(1),
    easterMonday: date(2),
    ascension: date(3),
    whitSunday: date(4),
    whitMonday: date(5),
    corpusChristi: date(6),
    repentance: date(7),
  };
}

/** The Länder that have a holiday besides the nine that all have, by the Länder's laws on public holidays. */
const REFORMATION = 'BB MV SN ST TH HB HH NI SH'.split(' ');
const CORPUS_CHRISTI = 'BW BY HE NW RP SL'.split(' ');
const ALL_SAINTS = 'BW BY NW RP SL'.split(' ');
const EPIPHANY = 'BW BY ST'.split(' ');

function lawful(land: string, year: string): string[] {
  const m = movingOf(year);
  const since = (first: number): boolean => Number(year) >= first;
  const has = (lands: readonly string[], date: string): string[] => (lands.includes(land) ? [date] : []);
  return [
    ...['01-01', m.goodFriday, m.easterMonday, '05-01', m.ascension, m.whitMonday, '10-03', '12-25', '12-26'],
    ...has(EPIPHANY, '01-06'),
    ...(since(2019) ? has(['BE'], '03-08') : []),
    ...(since(2023) ? has(['MV'], '03-08') : []),
    ...has(['BB'], m.easterSunday),
    ...has(['BB'], m.whitSunday),
    ...has(CORPUS_CHRISTI, m.corpusChristi),
    // In Bavaria only where most people are Catholic: DE-BY-KATH.
    ...has(['SL'], '08-15'),
    ...(since(2019) ? has(['TH'], '09-20') : []),
    ...has(REFORMATION, '10-31'),
    ...has(ALL_SAINTS, '11-01'),
    ...has(['SN'], m.repentance),
    ...(year === '2025' ? has(['BE'], '05-08') : []),
    ...(year === '2028' ? has(['BE'], '06-17') : []),
  ].sort();
}

describe.each(LAENDER)('%s has the holidays of its law', (region) => {
  it.each(Object.keys(MOVING))('%s', (year) => {
    expect(holidaysOf(region, year)).toEqual(lawful(region.slice(3), year));
  });
});

describe('what is easily got wrong', () => {
  it.each(LAENDER)('tue_31_oct 2017, five hundred years of the Reformation, was off in %s', (region) => {
    expect(holidaysOf(region, 2017)).toContain('10-31');
  });

  it.each([
    ['DE-BE', 2020, '05-08', true],
    ['DE-BE', 2024, '05-08', false],
    ['DE-BE', 2025, '05-08', true],
    ['DE-BB', 2025, '05-08', false],
    ['DE-BE', 2018, '03-08', false],
    ['DE-MV', 2022, '03-08', false],
    ['DE-MV', 2023, '03-08', true],
    ['DE-TH', 2018, '09-20', false],
    ['DE-HH', 2016, '10-31', false],
    ['DE-BY', 2025, '08-15', false],
    ['DE-BY-KATH', 2025, '08-15', true],
    ['DE-BY', 2025, '08-08', false],
    ['DE-BY-A', 2025, '08-08', true],
    ['DE-BY', 2026, '11-18', false],
    ['DE-SN', 2026, '06-04', false],
    ['DE-TH', 2026, '06-04', false],
    ['DE-SN', 1994, '11-16', true],
    ['DE-NW', 1994, '11-16', true],
    ['DE-NW', 1995, '11-22', false],
    ['DE-NW', 2026, '12-24', false],
    ['DE-NW', 2026, '12-31', false],
  ])('%s %i-%s: off is %s', (region, year, date, off) => {
    expect(holidaysOf(region, year).includes(date)).toBe(off);
  });

  it('DE alone is the nine holidays that all Länder share', () => {
    const nine = '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26';
    expect(holidaysOf('DE', 2026).join(' ')).toBe(nine);
  });
});
