import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findPostmaster, stopPostmaster } from '../../server/ledger/embedded/postmaster.ts';
import { isAlive } from '../../server/ledger/embedded/process.ts';
import { embeddedPostgres } from '../../server/ledger/embedded-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a server on which tests may make databases. */
    readonly databaseServer: string;
    /** The name of a database with the tables of a service; see `ledgerDatabase`. */
    readonly databaseTemplate: string;
  }
}

const PREFIX = 'complaint-clock-tests-';

/** What a run that was killed has left behind. */
async function clearLeftovers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const name of names.filter((name) => !isAlive(Number(name.slice(PREFIX.length))))) {
    const folder = join(tmpdir(), name);
    const server = await findPostmaster(join(folder, 'cluster'));
    if (server) await stopPostmaster(join(folder, 'cluster'), server);
    await rm(folder, { recursive: true, force: true });
  }
}

async function dropped(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}

/**
 * One database server for all test files of a run: the one of DATABASE_URL, or an embedded one in a folder of its
 * own, which the projects of the run share and the last of them stops.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = `template_${process.pid}`;
  project.provide('databaseTemplate', template);
  const given = process.env.DATABASE_URL;
  if (given) {
    project.provide('databaseServer', given);
    return () => dropped(given, template);
  }
  await clearLeftovers();
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`);
  const server = await embeddedPostgres({ folder, durable: false });
  project.provide('databaseServer', await server.databaseUrl('postgres'));
  return async () => {
    await server.stop();
    if (!isAlive(server.pid)) await rm(folder, { recursive: true, force: true });
  };
}
