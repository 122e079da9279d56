import { localDate } from '../../domain/local-date.ts';
import { CORRECTIONS, type Correction } from './corrections.ts';
import type { SourcedDay, Years } from './day.ts';
import { LIBRARY, type LibraryDay } from './library.ts';
import { betterNames } from './names.ts';

const SUBSTITUTE: Readonly<Record<string, string>> = {
  en: ' (substitute day)',
  de: ' (Ersatztag)',
  es: ' (día sustitutorio)',
  fr: ' (jour de remplacement)',
  nl: ' (vervangende dag)',
};

/** Whether the correction is about the region or about something that the region is a part of. */
export function concerns({ regions }: Correction, region: string): boolean {
  return regions.some((one) => one === region || region.startsWith(`${one}-`));
}

function isRemoved(correction: Correction, day: LibraryDay): boolean {
  switch (correction.change) {
    case 'add':
      return false;
    case 'remove':
      return correction.dates.includes(day.date);
    case 'not_before':
      return day.english === correction.named && Number(day.date.slice(0, 4)) < correction.year;
  }
}

function sourced(day: LibraryDay, region: string): SourcedDay {
  const { en, ...others } = betterNames(region, day);
  const whole = (name: string, language: string): string =>
    day.substitute ? `${name}${SUBSTITUTE[language] ?? ''}` : name;
  const name = whole(en, 'en');
  const names = Object.entries(others)
    .map(([language, one]) => [language, whole(one, language)] as const)
    .filter(([, one]) => one !== name);
  return {
    date: day.date,
    name,
    ...(names.length > 0 ? { names: Object.fromEntries(names) } : {}),
    region,
    source: LIBRARY,
  };
}

function addedDays(correction: Correction, region: string, years: Years): SourcedDay[] {
  if (correction.change !== 'add') return [];
  const { name, source } = correction;
  const { en, ...names } = name;
  return correction.dates
    .map(localDate)
    .filter((date) => Number(date.slice(0, 4)) >= years.from && Number(date.slice(0, 4)) <= years.until)
    .map((date) => ({ date, name: en, names, region, source }));
}

/** The library's days of a region with the corrections on top, in order of date; one day for each date. */
export function correct(
  region: string,
  days: readonly LibraryDay[],
  {
    years,
    corrections = CORRECTIONS,
  }: { readonly years: Years; readonly corrections?: readonly Correction[] },
): SourcedDay[] {
  const apt = corrections.filter((correction) => concerns(correction, region));
  const kept = days.filter((day) => !apt.some((correction) => isRemoved(correction, day)));
  const byDate = new Map<string, SourcedDay>();
  for (const day of [
    ...kept.map((day) => sourced(day, region)),
    ...apt.flatMap((correction) => addedDays(correction, region, years)),
  ])
    if (!byDate.has(day.date)) byDate.set(day.date, day);
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
