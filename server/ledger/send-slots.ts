import { type Kysely, sql } from 'kysely';
import { DAY, type Instant } from '../../domain/local-date.ts';
import { countsOnly } from './case-events.ts';
import type { Tables } from './tables.ts';

export interface AcknowledgementCount {
  /** Those recorded at or after it. */
  readonly since: Instant;
  /** The service's own user: what people sent is not counted. */
  readonly authorId: number;
  /** Only those to this requester. */
  readonly requesterId?: number;
  /** The ticket that asks: what is about to go out on it doesn't count against it. */
  readonly exceptTicketId?: number;
}

/** A limit on acknowledgements that go out by themselves: fewer than `most` of those counted. */
export interface SendLimit extends AcknowledgementCount {
  readonly most: number;
}

export interface SlotWanted {
  readonly ticketId: number;
  readonly requesterId: number;
  readonly at: Instant;
  readonly limits: readonly SendLimit[];
}

/** Any number that nothing else locks by. */
const LOCK = 7_241_001;

/**
 * How many cases were acknowledged lately, or are about to be: read from their events, so that it survives a rebuild,
 * and from the slots of looks that have not come to an end.
 */
export async function countAcknowledgements(
  db: Kysely<Tables>,
  { since, authorId, requesterId, exceptTicketId = 0 }: AcknowledgementCount,
): Promise<number> {
  const from = new Date(since);
  const requester = requesterId ?? null;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select e.ticket_id from case_events e join cases c on c.ticket_id = e.ticket_id
      where e.kind = 'acknowledged' and e.recorded_at >= ${from} and e.author_id = ${authorId}
        and ${countsOnly}
        and (${requester}::bigint is null or c.requester_id = ${requester}::bigint)
      union
      select ticket_id from send_slots
      where at >= ${from} and (${requester}::bigint is null or requester_id = ${requester}::bigint)
    ) as sent where ticket_id <> ${exceptTicketId}`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Takes the right to send an acknowledgement, one look at a time over all processes, so that looks side by side can't
 * pass a limit together. False where a limit is reached. A slot counts until its window is over, sent or not: a look
 * that failed errs on the side of sending less.
 */
export async function takeSendSlot(db: Kysely<Tables>, wanted: SlotWanted): Promise<boolean> {
  const { ticketId, requesterId, limits } = wanted;
  const at = new Date(wanted.at);
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    for (const limit of limits) {
      if ((await countAcknowledgements(tx, { ...limit, exceptTicketId: ticketId })) >= limit.most)
        return false;
    }
    await sql`delete from send_slots where at < ${new Date(wanted.at - 2 * DAY)}`.execute(tx);
    await sql`
      insert into send_slots (ticket_id, requester_id, at) values (${ticketId}, ${requesterId}, ${at})
      on conflict (ticket_id) do update set at = excluded.at, requester_id = excluded.requester_id`.execute(
      tx,
    );
    return true;
  });
}
