import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import { doneRebuilding } from './rebuild.ts';
import type { LedgerTx, Tables } from './tables.ts';

/** "Look at this ticket at this time." */
export interface Wake {
  readonly ticketId: number;
  readonly at: Instant;
  /** When the ticket changed, as far as the one who wakes knows: an older reading of it is out of date. */
  readonly changedAt?: Instant;
  /** The look may wait for all others: a rebuild, a recomputation. */
  readonly background?: boolean;
  /** By which the log lines of what led here and of the look are found together. */
  readonly correlation?: string;
}

/** What a job reads before it looks. */
export interface WakeState {
  readonly seq: number;
  /** Null where nothing is planned. */
  readonly wakeAt: Instant | null;
  readonly attempts: number;
  readonly changedAt: Instant | null;
  /** Until when the look before wanted the ticket left alone. */
  readonly quietUntil: Instant | null;
  readonly background: boolean;
  /** The last failure's code, and since when looking is given up; null where the last look did not fail. */
  readonly errorCode: string | null;
  readonly gaveUpAt: Instant | null;
  readonly correlation: string | null;
}

export interface Settlement {
  readonly ticketId: number;
  /** As read before the look. */
  readonly seq: number;
  /** When to look again; null: not until somebody wakes the ticket. */
  readonly nextAt: Instant | null;
  /** Whether the next look may wait for all others; false where left out. */
  readonly nextMayWait?: boolean;
  /** Not looked at again before, whoever wakes it. */
  readonly quietUntil: Instant;
  /** The ticket as this look saw it; left out where it saw none. */
  readonly seen?: Seen;
}

/** Which state of a ticket a look has seen. */
export interface Seen {
  /** The ticket's own stamp. */
  readonly stamp: Instant;
  /** When it was asked for, by our clock. */
  readonly askedAt: Instant;
}

export interface Failure {
  readonly ticketId: number;
  /** As read before the look. */
  readonly seq: number;
  readonly at: Instant;
  /** Where somebody woke the ticket meanwhile. */
  readonly atIfWoken: Instant;
  readonly quietUntil: Instant;
  /** Code and message, never a body. */
  readonly error: string;
  /** The failure's code, by which it is counted and explained. */
  readonly code: string;
  /** Since when only a person can help; null where another try may do. */
  readonly gaveUpAt: Instant | null;
}

/** The channel of NOTIFY on which a new wake is announced. */
export const WAKE_CHANNEL = 'complaint_clock_wake';

/** A quiet time further away than this was written before the clock was set back, and is void. */
export const QUIET_AT_MOST_MS = 60_000;

function correlationOf(wake: Wake, other: Wake | undefined): Pick<Wake, 'correlation'> {
  const correlation = wake.correlation ?? other?.correlation;
  return correlation === undefined ? {} : { correlation };
}

function merged(wakes: readonly Wake[]): Wake[] {
  const byTicket = new Map<number, Wake>();
  for (const wake of wakes) {
    const other = byTicket.get(wake.ticketId);
    const changedAt = Math.max(wake.changedAt ?? -Infinity, other?.changedAt ?? -Infinity);
    byTicket.set(wake.ticketId, {
      ticketId: wake.ticketId,
      at: Math.min(wake.at, other?.at ?? wake.at),
      ...(Number.isFinite(changedAt) ? { changedAt } : {}),
      background: (wake.background ?? false) && (other?.background ?? true),
      ...correlationOf(wake, other),
    });
  }
  // In one order everywhere, so that two commits at once can't lock each other out.
  return [...byTicket.values()].sort((a, b) => a.ticketId - b.ticketId);
}

/** Keeps the earlier time of those already there and raises `seq`; announced when the transaction commits. */
export async function addWakes(db: Kysely<Tables>, wakes: readonly Wake[]): Promise<void> {
  if (wakes.length === 0) return;
  const rows = merged(wakes);
  // A column each, so that a thousand wakes are the same statement with the same few parameters as one.
  const tickets = rows.map(({ ticketId }) => ticketId);
  const times = rows.map(({ at }) => new Date(at));
  const changes = rows.map(({ changedAt }) => (changedAt === undefined ? null : new Date(changedAt)));
  const backgrounds = rows.map(({ background = false }) => background);
  const correlations = rows.map(({ correlation = null }) => correlation);
  await sql`
    with woken as (
      insert into wakes (ticket_id, wake_at, changed_at, background, correlation)
      select * from unnest(${tickets}::bigint[], ${times}::timestamptz[], ${changes}::timestamptz[], ${backgrounds}::boolean[], ${correlations}::text[])
      on conflict (ticket_id) do update set
        wake_at = least(wakes.wake_at, excluded.wake_at),
        changed_at = greatest(wakes.changed_at, excluded.changed_at),
        background = excluded.background and (wakes.background or wakes.wake_at is null),
        correlation = coalesce(excluded.correlation, wakes.correlation),
        seq = wakes.seq + 1
      returning ticket_id
    )
    select pg_notify(${WAKE_CHANNEL}, '') from woken limit 1`.execute(db);
}

/**
 * After a look: plans the next one, unless the ticket was woken meanwhile; then its wake stays due as it is.
 * Says which.
 */
export async function settleWake(
  tx: LedgerTx,
  { ticketId, seq, nextAt, nextMayWait = false, quietUntil, seen }: Settlement,
): Promise<'settled' | 'woken'> {
  const next = nextAt === null ? null : new Date(nextAt);
  const [stamp, askedAt] = seen ? [new Date(seen.stamp), new Date(seen.askedAt)] : [null, null];
  const { rows } = await sql<{ seq: number }>`
    update wakes set
      wake_at = case when seq = ${seq} then ${next}::timestamptz else wake_at end,
      background = case when seq = ${seq} then ${nextMayWait} else background end,
      correlation = case when seq = ${seq} then null else correlation end,
      seen_stamp = coalesce(${stamp}::timestamptz, seen_stamp), seen_at = coalesce(${askedAt}::timestamptz, seen_at),
      quiet_until = ${new Date(quietUntil)}, attempts = 0, last_error = null, error_code = null, gave_up_at = null
    where ticket_id = ${ticketId} returning seq`.execute(tx);
  await doneRebuilding(tx, ticketId, quietUntil);
  return rows[0]?.seq === seq ? 'settled' : 'woken';
}

/** After a look that failed: again at `at`, or at `atIfWoken`, which also serves whatever woke the ticket meanwhile. */
export async function failWake(
  db: Kysely<Tables>,
  { ticketId, seq, at, atIfWoken, quietUntil, error, code, gaveUpAt }: Failure,
): Promise<void> {
  await db
    .updateTable('wakes')
    .set((row) => ({
      wakeAt: sql<Date>`case when seq = ${seq} then ${new Date(at)}::timestamptz else ${new Date(atIfWoken)}::timestamptz end`,
      quietUntil: new Date(quietUntil),
      attempts: row('attempts', '+', 1),
      lastError: error.slice(0, 500),
      errorCode: code,
      gaveUpAt: gaveUpAt === null ? null : new Date(gaveUpAt),
    }))
    .where('ticketId', '=', ticketId)
    .execute();
}
