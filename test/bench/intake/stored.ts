import type { BenchDatabase } from './database.ts';

/** How many of the tickets that were acknowledged have no wake. */
export async function missingAmong({ sql }: BenchDatabase, accepted: readonly number[]): Promise<number> {
  const missing = await sql(
    'select id from unnest($1::bigint[]) as told (id) where not exists (select from wakes where ticket_id = id)',
    [accepted],
  );
  return missing.length;
}

/** Throws where one is missing: that a commit comes before its 202 is never taken for granted. */
export async function expectStored(database: BenchDatabase, accepted: readonly number[]): Promise<void> {
  const missing = await missingAmong(database, accepted);
  if (missing > 0)
    throw new Error(`${missing} of ${accepted.length} webhooks were acknowledged and are not stored`);
}
