import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppInstallation } from './context.ts';

const locationShape = z.union([
  z.string().transform((url) => ({ url, flexible: true })),
  z.object({ url: z.string(), flexible: z.boolean().default(true) }),
]);

/** The parts of manifest.json that a host reads. */
const manifestShape = z.object({
  name: z.string(),
  version: z.string().default('0'),
  defaultLocale: z.string().default('en'),
  location: z.record(z.string(), z.record(z.string(), locationShape)),
  parameters: z
    .array(
      z.object({ name: z.string(), secure: z.boolean().default(false), default: z.unknown().optional() }),
    )
    .default([]),
  domainWhitelist: z.array(z.string()).default([]),
});

const translationShape = z.object({ app: z.object({ name: z.string().optional() }).optional() });

/** An installed app as the proxy and the workspace see it. */
export interface InstalledApp {
  id: number;
  installationId: number;
  folder: string;
  name: string;
  version: string;
  /** By product, then by location name: the page to open, as a path on the sandbox or as an absolute URL. */
  locations: Record<string, Record<string, { url: string; flexible: boolean }>>;
  /** All settings, secure ones included: for the server only. */
  settings: Record<string, unknown>;
  /** Settings that the page may see. */
  publicSettings: Record<string, unknown>;
  domainWhitelist: string[];
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

async function readApp({ id, installationId, folder, allSettings }: AppInstallation): Promise<InstalledApp> {
  const manifest = manifestShape.parse(await readJson(join(folder, 'manifest.json')));
  const translation = translationShape.parse(
    await readJson(join(folder, 'translations', `${manifest.defaultLocale}.json`)),
  );
  const secure = new Set(manifest.parameters.filter((it) => it.secure).map((it) => it.name));
  return {
    id,
    installationId,
    folder,
    name: translation.app?.name ?? manifest.name,
    version: manifest.version,
    locations: withServedUrls(manifest.location, id),
    settings: allSettings,
    publicSettings: Object.fromEntries(Object.entries(allSettings).filter(([name]) => !secure.has(name))),
    domainWhitelist: manifest.domainWhitelist,
  };
}

function withServedUrls(locations: InstalledApp['locations'], id: number): InstalledApp['locations'] {
  const served = (url: string) => (url.startsWith('assets/') ? `/__sandbox/apps/${id}/${url}` : url);
  const products = Object.entries(locations).map(([product, places]) => {
    const mapped = Object.entries(places).map(([name, place]) => [
      name,
      { ...place, url: served(place.url) },
    ]);
    return [product, Object.fromEntries(mapped)];
  });
  return Object.fromEntries(products);
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
