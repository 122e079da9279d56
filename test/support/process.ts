import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a program has said, and how it has ended. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface StartedProcess {
  /** What it has said so far. */
  readonly said: { readonly out: string; readonly err: string };
  readonly child: ChildProcess;
  /** Resolves when it has ended and all it has said was read. */
  readonly ended: Promise<Ran>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Settings of every process that a test starts: compiled once, a program starts in half the time. The folder may be
 * deleted at any time.
 */
export const PROCESS_ENV: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../dist/compiled', import.meta.url)),
};

/**
 * Starts a program of ours as a process of its own, from the project's folder.
 * @param command the file to run, from the project's folder, and its arguments
 * @param env its settings; it has no others but PATH and HOME
 */
export function startProgram(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): StartedProcess {
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...PROCESS_ENV, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  return { said, child, ended: once(child, 'close').then(() => ({ code: child.exitCode, ...said })) };
}

/** Runs a program of ours to its end; see startProgram. */
export const runProgram = (
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> => startProgram(command, env).ended;
