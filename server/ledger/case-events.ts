import { sql } from 'kysely';

/**
 * Of `case_events e`: only those that count. What was refused, voided or corrected since is kept for the history, and
 * says so in its payload.
 */
export const countsOnly = sql<boolean>`not jsonb_exists_any(e.payload, array['refused', 'void', 'corrected_by'])`;
