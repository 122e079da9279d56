import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import type { Tables } from './tables.ts';

/** A ticket at which looking was given up: a person has to do something. It is tried again now and then all the same. */
export interface FailedLook {
  readonly ticketId: number;
  /** What fails, as in server/jobs/failure-classes.ts. */
  readonly code: string;
  /** The last error's own words; never text of a ticket. */
  readonly message: string;
  /** Since when it is given up. */
  readonly since: Instant;
  readonly attempts: number;
  readonly nextTryAt: Instant | null;
}

/** The looks that a person must help, the oldest first. */
export async function failedLooks(db: Kysely<Tables>): Promise<FailedLook[]> {
  const rows = await db
    .selectFrom('wakes')
    .select(['ticketId', 'errorCode', 'lastError', 'gaveUpAt', 'attempts', 'wakeAt'])
    .where('gaveUpAt', 'is not', null)
    .orderBy('gaveUpAt')
    .orderBy('ticketId')
    .execute();
  return rows.flatMap(({ ticketId, errorCode, lastError, gaveUpAt, attempts, wakeAt }) =>
    gaveUpAt === null
      ? []
      : {
          ticketId,
          code: errorCode ?? 'internal',
          message: lastError ?? '',
          since: gaveUpAt,
          attempts,
          nextTryAt: wakeAt,
        },
  );
}
