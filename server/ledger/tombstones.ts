import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import { removeCase } from './cases.ts';
import type { LedgerTx, Tables } from './tables.ts';

export type TombstoneWhy = 'erased' | 'expired';

export interface Tombstone {
  readonly ticketId: number;
  readonly at: Instant;
  readonly why: TombstoneWhy;
}

/** A case that is over, or whose ticket is lost for good. */
export interface OverCase {
  readonly ticketId: number;
  readonly currentTicketId: number;
  readonly policyId: string;
  readonly policyVersion: string;
  /** Since when it is over; of a lost ticket that was never closed, since when it is lost. */
  readonly overSince: Instant;
}

/** The cases that are over, by their home tickets' ids. */
export async function casesOver(
  db: Kysely<Tables>,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<OverCase[]> {
  return db
    .selectFrom('cases')
    .select(['ticketId', 'currentTicketId', 'policyId', 'policyVersion'])
    .select((of) => of.fn.coalesce('closedAt', 'lostAt').as('overSince'))
    .where((where) => where.or([where('closedAt', 'is not', null), where('lostAt', 'is not', null)]))
    .where('ticketId', '>', after)
    .orderBy('ticketId')
    .limit(limit)
    .$narrowType<{ overSince: Instant }>()
    .execute();
}

/** Whether a case is still over since then; nobody can change it until the transaction ends. */
export async function isStillOver(tx: LedgerTx, { ticketId, overSince }: OverCase): Promise<boolean> {
  const row = await tx
    .selectFrom('cases')
    .select((of) => of.fn.coalesce('closedAt', 'lostAt').as('since'))
    .where('ticketId', '=', ticketId)
    .forUpdate()
    .executeTakeFirst();
  return row?.since === overSince;
}

/**
 * Takes all that the ledger holds of a case out, wakes of its tickets included, and remembers that it must not come
 * back: of each of `ticketIds`, the home ticket and those on which the case went on. One on which another case began
 * or goes on is left alone.
 */
export async function buryCase(
  tx: LedgerTx,
  homeTicketId: number,
  {
    ticketIds,
    at,
    why,
  }: { readonly ticketIds: readonly number[]; readonly at: Instant; readonly why: TombstoneWhy },
): Promise<void> {
  await removeCase(tx, homeTicketId);
  const named = [...new Set([homeTicketId, ...ticketIds])];
  const others = await tx
    .selectFrom('cases')
    .select(['ticketId', 'currentTicketId'])
    .where((where) => where.or([where('ticketId', 'in', named), where('currentTicketId', 'in', named)]))
    .execute();
  const taken = new Set(others.flatMap(({ ticketId, currentTicketId }) => [ticketId, currentTicketId]));
  const all = named.filter((id) => id === homeTicketId || !taken.has(id));
  await tx.deleteFrom('wakes').where('ticketId', 'in', all).execute();
  await tx
    .insertInto('tombstones')
    .values(all.map((ticketId) => ({ ticketId, erasedAt: new Date(at), why })))
    .onConflict((conflict) => conflict.column('ticketId').doUpdateSet({ erasedAt: new Date(at), why }))
    .execute();
}

/** Whether a case was erased or has expired: its tickets are not looked at, and a rebuild leaves them out. */
export async function isTombstoned(db: Kysely<Tables>, ticketId: number): Promise<boolean> {
  const row = await db
    .selectFrom('tombstones')
    .select('ticketId')
    .where('ticketId', '=', ticketId)
    .executeTakeFirst();
  return row !== undefined;
}
