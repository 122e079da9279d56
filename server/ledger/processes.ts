import { type Kysely, sql } from 'kysely';
import type { LedgerTx, Tables } from './tables.ts';

/** What a process tells of itself every few seconds, and whenever it needs more. Times are real, in epoch milliseconds. */
export interface Beat {
  /** The process, as a UUID. */
  readonly id: string;
  readonly now: number;
  /** The account's calls a minute, where Zendesk has told it since the last beat. */
  readonly limit: number | undefined;
  /** The limits of Zendesk that it asks about; each has a key. */
  readonly keys: readonly string[];
}

/** What all but the asking process have taken. */
export interface Others {
  /** Processes heard of lately, the asking one included. */
  readonly processes: number;
  /** The account's calls a minute, as any process was told last; undefined where none was for an hour. */
  readonly limit: number | undefined;
  /** By key, their calls that count or may be made: of living processes, and of those gone whose time isn't over. */
  readonly calls: ReadonlyMap<string, number>;
}

/** What a process has taken of a limit. Nobody else may have it before `until`, whatever becomes of the process. */
export interface Taken {
  readonly key: string;
  readonly calls: number;
  readonly until: number;
}

/** A process that was not heard of for so long has died, and no part is kept for it; what it had taken stays taken. */
const FORGOTTEN_AFTER_MS = 30_000;
/** Accounts change their plan; what was told longer ago isn't relied on. */
const TOLD_HOLDS_MS = 3_600_000;

/** Any number that nothing else locks by. */
const LOCK = 7_241_002;

async function appear(tx: LedgerTx, { id, now, limit }: Beat): Promise<void> {
  const seenAt = new Date(now);
  await tx
    .insertInto('processes')
    .values({ id, seenAt })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seenAt }))
    .execute();
  if (limit === undefined) return;
  await tx
    .insertInto('toldLimits')
    .values({ name: 'account', calls: limit, toldAt: seenAt })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ calls: limit, toldAt: seenAt }))
    .execute();
}

async function forget(tx: LedgerTx, now: number): Promise<void> {
  await sql`
    with dead as (delete from processes where seen_at < ${new Date(now - FORGOTTEN_AFTER_MS)})
    delete from taken_calls where until <= ${new Date(now)}`.execute(tx);
}

async function othersOf(tx: LedgerTx, { id, now, keys }: Beat): Promise<Others> {
  const { rows } = await sql<{ processes: number; limit: number | null }>`
    select (select count(*) from processes) as processes,
      (select calls from told_limits where told_at > ${new Date(now - TOLD_HOLDS_MS)}) as limit`.execute(tx);
  const taken = await sql<{ key: string; calls: number }>`
    select key, sum(calls) as calls from taken_calls
    where process_id <> ${id} and key = any(${[...keys]}::text[]) group by key`.execute(tx);
  const [{ processes, limit } = { processes: 1, limit: null }] = rows;
  return {
    processes,
    limit: limit ?? undefined,
    calls: new Map(taken.rows.map(({ key, calls }) => [key, calls])),
  };
}

async function take(tx: LedgerTx, { id, keys }: Beat, taken: readonly Taken[]): Promise<void> {
  await tx
    .deleteFrom('takenCalls')
    .where('processId', '=', id)
    .where('key', 'in', [...keys])
    .execute();
  const rows = taken
    .filter(({ calls }) => calls > 0)
    .map(({ key, calls, until }) => ({ processId: id, key, calls, until: new Date(until) }));
  if (rows.length > 0) await tx.insertInto('takenCalls').values(rows).execute();
}

/**
 * Says that a process is there, and lets it decide what it takes of the limits, given what the others have: one process
 * at a time, so that no two take the same calls. What it takes replaces what it had of the same keys.
 */
export async function beat(
  db: Kysely<Tables>,
  told: Beat,
  decide: (others: Others) => readonly Taken[],
): Promise<Others> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    await appear(tx, told);
    await forget(tx, told.now);
    const others = await othersOf(tx, told);
    await take(tx, told, decide(others));
    return others;
  });
}

/** A process that stops needs no part any more. What it had taken stays taken until its time is over. */
export async function leave(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom('processes').where('id', '=', id).execute();
}
