import { type Kysely, sql } from 'kysely';

/** Since when there is reason for each mark, by its code, in epoch milliseconds; filled by the next look at a case. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table cases add column marked_since jsonb not null default '{}'`.execute(db);
}
