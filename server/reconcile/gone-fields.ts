import { FIELD_KEYS, type FieldKey } from '../../domain/terms.ts';
import type { Ticket } from '../zendesk/port.ts';
import type { FieldIds } from './ticket-update.ts';

/**
 * Fields that were deleted or switched off since the start. Zendesk takes an update with them and says nothing, so it
 * is seen by the reading: a ticket lists all fields of the account, those without a value too. Where this one lists no
 * field without a value, nothing can be said.
 */
export function goneFields({ customFields }: Ticket, fields: FieldIds): FieldKey[] {
  const listsAll = [...customFields.values()].some((value) => value === null);
  return listsAll ? FIELD_KEYS.filter((key) => !customFields.has(fields[key])) : [];
}
