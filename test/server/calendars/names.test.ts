import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publicHolidays } from '../../../server/calendars/index.ts';
import { LIBRARY } from '../../../server/calendars/library.ts';
import { UK_NATIONS } from '../../../server/calendars/regions.ts';
import { LAENDER } from './support.ts';

const years = { from: 2010, until: 2030 };

describe.each([...UK_NATIONS, 'IE', ...LAENDER])('%s', (region) => {
  const days = publicHolidays(region, years);

  it('has a German name of its own for every day', () => {
    expect(days.filter(({ name, names }) => !names?.de || names.de === name)).toEqual([]);
  });

  it('has no German word in an English name nor an English one in a German name', () => {
    expect(days.filter(({ name }) => /tag\b|ß|ä|ö|ü/iu.test(name))).toEqual([]);
    expect(
      days.filter(({ names }) => /\b(day|bank holiday|substitute|queen|king)\b/i.test(names?.de ?? '')),
    ).toEqual([]);
  });

  it('has each date once, in order, with where it is known from', () => {
    const dates = days.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(days.filter(({ source }) => source.length < 10)).toEqual([]);
  });
});

it.each([
  ['DE-NW', '2026-10-03', 'Day of German Unity', 'Tag der Deutschen Einheit'],
  ['DE-NW', '2026-05-01', 'Labour Day', 'Tag der Arbeit'],
  ['GB-ENG', '2026-12-28', 'Boxing Day (substitute day)', '2. Weihnachtstag (Ersatztag)'],
  ['GB-ENG', '2026-05-04', 'Early May bank holiday', 'Bankfeiertag Anfang Mai'],
  ['GB-SCT', '2027-01-04', '2nd January (substitute day)', '2. Januar (Ersatztag)'],
  ['IE', '2026-12-26', 'St. Stephen’s Day', 'Stephanstag'],
])('%s %s is "%s", "%s"', (region, date, name, de) => {
  const year = Number(date.slice(0, 4));
  const day = publicHolidays(region, { from: year, until: year }).find((one) => one.date === date);
  expect(day).toMatchObject({ name, names: { de } });
});

it.each([
  [
    'GB-ENG',
    '2026-12-28',
    'San Esteban (día sustitutorio)',
    'Lendemain de Noël (jour de remplacement)',
    'Tweede kerstdag (vervangende dag)',
  ],
  ['GB-SCT', '2026-01-02', '2 de enero', '2 janvier', '2 januari'],
  [
    'GB-SCT',
    '2026-06-15',
    'Festivo por el Mundial de fútbol',
    'Jour férié pour la Coupe du monde de football',
    'Vrije dag voor het WK voetbal',
  ],
  ['DE-NW', '2026-05-14', 'La Ascensión', 'Ascension', 'Hemelvaartsdag'],
  [
    'DE-NW',
    '2026-10-03',
    'Día de la Unidad Alemana',
    'Jour de l’Unité allemande',
    'Dag van de Duitse Eenheid',
  ],
])('%s %s is "%s", "%s", "%s"', (region, date, es, fr, nl) => {
  const day = publicHolidays(region, { from: 2026, until: 2026 }).find((one) => one.date === date);
  expect(day?.names).toMatchObject({ es, fr, nl });
});

it('calls no day by an English name in another language', () => {
  const english = /\b(day|bank holiday|substitute|monday|of)\b/i;
  const names = ['GB-SCT', 'GB-NIR', 'IE', 'DE-BY'].flatMap((region) =>
    publicHolidays(region, { from: 2026, until: 2028 }).flatMap((day) => Object.entries(day.names ?? {})),
  );
  expect(names.filter(([, name]) => english.test(name))).toEqual([]);
});

it('names the version of the library that is installed', () => {
  const installed = z
    .object({ version: z.string() })
    .parse(createRequire(import.meta.url)('date-holidays/package.json'));
  expect(LIBRARY).toBe(`date-holidays ${installed.version}`);
});
