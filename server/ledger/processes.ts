import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** What a process tells of itself every few seconds. Times are real time, in epoch milliseconds. */
export interface Beat {
  /** The process, as a UUID. */
  readonly id: string;
  readonly now: number;
  /** Its calls to Zendesk that count towards the present minute. */
  readonly calls: number;
}

export interface Others {
  /** Processes heard of lately, this one included. */
  readonly processes: number;
  /** The calls of the others that count towards the present minute, as they told last. */
  readonly calls: number;
}

/** A process that was not heard of for so long has died; machines' clocks differ by less than that. */
const FORGOTTEN_AFTER_MS = 30_000;

/** Says that a process is there, and learns who else is. */
export async function beat(db: Kysely<Tables>, { id, now, calls }: Beat): Promise<Others> {
  const seenAt = new Date(now);
  await db
    .insertInto('processes')
    .values({ id, seenAt, calls })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seenAt, calls }))
    .execute();
  const gone = new Date(now - FORGOTTEN_AFTER_MS);
  await sql`delete from processes where seen_at < ${gone}`.execute(db);
  const { rows } = await sql<Others>`
    select count(*) as processes, coalesce(sum(calls) filter (where id <> ${id}), 0) as calls
    from processes`.execute(db);
  return rows[0] ?? { processes: 1, calls: 0 };
}

/** A process that stops need not be waited for. */
export async function leave(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom('processes').where('id', '=', id).execute();
}
