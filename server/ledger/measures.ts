import { type Kysely, sql } from 'kysely';
import type { DeadlineState } from '../../domain/deadline.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { Tables } from './tables.ts';

/** The ledger in figures. */
export interface Measures {
  /** Wakes that are due, and the one that has waited longest; undefined where none is due. */
  readonly due: number;
  readonly oldestDueAt: Instant | undefined;
  /** Looks that fail, and those of them that were given up, by the failure's code. */
  readonly failing: readonly { readonly code: string; readonly looks: number; readonly gaveUp: number }[];
  readonly deadlines: readonly { readonly state: DeadlineState; readonly count: number }[];
}

/**
 * The state of each deadline at `now`. To the second: the one instant at which a day ends counts as in time here,
 * because the ledger doesn't say whether a duty is counted in hours.
 */
async function deadlineStates(db: Kysely<Tables>, now: Instant): Promise<Measures['deadlines']> {
  const at = new Date(now);
  const { rows } = await sql<{ state: DeadlineState; count: number }>`
    select case
        when waived is not null then 'waived'
        when done_at is not null then case when done_at > due_at then 'met_late' else 'met' end
        when projected then 'projected'
        when due_at < ${at} then 'overdue'
        when warn_at <= ${at} then 'due_soon'
        else 'running'
      end as state, count(*) as count
    from deadlines group by 1`.execute(db);
  return rows;
}

/** Counts what is due, what fails, and how deadlines stand. */
export async function measure(db: Kysely<Tables>, now: Instant): Promise<Measures> {
  const { rows } = await sql<{ due: number; oldest: Instant | null }>`
    select count(*) as due, min(wake_at) as oldest from wakes where wake_at <= ${new Date(now)}`.execute(db);
  const failing = await sql<{ code: string; looks: number; gaveUp: number }>`
    select error_code as code, count(*) as looks, count(gave_up_at) as gave_up
    from wakes where error_code is not null group by 1`.execute(db);
  return {
    due: rows[0]?.due ?? 0,
    oldestDueAt: rows[0]?.oldest ?? undefined,
    failing: failing.rows,
    deadlines: await deadlineStates(db, now),
  };
}
