import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { migrations } from './migrations/index.ts';

export type Migrations = Readonly<Record<string, Migration>>;

/** A migration that a newer version has run: nothing is left to do. */
const done: Migration = { up: async () => {} };

async function ranAlready<T>(db: Kysely<T>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}

/**
 * Those of this version, and what a newer one has run after them: during an upgrade both run side by side, and a process
 * of the version before may have to start again. One that isn't known and comes before ours is another database's.
 */
async function withNewer<T>(db: Kysely<T>, own: Migrations): Promise<Record<string, Migration>> {
  const last = Object.keys(own).sort().at(-1) ?? '';
  const newer = (await ranAlready(db)).filter((name) => !(name in own) && name > last);
  return { ...own, ...Object.fromEntries(newer.map((name) => [name, done])) };
}

/**
 * Brings the database to the present shape. Safe when several processes start at once, of this version or of the next:
 * kysely takes an advisory lock before it asks which migrations there are. Rejects with the first migration that
 * failed; its transaction is rolled back.
 * @param own all migrations of this version by default
 */
export async function migrate<T>(db: Kysely<T>, own: Migrations = migrations): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => withNewer(db, own) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  throw new Error(`The ledger could not be migrated${failed ? ` (${failed})` : ''}`, { cause: error });
}
