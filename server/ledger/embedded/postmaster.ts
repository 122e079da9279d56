import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, isPostgres } from './process.ts';

/** A running server, as the file `postmaster.pid` of its data folder tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** Line 1 is the process, line 4 the port. Undefined where there is no file, or it is not written to the end yet. */
async function readPidFile(cluster: string): Promise<{ pid: number; port: number | undefined } | undefined> {
  try {
    const lines = (await readFile(pidFile(cluster), 'utf8')).split('\n');
    const port = Number(lines[3]);
    return { pid: Number(lines[0]), port: port > 0 ? port : undefined };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The server that runs on the folder, left by a killed process or shared with a living one; undefined where none
 * does. A file left by a server that was killed itself is removed: Postgres would refuse to start beside it where
 * its number has gone to another process.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const until = Date.now() + 5_000;
  for (;;) {
    const found = await readPidFile(cluster);
    if (!found) return undefined;
    if (!isAlive(found.pid) || !isPostgres(found.pid)) {
      await rm(pidFile(cluster), { force: true });
      return undefined;
    }
    if (found.port !== undefined) return { pid: found.pid, port: found.port };
    if (Date.now() > until)
      throw new Error(`${pidFile(cluster)} names no port. Stop process ${found.pid} or set DATABASE_URL.`);
    await delay(50);
  }
}

/** Fast shutdown: open transactions are rolled back, data are flushed. Rejects where it takes longer than 30 s. */
export async function stopPostmaster(cluster: string, { pid }: Postmaster): Promise<void> {
  const until = Date.now() + 30_000;
  process.kill(pid, 'SIGINT');
  while (isAlive(pid)) {
    if (Date.now() > until) throw new Error(`Postgres (process ${pid}) did not stop`);
    await delay(25);
  }
  if (process.platform === 'win32') await rm(pidFile(cluster), { force: true }); // There it is ended, not asked.
}
