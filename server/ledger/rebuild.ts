import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import type { LedgerTx, Tables } from './tables.ts';

/** A ticket that a rebuild has to look at. */
export interface RebuildTicket {
  readonly ticketId: number;
  /** 0 for a home ticket, 1 for a follow-up of it, and so on: each is looked at after the ones it continues. */
  readonly generation: number;
  readonly createdAt: Instant;
}

export interface RebuildProgress {
  readonly all: number;
  readonly done: number;
  /** Of those that are left the lowest; undefined where none is. */
  readonly generation: number | undefined;
  /** Left, and their last looks have failed this often or more: see `rebuildFailures`. */
  readonly failing: number;
}

export interface RebuildFailure {
  readonly ticketId: number;
  readonly code: string;
  readonly message: string;
}

const AT_ONCE = 1_000;
/** After so many failures a ticket isn't waited for. */
const FAILURES = 5;

/** Remembers what is to be looked at, in one commit. Tombstones are left out. */
export async function listRebuild(db: Kysely<Tables>, tickets: readonly RebuildTicket[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('rebuild').execute();
    for (let start = 0; start < tickets.length; start += AT_ONCE) {
      const rows = tickets
        .slice(start, start + AT_ONCE)
        .map(({ createdAt, ...rest }) => ({ ...rest, createdAt: new Date(createdAt) }));
      await tx.insertInto('rebuild').values(rows).execute();
    }
    await sql`delete from rebuild where ticket_id in (select ticket_id from tombstones)`.execute(tx);
  });
}

/** A look at the ticket has been settled: with it, as far as the rebuild goes, it is done. */
export async function doneRebuilding(tx: LedgerTx, ticketId: number, at: Instant): Promise<void> {
  await tx
    .updateTable('rebuild')
    .set({ doneAt: new Date(at) })
    .where('ticketId', '=', ticketId)
    .where('doneAt', 'is', null)
    .execute();
}

/** Where the rebuild stands; all 0 where there is none. */
export async function rebuildProgress(db: Kysely<Tables>): Promise<RebuildProgress> {
  const { rows } = await sql<{ all: number; done: number; generation: number | null; failing: number }>`
    select count(*) as all, count(done_at) as done,
      min(generation) filter (where done_at is null and coalesce(attempts, 0) < ${FAILURES}) as generation,
      count(*) filter (where done_at is null and attempts >= ${FAILURES}) as failing
    from rebuild left join wakes using (ticket_id)`.execute(db);
  const [row] = rows;
  return {
    all: row?.all ?? 0,
    done: row?.done ?? 0,
    generation: row?.generation ?? undefined,
    failing: row?.failing ?? 0,
  };
}

/** The tickets of a generation that are left, the oldest first. */
export async function rebuildLeft(
  db: Kysely<Tables>,
  generation: number,
): Promise<{ readonly ticketId: number }[]> {
  return db
    .selectFrom('rebuild')
    .select('ticketId')
    .where('generation', '=', generation)
    .where('doneAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('ticketId')
    .execute();
}

/** The tickets that could not be looked at, and why. */
export async function rebuildFailures(db: Kysely<Tables>): Promise<RebuildFailure[]> {
  const { rows } = await sql<RebuildFailure>`
    select ticket_id, coalesce(error_code, 'unknown') as code, coalesce(last_error, '') as message
    from rebuild join wakes using (ticket_id)
    where done_at is null and attempts >= ${FAILURES} order by ticket_id`.execute(db);
  return rows;
}

/** Forgets the list: the rebuild is done. */
export async function endRebuild(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('rebuild').execute();
}
