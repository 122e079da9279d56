import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const root = fileURLToPath(new URL('../..', import.meta.url));

async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path);
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Of files and of all that folders hold, named from the repository's root. */
export async function hashOf(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(inputs.map((input) => filesUnder(join(root, input))))).flat().sort();
  for (const file of files)
    hash
      .update(file.slice(root.length))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

/**
 * Builds by a config of Vite's into a folder, in a process of its own, which is told that it builds for production:
 * Vite believes a NODE_ENV that is already set, such as that of a test run, and would take React's development build.
 */
export async function runVite(config: string, folder: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = ['build', '--config', join(root, config), '--logLevel', 'warn', '--emptyOutDir'];
  await run(process.execPath, [vite, ...args, '--outDir', folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

/** Another process may have moved its own there in between: then that one goes. */
async function replace(target: string, staging: string, tries = 5): Promise<void> {
  await rm(target, { recursive: true, force: true });
  try {
    await rename(staging, target);
  } catch (error) {
    if (tries <= 1) throw error;
    await replace(target, staging, tries - 1);
  }
}

export interface Building {
  readonly target: string;
  /** What the result depends on. */
  readonly hash: string;
  /** A file in the target without which it is none. */
  readonly proof: string;
  readonly build: (staging: string) => Promise<void>;
}

/**
 * Has the target built, unless it was from the same inputs. Safe to call from several processes at once: each builds
 * beside the place and moves its result there.
 */
export async function builtOnce({ target, hash, proof, build }: Building): Promise<string> {
  const stamp = `${target}.inputs`;
  const before = await readFile(stamp, 'utf8').catch(() => undefined);
  if (before === hash && (await stat(join(target, proof)).catch(() => undefined))) return target;
  const staging = `${target}.${process.pid}`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await build(staging);
    await replace(target, staging);
    await writeFile(stamp, hash);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return target;
}
