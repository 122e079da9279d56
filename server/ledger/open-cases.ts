import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import type { CaseRow } from './cases.ts';
import type { Tables } from './tables.ts';

/** A case and the ticket on which it goes on. */
export interface CaseTicket {
  readonly ticketId: number;
  readonly currentTicketId: number;
  /** When its ticket was found gone; null while it is there. */
  readonly lostAt: Instant | null;
}

export interface CasePage {
  /** Home tickets with a higher id than this. */
  readonly after: number;
  readonly limit: number;
}

/** The cases that are not over, by their home tickets' ids. */
export async function openCases(db: Kysely<Tables>, { after, limit }: CasePage): Promise<CaseTicket[]> {
  return db
    .selectFrom('cases')
    .select(['ticketId', 'currentTicketId', 'lostAt'])
    .where('closedAt', 'is', null)
    .where('ticketId', '>', after)
    .orderBy('ticketId')
    .limit(limit)
    .execute();
}

/** Whole rows for a list, the ones due first before the others. */
export async function listCases(
  db: Kysely<Tables>,
  { open, limit }: { readonly open: boolean; readonly limit: number },
): Promise<CaseRow[]> {
  let query = db.selectFrom('cases').selectAll();
  if (open) query = query.where('closedAt', 'is', null);
  return query
    .orderBy('nextDueAt', (by) => by.asc().nullsLast())
    .orderBy('ticketId')
    .limit(limit)
    .execute();
}

/** The home ticket of the case that a ticket belongs to: itself, or where it is the one on which the case goes on. */
export async function homeOf(db: Kysely<Tables>, ticketId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('cases')
    .select('ticketId')
    .where((where) => where.or([where('ticketId', '=', ticketId), where('currentTicketId', '=', ticketId)]))
    .orderBy((by) => by('ticketId', '=', ticketId), 'desc')
    .executeTakeFirst();
  return row?.ticketId;
}
