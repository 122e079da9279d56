import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CheckedApp, checkApps, missingSettings, withSettings } from './cli-apps.ts';
import { createClock } from './clock.ts';
import { FaultyPackageError } from './packages/index.ts';
import { settingsOf } from './seed/account-settings.ts';
import { isSeedFile } from './seed/is-seed-file.ts';
import type { SandboxOptions } from './start.ts';
import { UsageError, usageError } from './usage-error.ts';

export { UsageError } from './usage-error.ts';

export const USAGE = `Usage: npm run sandbox -- [--port 4000] [--latency 50] [--seed file.json] [--app folder or zip]... [--settings file.json] [--now ISO] [--plan enterprise] [--json]
       npm run sandbox -- --check --app folder or zip...`;

export interface CliOptions {
  sandbox: SandboxOptions;
  /** Print one line of JSON instead of words. */
  json: boolean;
  /** Check the apps and start nothing. */
  check: boolean;
  apps: readonly CheckedApp[];
  /** What a person should know though it stops nothing. */
  notes: readonly string[];
}

/**
 * Reads the command line.
 * @throws UsageError for a flag that can't be understood
 * @throws FaultyPackageError for an app that Zendesk would not take, unless it is only to be checked
 */
export function readArguments(args: readonly string[]): CliOptions {
  const values = parse(args);
  const apps = checkApps(values.app ?? []);
  const check = values.check ?? false;
  if (check && apps.length === 0) throw new UsageError('--check needs an --app to check.');
  const packages = withSettings(apps, values.settings);
  const sandbox: SandboxOptions = {
    port: wholeNumber('--port', values.port ?? '4000', 65_535),
    latencyMs: wholeNumber('--latency', values.latency ?? '0', 60_000),
    apps: packages,
  };
  if (values.seed !== undefined) sandbox.seed = readSeed(values.seed);
  if (values.plan !== undefined) sandbox.plan = values.plan;
  if (values.now !== undefined) sandbox.now = values.now;
  tryOut(sandbox);
  if (!check) refuseFaulty(apps);
  const notes = missingSettings(apps, packages).map((it) => `No setting for a required parameter of ${it}`);
  return { sandbox, json: values.json ?? false, check, apps, notes };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        latency: { type: 'string' },
        seed: { type: 'string' },
        app: { type: 'string', multiple: true },
        settings: { type: 'string' },
        check: { type: 'boolean' },
        now: { type: 'string' },
        plan: { type: 'string' },
        json: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw usageError('', error);
  }
}

/** Lets those who will use the values say what is wrong with them, before anything is started. */
function tryOut(sandbox: SandboxOptions): void {
  try {
    settingsOf(sandbox.seed ?? {}, sandbox.plan);
    createClock(sandbox.now);
  } catch (error) {
    throw usageError('', error);
  }
}

function refuseFaulty(apps: readonly CheckedApp[]): void {
  for (const { path, faults } of apps)
    if (faults.some((it) => it.severity === 'error')) throw new FaultyPackageError(path, faults);
}

function wholeNumber(flag: string, text: string, most: number): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isInteger(number) || number < 0 || number > most)
    throw new UsageError(`${flag} must be a whole number from 0 to ${most}, not "${text}".`);
  return number;
}

function readSeed(file: string) {
  let seed: unknown;
  try {
    seed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw usageError(`--seed ${file} cannot be read as JSON: `, error);
  }
  if (!isSeedFile(seed))
    throw new UsageError(
      `--seed ${file} is no seed: it must be an object with lists such as "users" and "tickets".`,
    );
  return seed;
}
