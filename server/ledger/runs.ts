import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import type { Tables } from './tables.ts';

/** What is done in rounds, by one process at a time. */
export interface RunClaim {
  readonly name: string;
  /** The process, as a UUID. */
  readonly holder: string;
  /** Real time: a holder that was not heard of until `until` has died. */
  readonly realNow: Instant;
  readonly until: Instant;
}

export interface RunTake extends RunClaim {
  /** The product's clock: taken only where it is due; null: whether or not it is. */
  readonly now: Instant | null;
}

export interface Run {
  /** What the last one left, to be parsed by whoever wrote it. */
  readonly state: unknown;
  readonly finishedAt: Instant | null;
}

export interface RunEnd {
  readonly name: string;
  readonly holder: string;
  readonly dueAt: Instant;
  /** Left as it is where it is undefined. */
  readonly state?: unknown;
  readonly finishedAt?: Instant;
}

/** A due time further away than this was written before the clock was set back, and is void. */
const DUE_AT_MOST_MS = 3 * 86_400_000;

/** Takes a run that is due and that nobody else holds; undefined where it is not to be had. */
export async function takeRun(db: Kysely<Tables>, take: RunTake): Promise<Run | undefined> {
  const { name, holder, realNow, until, now } = take;
  const due =
    now === null
      ? sql`true`
      : sql`(runs.due_at is null or runs.due_at <= ${new Date(now)} or runs.due_at > ${new Date(now + DUE_AT_MOST_MS)})`;
  const { rows } = await sql<Run>`
    insert into runs (name, held_by, held_until) values (${name}, ${holder}, ${new Date(until)})
    on conflict (name) do update set held_by = excluded.held_by, held_until = excluded.held_until
    where (runs.held_by is null or runs.held_by = ${holder} or runs.held_until <= ${new Date(realNow)}) and ${due}
    returning state, finished_at`.execute(db);
  return rows[0];
}

/** Says that the holder is still at it, and where it stands. False where somebody else has taken it over. */
export async function keepRun(
  db: Kysely<Tables>,
  { name, holder, until }: RunClaim,
  state: unknown,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('runs')
    .set({ heldUntil: new Date(until), state: JSON.stringify(state) })
    .where('name', '=', name)
    .where('heldBy', '=', holder)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets go of a run and says when it is due next. Nothing happens where somebody else has taken it over. */
export async function endRun(db: Kysely<Tables>, end: RunEnd): Promise<void> {
  const { name, holder, dueAt, state, finishedAt } = end;
  await db
    .updateTable('runs')
    .set({
      heldBy: null,
      heldUntil: null,
      dueAt: new Date(dueAt),
      ...(state === undefined ? {} : { state: JSON.stringify(state) }),
      ...(finishedAt === undefined ? {} : { finishedAt: new Date(finishedAt) }),
    })
    .where('name', '=', name)
    .where('heldBy', '=', holder)
    .execute();
}

export async function readRun(db: Kysely<Tables>, name: string): Promise<Run | undefined> {
  return db.selectFrom('runs').select(['state', 'finishedAt']).where('name', '=', name).executeTakeFirst();
}
