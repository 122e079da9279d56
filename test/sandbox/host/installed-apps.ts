import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type AppManifest, manifestShape } from './app-manifest.ts';
import type { AppInstallation } from './context.ts';

const translationShape = z.object({ app: z.object({ name: z.string().optional() }).optional() });

/** A place of an app: the page to open, as a path on the sandbox or as an absolute URL. */
export interface InstalledPlace {
  url: string;
  flexible: boolean;
  autoLoad: boolean;
  autoHide: boolean;
  /** Whether the page is asked for with a token that tells who asks. */
  signed: boolean;
  size?: { width?: string; height?: string };
}

/** An installed app as the proxy and the workspace see it. */
export interface InstalledApp {
  id: number;
  installationId: number;
  folder: string;
  name: string;
  version: string;
  /** By product, then by location name. */
  locations: Record<string, Record<string, InstalledPlace>>;
  /** All settings, secure ones included: for the server only. */
  settings: Record<string, unknown>;
  /** Settings that the page may see. */
  publicSettings: Record<string, unknown>;
  /** Where each secure setting may be put, by its name; a list without entries sets no limit. */
  scopes: ReadonlyMap<string, readonly string[]>;
  domainWhitelist: string[];
  requirements: Readonly<Record<string, unknown>>;
}

/** The apps of the account, read from disk each time: a package rebuilt while the sandbox runs is seen at once. */
export interface InstalledApps {
  all(): Promise<InstalledApp[]>;
  byId(id: number): Promise<InstalledApp | undefined>;
}

export function createInstalledApps(installations: readonly AppInstallation[]): InstalledApps {
  return {
    all: async () => await Promise.all(installations.map(readApp)),
    byId: async (id) => {
      const found = installations.find((it) => it.id === id);
      return found && (await readApp(found));
    },
  };
}

async function readApp(installation: AppInstallation): Promise<InstalledApp> {
  const { id, installationId, folder, allSettings, requirements } = installation;
  const manifest = manifestShape.parse(await readJson(join(folder, 'manifest.json')));
  const secure = manifest.parameters.filter((it) => it.secure);
  const hidden = new Set(secure.map((it) => it.name));
  return {
    id,
    installationId,
    folder,
    name: (await translatedName(folder, manifest.defaultLocale)) ?? manifest.name,
    version: manifest.version,
    locations: servedLocations(manifest, { id, settings: allSettings }),
    settings: allSettings,
    publicSettings: Object.fromEntries(Object.entries(allSettings).filter(([name]) => !hidden.has(name))),
    scopes: new Map(secure.map((it) => [it.name, it.scopes])),
    domainWhitelist: manifest.domainWhitelist,
    requirements,
  };
}

async function translatedName(folder: string, locale: string): Promise<string | undefined> {
  const file = join(folder, 'translations', `${locale}.json`);
  return translationShape.parse(await readJson(file)).app?.name;
}

interface Served {
  id: number;
  settings: Record<string, unknown>;
}

/** The places with their pages where this server has them; settings in remote addresses are filled in. */
function servedLocations(
  { location, signedUrls }: AppManifest,
  { id, settings }: Served,
): InstalledApp['locations'] {
  const served = (url: string) =>
    url.startsWith('assets/')
      ? `/__sandbox/apps/${id}/${url}`
      : url.replace(/\{\{\s*setting\.([\w-]+)\s*\}\}/g, (_match, name: string) =>
          String(settings[name] ?? ''),
        );
  const products = Object.entries(location).map(([product, places]) => {
    const mapped = Object.entries(places).map(([name, place]) => {
      const isRemote = /^https?:/.test(served(place.url));
      const signed = isRemote && (('signed' in place && place.signed) || signedUrls);
      return [name, { ...place, url: served(place.url), signed }];
    });
    return [product, Object.fromEntries(mapped)];
  });
  return Object.fromEntries(products);
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
