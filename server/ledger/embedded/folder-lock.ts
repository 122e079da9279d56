import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from './process.ts';

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    // Empty: being written this moment, or its writer was killed just then.
    if (text === '') return Date.now() - mtimeMs > 5_000;
    return Number(text) !== process.pid && !isAlive(Number(text));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Clears a lock whose holder was killed. A second lock keeps two who found it so from clearing each other's. */
async function clearStale(path: string): Promise<void> {
  const guard = `${path}.clearing`;
  if (!(await take(guard))) {
    const age = Date.now() - (await stat(guard).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > 10_000) await rm(guard, { force: true });
    return;
  }
  try {
    if (await isStale(path)) await rename(path, `${path}.stale`);
  } finally {
    await rm(guard, { force: true });
  }
}

/**
 * Runs `work` while no other process does so with the same path. The lock of a killed process is cleared.
 * Rejects where another one holds it for longer than `patienceMs`.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, patienceMs = 90_000): Promise<T> {
  const until = Date.now() + patienceMs;
  while (!(await take(path))) {
    if (await isStale(path)) await clearStale(path);
    else if (Date.now() > until)
      throw new Error(`Another process holds ${path}. If there is none, delete the file.`);
    await delay(50);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}
