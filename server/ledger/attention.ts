import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import { needsPerson } from './conditions.ts';
import type { Tables } from './tables.ts';

/** A case that a person has to do something about. */
export interface MarkedCase {
  readonly ticketId: number;
  readonly currentTicketId: number;
  readonly marks: readonly string[];
  /** Since when there is reason for each, by its code; without those that an older version has saved. */
  readonly markedSince: Readonly<Record<string, Instant>>;
  readonly lostAt: Instant | null;
  readonly lostWhy: string | null;
  readonly assigneeId: number | null;
  readonly groupId: number | null;
  readonly nextDueAt: Instant | null;
}

export interface MarkedCases {
  readonly total: number;
  /** The first by their due times. */
  readonly cases: readonly MarkedCase[];
}

/** The cases that a person has to do something about, those due first before the others. */
export async function markedCases(db: Kysely<Tables>, limit: number): Promise<MarkedCases> {
  const { rows } = await sql<MarkedCase & { readonly total: number }>`
    select ticket_id, current_ticket_id, marks, marked_since, lost_at, lost_why, assignee_id, group_id, next_due_at,
      count(*) over () as total
    from cases c where ${needsPerson}
    order by next_due_at nulls last, ticket_id limit ${limit}`.execute(db);
  return { total: rows[0]?.total ?? 0, cases: rows.map(({ total, ...one }) => one) };
}

/** A look that failed and has not succeeded since. */
export interface LookTrouble {
  readonly ticketId: number;
  readonly code: string;
  /** The last error's own words; never text of a ticket. */
  readonly message: string;
  readonly attempts: number;
  /** Since when a person must help; null while it may pass by itself. */
  readonly gaveUpAt: Instant | null;
  readonly nextTryAt: Instant | null;
}

/** What goes wrong with the looks at these tickets. */
export async function lookTroubles(db: Kysely<Tables>, ticketIds: readonly number[]): Promise<LookTrouble[]> {
  const { rows } = await sql<LookTrouble>`
    select ticket_id, coalesce(error_code, 'internal') as code, coalesce(last_error, '') as message, attempts,
      gave_up_at, wake_at as next_try_at
    from wakes where ticket_id = any(${[...ticketIds]}::bigint[]) and (error_code is not null or gave_up_at is not null)
    order by ticket_id`.execute(db);
  return rows;
}
