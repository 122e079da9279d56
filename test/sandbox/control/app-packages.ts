import { readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isObject, type JsonObject, objectOf, textOf } from '../json.ts';
import { checkPackage, FaultyPackageError, openPackage, unpack } from '../packages/index.ts';

/**
 * A Zendesk app to install: a folder with `manifest.json`, `assets/` and `translations/`, as it is, or a zip file of
 * these, which is checked as an upload to Zendesk is.
 */
export interface AppPackage {
  folder: string;
  settings?: Record<string, unknown>;
}

/** An app as the workspace's host needs to know it. */
export interface InstalledApp {
  id: number;
  installationId: number;
  name: string;
  version: string;
  /** From the manifest, as it is. */
  locations: JsonObject;
  /** Settings without the secure ones. */
  settings: Record<string, unknown>;
  /** Absolute. */
  folder: string;
  manifest: JsonObject;
  /** With the secure ones, for the host's proxy only. */
  allSettings: Record<string, unknown>;
  /** What requirements.json made in the account, by identifier. */
  requirements: Record<string, Requirement>;
}

/** An object that an app's requirements.json made, as ZAF's `requirement:<identifier>` tells of it. */
export interface Requirement {
  identifier: string;
  /** `ticket_fields`, `macros` ... */
  requirement_type: string;
  requirement_id: number | string;
}

/** The installed apps, and the folders that were made for them. */
export interface Installation {
  apps: InstalledApp[];
  /** Removes what was unpacked. */
  cleanUp(): void;
}

/**
 * Reads the manifests of app packages; zip files are checked and unpacked first.
 * @throws Error naming the package and what is wrong with it; FaultyPackageError for a zip that Zendesk would not take
 */
export function installApps(packages: readonly AppPackage[]): Installation {
  const unpacked: string[] = [];
  const apps = packages.map((app, index) => {
    const folder = folderOf(resolve(app.folder), unpacked);
    const manifest = readManifest(folder);
    const settings = { ...defaults(manifest), ...app.settings };
    const secure = new Set(
      parameters(manifest)
        .filter((parameter) => parameter.secure === true)
        .map((parameter) => parameter.name),
    );
    const open = Object.entries(settings).filter(([name]) => !secure.has(name));
    return {
      id: 700_001 + index,
      installationId: 800_001 + index,
      name: textOf(manifest.name) ?? 'App',
      version: textOf(manifest.version) ?? '0.0.0',
      locations: objectOf(manifest.location),
      settings: Object.fromEntries(open),
      folder,
      manifest,
      allSettings: settings,
      requirements: {},
    };
  });
  return {
    apps,
    cleanUp() {
      for (const folder of unpacked) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function folderOf(path: string, unpacked: string[]): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  const files = openPackage(path);
  const errors = checkPackage(files).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new FaultyPackageError(path, errors);
  const folder = unpack(files);
  unpacked.push(folder);
  return folder;
}

function readManifest(folder: string): JsonObject {
  const file = join(folder, 'manifest.json');
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isObject(manifest)) throw new Error('it is not a JSON object');
    return manifest;
  } catch (error) {
    throw new Error(
      `${file} cannot be read as an app manifest: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

function parameters(manifest: JsonObject): JsonObject[] {
  return Array.isArray(manifest.parameters) ? manifest.parameters.filter(isObject) : [];
}

function defaults(manifest: JsonObject): Record<string, unknown> {
  const named = parameters(manifest).flatMap((parameter) => {
    const name = textOf(parameter.name);
    return name !== undefined && 'default' in parameter ? [[name, parameter.default] as const] : [];
  });
  return Object.fromEntries(named);
}
