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
  /** Called where an idle connection breaks; the pool makes another one by itself. */
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
  pool.on('error', onError);
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
