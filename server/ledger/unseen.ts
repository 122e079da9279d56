import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import type { Tables } from './tables.ts';

/** A ticket as a list of Zendesk's shows it. */
export interface Stamped {
  readonly ticketId: number;
  /** Its own stamp. */
  readonly updatedAt: Instant;
}

/**
 * - `new`: never looked at. `moved`: it has changed since it was last seen.
 * - `unsure`: seen within the very second of its stamp, in which another change may have followed.
 */
export type UnseenWhy = 'new' | 'moved' | 'unsure';

export interface Unseen extends Stamped {
  readonly why: UnseenWhy;
}

const SECOND = '1 second';

/**
 * Which of these tickets should be looked at. Left out are erased and expired cases, tickets whose look is due anyway,
 * and those whose look of this very stamp failed and is planned again.
 */
export async function unseenAmong(
  db: Kysely<Tables>,
  tickets: readonly Stamped[],
  now: Instant,
): Promise<Unseen[]> {
  if (tickets.length === 0) return [];
  const rows = tickets.map(
    ({ ticketId, updatedAt }) => sql`(${ticketId}::bigint, ${new Date(updatedAt)}::timestamptz)`,
  );
  const found = await sql<Unseen>`
    select given.ticket_id, given.stamp as updated_at,
      case when wakes.ticket_id is null or (wakes.seen_stamp is null and wakes.attempts = 0) then 'new'
        when wakes.seen_stamp is null or given.stamp > wakes.seen_stamp then 'moved' else 'unsure' end as why
    from (values ${sql.join(rows)}) as given (ticket_id, stamp)
    left join wakes on wakes.ticket_id = given.ticket_id
    where not exists (select from tombstones where tombstones.ticket_id = given.ticket_id)
      and (wakes.wake_at is null or wakes.wake_at > ${new Date(now)})
      and (wakes.seen_stamp is null or given.stamp > wakes.seen_stamp
        or (given.stamp = wakes.seen_stamp and wakes.seen_at < given.stamp + ${SECOND}::interval))
      and not (coalesce(wakes.attempts, 0) > 0 and coalesce(wakes.changed_at >= given.stamp, false))
    order by given.ticket_id`.execute(db);
  return found.rows;
}
