import type { Kysely } from 'kysely';
import { readCase, type WholeCase } from './cases.ts';
import type { Tables } from './tables.ts';

/** The cases that began on a ticket or go on on it, the one that began there first. */
export async function casesOn(db: Kysely<Tables>, ticketId: number): Promise<WholeCase[]> {
  const rows = await db
    .selectFrom('cases')
    .select('ticketId')
    .where((where) => where.or([where('ticketId', '=', ticketId), where('currentTicketId', '=', ticketId)]))
    .orderBy((by) => by('ticketId', '=', ticketId), 'desc')
    .orderBy('ticketId')
    .execute();
  const cases = await Promise.all(rows.map((row) => readCase(db, row.ticketId)));
  return cases.flatMap((one) => one ?? []);
}
