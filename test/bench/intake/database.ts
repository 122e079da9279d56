import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedPostgres } from '../../../server/ledger/embedded-postgres.ts';

export interface BenchDatabase {
  readonly url: string;
  sql(statement: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export interface BenchServer {
  /** An empty database. */
  database(): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

/** The embedded Postgres as `npm start` runs it, in a folder of its own: each commit is on the disk before it is told. */
export async function startBenchServer(): Promise<BenchServer> {
  const folder = join(tmpdir(), `complaint-clock-intake-${process.pid}`);
  const postgres = await embeddedPostgres({ folder });
  return {
    database: async () => {
      const url = await postgres.databaseUrl(`bench_${randomUUID().replaceAll('-', '')}`);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return {
        url,
        sql: async (statement, values = []) => (await client.query(statement, values)).rows,
        close: () => client.end(),
      };
    },
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
