import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package states it, in SPDX's words, e.g. `MIT` or `(ISC AND CC-BY-3.0)`. */
  readonly licence: string;
  /** Needed to run the service; others build and test it, or are built into the app. */
  readonly runtime: boolean;
}

/** Where the lock file holds none: what the package's own files say, read by a person. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  // Stated in the older form `licenses: [{ type }]` of its package.json, and in its LICENSE.
  zendesk_app_framework_sdk: 'Apache-2.0',
};

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/**
 * Every package of the lock file, other machines' included, by name and version. Rejects where one states no licence:
 * read its files and add it to the list above.
 */
export async function licensedPackages(root: string): Promise<readonly LicensedPackage[]> {
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
    await readFile(join(root, 'package-lock.json'), 'utf8'),
  );
  const found = new Map<string, LicensedPackage>();
  for (const [path, { version = '', license, dev, devOptional }] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = license ?? READ_BY_HAND[name];
    if (!licence) throw new Error(`${name} ${version} states no licence: read its files and say it here`);
    const runtime = !(dev || devOptional) || (found.get(`${name} ${version}`)?.runtime ?? false);
    found.set(`${name} ${version}`, { name, version, licence, runtime });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
