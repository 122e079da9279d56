import { type Kysely, sql } from 'kysely';

/** The register and the figures of one site are read from its own cases, newest first, not from those of all sites. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index cases_organization on cases (organization_id, received_at)
    where organization_id is not null`.execute(db);
}
