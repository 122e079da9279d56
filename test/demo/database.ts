import { join } from 'node:path';
import pg from 'pg';
import { embeddedPostgres } from '../../server/ledger/embedded-postgres.ts';

export interface DemoDatabase {
  readonly url: string;
  /** Removes the database and lets go of the server. */
  drop(): Promise<void>;
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * An empty database for one run of the demo, whose account begins anew each time: on the server of DATABASE_URL, else
 * on the embedded one in the data folder.
 */
export async function demoDatabase(env: NodeJS.ProcessEnv = process.env): Promise<DemoDatabase> {
  const given = env.DATABASE_URL;
  const embedded = given
    ? undefined
    : await embeddedPostgres({ folder: join(env.DATA_DIR ?? '.data', 'postgres') });
  const server = given ?? (await embedded?.databaseUrl('postgres')) ?? '';
  const name = `complaint_clock_demo_${process.pid}_${Date.now().toString(36)}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await onServer(server, `drop database if exists ${name} with (force)`);
      await embedded?.stop();
    },
  };
}
