import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

const { builtins } = pg.types;

/** Ids and instants fit a number (Zendesk's ids stay far below 2^53); civil dates stay text. */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, (text) => pg.types.getTypeParser(builtins.TIMESTAMPTZ)(text).getTime()],
]);

/** Settings of this pool only; pg's own, global ones stay untouched for pg-boss. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format),
};

export interface PoolOptions {
  readonly databaseUrl: string;
  /** Connections at most. */
  readonly max: number;
  /** Called where a connection breaks, idle or in use; the pool makes another one by itself. */
  readonly onError: (error: Error) => void;
}

export function openDatabase({ databaseUrl, max, onError }: PoolOptions): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    types,
    application_name: 'complaint-clock',
    connectionTimeoutMillis: 5_000,
  });
  // Also a connection that is in use, between two statements of a transaction: nobody else listens to it then, and an
  // error without a listener ends the process. The next statement fails, and with it the transaction.
  pool.on('connect', (client) => client.on('error', onError));
  // The same once more, where the connection was idle.
  pool.on('error', () => {});
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
