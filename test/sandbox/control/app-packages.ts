import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isObject, type JsonObject, objectOf, textOf } from '../json.ts';

/** A Zendesk app to install: a folder with `manifest.json`, `assets/` and `translations/`, and its settings. */
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
}

/**
 * Reads the manifests of app packages.
 * @throws Error naming the folder and what is wrong with it
 */
export function installApps(packages: readonly AppPackage[]): InstalledApp[] {
  return packages.map((app, index) => {
    const folder = resolve(app.folder);
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
    };
  });
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
