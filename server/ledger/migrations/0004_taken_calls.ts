import { type Kysely, sql } from 'kysely';

/** What each process has taken of Zendesk's limits, and what Zendesk last told of the account's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Filled by processes of the version before only, which may still run beside this one.
  await sql`alter table processes alter column calls set default 0`.execute(db);
  // Without a reference to processes: what one that is gone has called counts until its minute is over.
  await sql`
    create table taken_calls (
      process_id uuid not null,
      key text not null,
      calls integer not null,
      until timestamptz not null,
      primary key (process_id, key)
    )`.execute(db);
  await sql`create index taken_calls_key on taken_calls (key)`.execute(db);
  await sql`
    create table told_limits (
      name text primary key,
      calls integer not null,
      told_at timestamptz not null
    )`.execute(db);
}
