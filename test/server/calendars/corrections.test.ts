import { describe, expect, it } from 'vitest';
import { concerns, correct } from '../../../server/calendars/correct.ts';
import { CORRECTIONS, type Correction } from '../../../server/calendars/corrections.ts';
import type { Years } from '../../../server/calendars/day.ts';
import { libraryDays } from '../../../server/calendars/library.ts';
import { BETTER_NAMES } from '../../../server/calendars/names.ts';
import { UK_NATIONS } from '../../../server/calendars/regions.ts';
import { LAENDER } from './support.ts';

const REGIONS = [...UK_NATIONS, 'IE', ...LAENDER];

/** The years that the correction is about. */
function yearsOf(correction: Correction): Years {
  if (correction.change === 'not_before') return { from: 1990, until: correction.year };
  const years = correction.dates.map((date) => Number(date.slice(0, 4)));
  return { from: Math.min(...years), until: Math.max(...years) };
}

/** Whether the days have what the correction is there for, in every one of its places. */
function isRight(correction: Correction, days: readonly { date: string; name: string }[]): boolean {
  const dates = days.map(({ date }) => date);
  switch (correction.change) {
    case 'add':
      return correction.dates.every((date) => dates.includes(date));
    case 'remove':
      return !correction.dates.some((date) => dates.includes(date));
    case 'not_before':
      return !days.some(({ date, name }) => {
        const year = Number(date.slice(0, 4));
        return name.startsWith(correction.named) && year < correction.year;
      });
  }
}

function titleOf(correction: Correction): string {
  const what =
    correction.change === 'not_before' ? `${correction.named} ${correction.year}` : correction.dates;
  return `${correction.change} ${what} (${correction.regions.join(', ')})`;
}

describe.each(CORRECTIONS.map((correction) => ({ title: titleOf(correction), correction })))('$title', ({
  correction,
}) => {
  const years = yearsOf(correction);
  const regions = REGIONS.filter((region) => concerns(correction, region));

  it('is still needed: delete it from server/calendars/corrections.ts once the library has caught up', () => {
    const wrong = regions.filter(
      (region) =>
        !isRight(
          correction,
          libraryDays(region, years).map(({ date, english }) => ({ date, name: english })),
        ),
    );
    expect(wrong).not.toEqual([]);
  });

  it('works in every region it is for', () => {
    const right = regions.filter((region) =>
      isRight(correction, correct(region, libraryDays(region, years), { years })),
    );
    expect(right).toEqual(regions);
  });

  it('has a source, and names both languages where it adds', () => {
    expect(correction.source.length).toBeGreaterThan(10);
    if (correction.change === 'add') expect([correction.name.en, correction.name.de]).not.toContain('');
  });
});

describe('corrections on top of the library', () => {
  const years = { from: 2026, until: 2026 };
  const closed: Correction = {
    change: 'add',
    regions: ['GB-SCT'],
    dates: ['2026-06-15', '2026-12-25', '2027-01-05'],
    name: { en: 'Late holiday', de: 'Später Feiertag', es: 'Tardío', fr: 'Tardif', nl: 'Laat' },
    source: 'proclaimed late',
  };
  const days = correct('GB-SCT', libraryDays('GB-SCT', years), { years, corrections: [closed] });

  it('carry their own source and all names', () => {
    expect(days.find(({ date }) => date === '2026-06-15')).toEqual({
      date: '2026-06-15',
      name: 'Late holiday',
      names: { de: 'Später Feiertag', es: 'Tardío', fr: 'Tardif', nl: 'Laat' },
      region: 'GB-SCT',
      source: 'proclaimed late',
    });
  });

  it('leave a day alone that the library has, and other years', () => {
    expect(days.find(({ date }) => date === '2026-12-25')?.source).toMatch(/^date-holidays /);
    expect(days.map(({ date }) => date)).not.toContain('2027-01-05');
  });

  it('stay out of regions that they are not for', () => {
    const english = correct('GB-ENG', libraryDays('GB-ENG', years), { years, corrections: [closed] });
    expect(english.map(({ name }) => name)).not.toContain('Late holiday');
  });
});

describe('better names', () => {
  const years = { from: 1990, until: 2030 };
  const days = REGIONS.flatMap((region) => libraryDays(region, years).map((day) => ({ region, ...day })));

  it.each(
    Object.entries(BETTER_NAMES).flatMap(([country, names]) =>
      Object.entries(names).map(([english, better]) => ({ country, english, better })),
    ),
  )('$country "$english" is one that the library uses and is better', ({ country, english, better }) => {
    const used = days.find((day) => day.region.startsWith(country) && day.english === english);
    expect(used).toBeDefined();
    expect({ en: used?.english, de: used?.german }).not.toMatchObject(better);
  });
});
