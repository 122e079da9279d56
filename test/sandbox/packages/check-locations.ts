import { isObject, type JsonObject, listOf, textOf } from '../json.ts';
import type { FaultList } from './fault.ts';
import type { PackageFiles } from './package-files.ts';

const FILE = 'manifest.json';
const LOCATIONS: Readonly<Record<string, readonly string[]>> = {
  support: [
    'background',
    'modal',
    'nav_bar',
    'new_ticket_sidebar',
    'organization_sidebar',
    'system_top_bar',
    'ticket_editor',
    'ticket_module',
    'ticket_sidebar',
    'top_bar',
    'user_sidebar',
  ],
  chat: ['background', 'chat_sidebar'],
  sell: ['background', 'company_card', 'deal_card', 'lead_card', 'modal', 'person_card', 'top_bar'],
};

/** One place of an app, as the manifest writes it. */
export interface ManifestPlace {
  product: string;
  name: string;
  /** Undefined where the manifest gives none, or something that is no text. */
  url: string | undefined;
  options: JsonObject;
}

/** The places that a manifest names; a place may be an object or just its address. */
export function placesOf(manifest: JsonObject): ManifestPlace[] {
  const location = manifest.location;
  if (!isObject(location)) return [];
  return Object.entries(location).flatMap(([product, places]) =>
    isObject(places)
      ? Object.entries(places).map(([name, place]) => ({
          product,
          name,
          url: textOf(place) ?? (isObject(place) ? textOf(place.url) : undefined),
          options: isObject(place) ? place : {},
        }))
      : [],
  );
}

/** Where the app appears: places that exist, and pages that can be loaded. */
export function checkLocations(manifest: JsonObject, files: PackageFiles, faults: FaultList): void {
  const { location } = manifest;
  if (location === undefined || location === null) return;
  if (manifest.requirementsOnly === true || manifest.marketingOnly === true)
    faults.error('no_location_required', FILE, 'has requirements only, so "location" must go.');
  if (!isObject(location) || Object.values(location).some((it) => !isObject(it))) {
    faults.error(
      'locations_must_be_urls',
      FILE,
      '"location" must be like {"support":{"ticket_sidebar":{"url":"assets/iframe.html"}}}.',
    );
    return;
  }
  if (placesOf(manifest).length === 0)
    faults.error('manifest_keys.missing', FILE, '"location" names no place. Add one.');
  for (const product of Object.keys(location))
    if (!(product in LOCATIONS))
      faults.error(
        'invalid_host',
        FILE,
        `"${product}" is no product for apps; use ${Object.keys(LOCATIONS).join(', ')}.`,
      );
  for (const place of placesOf(manifest)) checkPlace(place, { files, faults });
}

function checkPlace(
  place: ManifestPlace,
  { files, faults }: { files: PackageFiles; faults: FaultList },
): void {
  const { product, name, url, options } = place;
  const known = listOf(LOCATIONS[product]);
  if (known.length > 0 && !known.includes(name))
    faults.error(
      'invalid_location',
      FILE,
      `"${name}" is no location of ${product}; use ${known.join(', ')}.`,
    );
  for (const flag of ['flexible', 'autoLoad', 'autoHide', 'signed'])
    if (options[flag] !== undefined && typeof options[flag] !== 'boolean')
      faults.error('invalid_location_flexible_type', FILE, `"${flag}" of ${name} must be true or false.`);
  if (url === undefined || url === '') {
    if (options.autoLoad !== false)
      faults.error('blank_location_uri', FILE, `${name} has no url. Name a page, or set autoLoad to false.`);
    return;
  }
  const problem = url.includes('{{setting.') ? undefined : problemOf(url, files);
  if (problem !== undefined)
    faults.error('invalid_location_uri', FILE, `the url "${url}" of ${name} ${problem}`);
}

function problemOf(url: string, files: PackageFiles): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    const parsed = URL.parse(url);
    if (parsed !== null && (parsed.protocol === 'https:' || parsed.hostname === 'localhost'))
      return undefined;
    return 'must use https (or be on localhost).';
  }
  const path = url.replace(/[?#].*$/s, '');
  if (!path.startsWith('assets/')) return 'must begin with "assets/" or be an https address.';
  return files.names.includes(path)
    ? undefined
    : 'names a file that the package lacks. Add it or mend the url.';
}
