import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import type { Tables } from './tables.ts';
import { QUIET_AT_MOST_MS, type WakeState } from './wakes.ts';

/**
 * The tickets to look at now, the longest due first. Those that may wait come last, no more than `mostBackground` of
 * them, and fewer by as many as can't wait: a look that waits for its turn to call keeps another from being begun.
 */
export async function dueWakes(
  db: Kysely<Tables>,
  now: Instant,
  limit: number,
  mostBackground = limit,
): Promise<number[]> {
  const at = new Date(now);
  const due = (background: boolean, most: RawBuilder<unknown>) => sql`(
    select ticket_id, background, wake_at from wakes
    where wake_at <= ${at} and background = ${background}
      and (quiet_until is null or quiet_until <= ${at} or quiet_until > ${new Date(now + QUIET_AT_MOST_MS)})
    order by wake_at, ticket_id limit ${most})`;
  const left = sql`greatest(0, ${mostBackground}::bigint - (select count(*) from urgent))`;
  const { rows } = await sql<{ ticketId: number }>`
    with urgent as ${due(false, sql`${limit}`)}
    select ticket_id from (select * from urgent union all ${due(true, left)}) as due
    order by background, wake_at, ticket_id limit ${limit}`.execute(db);
  return rows.map((row) => row.ticketId);
}

/**
 * When the next wake after `now` falls due, its quiet time included; undefined where none is planned. No wake is due
 * before its own time, so of those to come only the ones before the first's due time are read, not those of all cases.
 */
export async function nextWakeAt(db: Kysely<Tables>, now: Instant): Promise<Instant | undefined> {
  const at = new Date(now);
  const { rows } = await sql<{ next: Instant | null }>`
    with first as (
      select greatest(wake_at, quiet_until) as due from wakes where wake_at > ${at} order by wake_at limit 1
    ), due as (
      select due as at from first
      union all
      select greatest(wake_at, quiet_until) from wakes
      where wake_at > ${at} and wake_at < (select due from first)
      union all
      select quiet_until from wakes where wake_at <= ${at} and quiet_until > ${at}
    )
    select min(at) as next from due`.execute(db);
  return rows[0]?.next ?? undefined;
}

export async function readWake(db: Kysely<Tables>, ticketId: number): Promise<WakeState | undefined> {
  return db
    .selectFrom('wakes')
    .select(['seq', 'wakeAt', 'attempts', 'changedAt', 'quietUntil'])
    .select(['background', 'errorCode', 'gaveUpAt', 'correlation'])
    .where('ticketId', '=', ticketId)
    .executeTakeFirst();
}
