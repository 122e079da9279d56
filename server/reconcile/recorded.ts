import type { ClockRecord } from '../../domain/record.ts';
import { decodeRecord } from '../../domain/record-text.ts';
import type { Account, CaseReading } from './read-case.ts';

/**
 * The clock record on the ticket: what was promised when the service last wrote it. Undefined where somebody else has
 * touched the field since, so that nobody is told of a move which a person has made up, and on a follow-up, whose
 * record is another ticket's, until the service has written it there.
 */
export function recordedByService(
  { ticket, audits }: Pick<CaseReading, 'ticket' | 'audits'>,
  { fields, serviceUserId }: Account,
): ClockRecord | undefined {
  const field = String(fields.record);
  const last = audits.findLast(({ events }) =>
    events.some((event) => (event.kind === 'create' || event.kind === 'change') && event.field === field),
  );
  const text = ticket.customFields.get(fields.record);
  if (last?.authorId !== serviceUserId || typeof text !== 'string') return undefined;
  const decoded = decodeRecord(text);
  return decoded.ok ? decoded.record : undefined;
}
