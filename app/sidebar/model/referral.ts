import type { Instant } from '../../../domain/local-date.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import type { CaseEventAnswer } from '../../service/schemas.ts';

/**
 * The ombudsman's reference: as said last, with a date of theirs, which the record tells, or with the referral, which
 * the service tells.
 */
export function referenceOf(
  { notes = [] }: ClockRecord,
  events: readonly CaseEventAnswer[] = [],
): string | undefined {
  const noted = notes.findLast(({ reference }) => reference !== undefined)?.reference;
  const told = events.findLast(({ kind, payload }) => kind === 'referred' && payload.refused === undefined);
  const reference = told?.payload.reference;
  return noted ?? (typeof reference === 'string' ? reference : undefined);
}

/** When the customer has gone to the ombudsman. */
export function referredAt({ events }: ClockRecord): Instant | undefined {
  return events.findLast(({ kind }) => kind === 'referred')?.at;
}
