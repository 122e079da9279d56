import type { DayOff } from '../../domain/calendar.ts';
import { correct } from './correct.ts';
import type { SourcedDay, UnionDay, Years } from './day.ts';
import { libraryDays } from './library.ts';

/** The public holidays of one region for whole years. @throws UnknownRegionError */
export function publicHolidays(region: string, years: Years): SourcedDay[] {
  return correct(region, libraryDays(region, years), { years });
}

/**
 * A day that is off in any of the regions is off (FOIA s.10(6) counts so); it keeps all the regions that have it. In
 * order of date. @throws UnknownRegionError
 */
export function unionOf(regions: readonly string[], years: Years): UnionDay[] {
  const byDate = new Map<string, UnionDay>();
  for (const { region, ...day } of [...new Set(regions)].flatMap((one) => publicHolidays(one, years))) {
    const known = byDate.get(day.date);
    byDate.set(
      day.date,
      known ? { ...known, regions: [...known.regions, region] } : { ...day, regions: [region] },
    );
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** As the domain has it, which doesn't ask where a day is known from. */
export function dayOff({ date, name, names, regions }: UnionDay): DayOff {
  const [region = ''] = regions;
  return { date, name, ...(names ? { names } : {}), region, ...(regions.length > 1 ? { regions } : {}) };
}
