import { type SqlBool, sql } from 'kysely';

/**
 * Of `cases c`: those with marks, or whose ticket is gone. Of those that are over only the ones on which something was
 * recorded that doesn't count, for that may be a new complaint; whatever else is marked was over with the case.
 */
export const needsPerson = sql<SqlBool>`
  ((c.closed_at is null and (c.marks <> '{}' or c.lost_at is not null)) or 'event_refused' = any(c.marks))`;
