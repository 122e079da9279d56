import { type Kysely, sql } from 'kysely';

/** Tokens with which Zendesk has opened the leads' page: each is taken once, over all processes. Digests only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table used_page_tokens (
      digest text primary key,
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index used_page_tokens_expires on used_page_tokens (expires_at)`.execute(db);
}
