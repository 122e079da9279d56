import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, embeddedPostgres } from '../../../../server/ledger/embedded-postgres.ts';
import { openDoor } from '../../faults/support/door.ts';

/** A database server that may be stopped and started again; its address stays the same. */
export interface OwnPostgres {
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  sql(statement: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Keeps everybody from writing to a table, though not from reading it, until it is let go. */
  hold(table: 'cases'): Promise<{ waiting(): Promise<number>; letGo(): Promise<void> }>;
  remove(): Promise<void>;
}

const NAME = 'crash';

export async function ownPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'complaint-clock-crash-'));
  await chmod(folder, 0o755);
  const begin = (): Promise<EmbeddedPostgres> => embeddedPostgres({ folder, durable: false });
  let server: EmbeddedPostgres | undefined = await begin();
  let behind = await server.databaseUrl(NAME);
  const door = await openDoor(() => behind);
  const url = new URL(behind);
  url.port = new URL(door.url).port;

  const connected = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url.href });
    client.on('error', () => undefined); // Each query says so too.
    await client.connect();
    return client;
  };
  const postgres: OwnPostgres = {
    url: url.href,
    stop: async () => {
      await server?.stop();
      server = undefined;
    },
    start: async () => {
      server ??= await begin();
      behind = await server.databaseUrl(NAME);
    },
    sql: async (statement, values = []) => {
      const client = await connected();
      try {
        return (await client.query(statement, values)).rows;
      } finally {
        await client.end();
      }
    },
    hold: async (table) => {
      const client = await connected();
      await client.query('begin');
      await client.query(`lock table ${table} in share mode`);
      return {
        waiting: async () => {
          const [row] = await postgres.sql(
            'select count(*)::int as waiting from pg_locks where relation = $1::regclass and not granted',
            [table],
          );
          return Number(row?.waiting);
        },
        letGo: async () => {
          await client.query('rollback');
          await client.end();
        },
      };
    },
    remove: async () => {
      await server?.stop();
      await door.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return postgres;
}
