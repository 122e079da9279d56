import type Holidays from 'date-holidays';

/** A region as date-holidays looks it up: country, state or nation, and for a few a part of it (DE-BY-KATH). */
export interface Region {
  readonly country: string;
  readonly state?: string;
  readonly part?: string;
}

/** The nations of the United Kingdom. */
export const UK_NATIONS = ['GB-ENG', 'GB-WLS', 'GB-SCT', 'GB-NIR'] as const;

/** Nobody knows the public holidays of the region; the message names codes that work. */
export class UnknownRegionError extends Error {
  readonly code = 'unknown_region';
  readonly region: string;
  constructor(region: string, message: string) {
    super(message);
    this.name = 'UnknownRegionError';
    this.region = region;
  }
}

const namesOf = (names: Record<string, string> | undefined): readonly string[] => Object.keys(names ?? {});

function find(library: Holidays, code: string): Region | undefined {
  const [country = '', state, part, ...more] = code.split('-');
  if (more.length > 0 || !namesOf(library.getCountries()).includes(country)) return undefined;
  if (state === undefined) return { country };
  if (!namesOf(library.getStates(country)).includes(state)) return undefined;
  if (part === undefined) return { country, state };
  return namesOf(library.getRegions(country, state)).includes(part) ? { country, state, part } : undefined;
}

function hint(library: Holidays, region: string): string {
  const capital = region.trim().toUpperCase();
  if (capital !== region && find(library, capital)) return `. Did you mean ${capital}?`;
  const [country = ''] = capital.split('-');
  const states = namesOf(library.getStates(country)).map((state) => `${country}-${state}`);
  return states.length > 0 ? `. In ${country} there are ${states.sort().join(', ')}` : '';
}

/**
 * Looks up a region such as GB-ENG, DE-NW or IE. The library answers for the whole country where it doesn't know a
 * state, hence the care. `GB` alone is refused: the library leaves the summer bank holiday out of it and puts Easter
 * Monday in, which is right for no nation. `DE` alone is the nine holidays that all Länder share.
 * @throws UnknownRegionError
 */
export function readRegion(library: Holidays, region: string): Region {
  if (region === 'GB') {
    throw new UnknownRegionError(
      region,
      `"GB" has no public holidays of its own, as its nations differ: use ${UK_NATIONS.slice(0, -1).join(', ')} or ${UK_NATIONS.at(-1)}, or several of them for their union`,
    );
  }
  const found = find(library, region);
  if (found) return found;
  throw new UnknownRegionError(
    region,
    `no public holidays are known for the region "${region}": use a code such as GB-ENG or DE-NW${hint(library, region)}`,
  );
}
