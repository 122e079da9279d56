import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import type { Tables } from './tables.ts';

/** A closed case whose customer may still say how it was. */
export interface UnratedCase {
  readonly ticketId: number;
  readonly currentTicketId: number;
  readonly rating: string | null;
}

/** The cases closed at or after `since` that nobody has rated, by their home tickets' ids. */
export async function unratedCases(
  db: Kysely<Tables>,
  { since, after, limit }: { readonly since: Instant; readonly after: number; readonly limit: number },
): Promise<UnratedCase[]> {
  const { rows } = await sql<UnratedCase>`
    select ticket_id, current_ticket_id, rating from cases
    where closed_at >= ${new Date(since)} and lost_at is null and (rating is null or rating = 'offered')
      and ticket_id > ${after}
    order by ticket_id limit ${limit}`.execute(db);
  return rows;
}
