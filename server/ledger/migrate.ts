import { type Kysely, Migrator } from 'kysely';
import { migrations } from './migrations/index.ts';

/**
 * Brings the database to the present shape. Safe when several processes start at once: kysely takes an advisory
 * lock. Rejects with the first migration that failed; its transaction is rolled back.
 */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  throw new Error(`The ledger could not be migrated${failed ? ` (${failed})` : ''}`, { cause: error });
}
