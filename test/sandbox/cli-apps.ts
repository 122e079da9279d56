import { readFileSync } from 'node:fs';
import type { AppPackage } from './control/app-packages.ts';
import { isObject, type JsonObject, listOf, textOf } from './json.ts';
import { checkPackage, openPackage, type PackageFault } from './packages/index.ts';
import { usageError } from './usage-error.ts';

/** A package that the command line names, with what Zendesk would find wrong with it. */
export interface CheckedApp {
  path: string;
  name: string;
  faults: readonly PackageFault[];
  /** Names of its parameters. */
  parameters: readonly string[];
  /** Those that an administrator must fill in. */
  required: readonly string[];
}

/** Reads and checks packages. @throws UsageError for a path that holds none */
export function checkApps(paths: readonly string[]): CheckedApp[] {
  return paths.map((path) => {
    try {
      const files = openPackage(path);
      const manifest = manifestOf(files.bytes('manifest.json'));
      const parameters = listOf(manifest.parameters).filter(isObject);
      const names = (list: readonly JsonObject[]) => list.flatMap((it) => textOf(it.name) ?? []);
      return {
        path,
        name: textOf(manifest.name) ?? path,
        faults: checkPackage(files),
        parameters: names(parameters),
        required: names(parameters.filter((it) => it.required === true && it.default === undefined)),
      };
    } catch (error) {
      throw usageError('', error);
    }
  });
}

/** The manifest as far as it can be read; what is wrong with it is among the faults. */
function manifestOf(bytes: Uint8Array | undefined): JsonObject {
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(manifest) ? manifest : {};
  } catch {
    return {};
  }
}

/**
 * The apps with their settings. The file is an object by app name; for one app it may be the settings themselves.
 * @throws UsageError for a file that can't be read, and for a setting that the app has no parameter for
 */
export function withSettings(apps: readonly CheckedApp[], file: string | undefined): AppPackage[] {
  const given = file === undefined ? {} : readSettings(file);
  const isFlat = apps.length === 1 && !apps.some((app) => isObject(given[app.name]));
  return apps.map((app) => {
    const own = isFlat ? given : given[app.name];
    const settings = isObject(own) ? own : {};
    for (const name of Object.keys(settings))
      if (!app.parameters.includes(name))
        throw usageError(
          `--settings ${file}: ${app.name} has no parameter "${name}"; it has ${app.parameters.join(', ') || 'none'}.`,
        );
    return { folder: app.path, settings };
  });
}

/** Parameters that an administrator would have had to fill in, as `App: name`. */
export function missingSettings(apps: readonly CheckedApp[], packages: readonly AppPackage[]): string[] {
  return apps.flatMap((app, index) =>
    app.required
      .filter((name) => packages[index]?.settings?.[name] === undefined)
      .map((it) => `${app.name}: ${it}`),
  );
}

function readSettings(file: string): JsonObject {
  let settings: unknown;
  try {
    settings = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw usageError(`--settings ${file} cannot be read as JSON: `, error);
  }
  if (!isObject(settings)) throw usageError(`--settings ${file} must be an object of settings.`);
  return settings;
}
