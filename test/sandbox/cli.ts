import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createClock } from './clock.ts';
import { installApps } from './control/app-packages.ts';
import { settingsOf } from './seed/account-settings.ts';
import { isSeedFile } from './seed/is-seed-file.ts';
import type { SandboxOptions } from './start.ts';

export const USAGE = `Usage: npm run sandbox -- [--port 4000] [--latency 50] [--seed file.json] [--app folder]... [--now ISO] [--plan enterprise] [--json]`;

export interface CliOptions {
  sandbox: SandboxOptions;
  /** Print one line of JSON instead of words. */
  json: boolean;
}

/** A flag that cannot be understood. The message names it. */
export class UsageError extends Error {}

/** Reads the command line. @throws UsageError */
export function readArguments(args: readonly string[]): CliOptions {
  const values = parse(args);
  const sandbox: SandboxOptions = {
    port: wholeNumber('--port', values.port ?? '4000', 65_535),
    latencyMs: wholeNumber('--latency', values.latency ?? '0', 60_000),
    apps: (values.app ?? []).map((folder) => ({ folder })),
  };
  if (values.seed !== undefined) sandbox.seed = readSeed(values.seed);
  if (values.plan !== undefined) sandbox.plan = values.plan;
  if (values.now !== undefined) sandbox.now = values.now;
  tryOut(sandbox);
  return { sandbox, json: values.json ?? false };
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
        now: { type: 'string' },
        plan: { type: 'string' },
        json: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Lets those who will use the values say what is wrong with them, before anything is started. */
function tryOut(sandbox: SandboxOptions): void {
  try {
    settingsOf(sandbox.seed ?? {}, sandbox.plan);
    createClock(sandbox.now);
    installApps(sandbox.apps ?? []);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function wholeNumber(flag: string, text: string, most: number): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isInteger(number) || number < 0 || number > most) {
    throw new UsageError(`${flag} must be a whole number from 0 to ${most}, not "${text}".`);
  }
  return number;
}

function readSeed(file: string) {
  let seed: unknown;
  try {
    seed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `--seed ${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
  if (!isSeedFile(seed))
    throw new UsageError(
      `--seed ${file} is no seed: it must be an object with lists such as "users" and "tickets".`,
    );
  return seed;
}
