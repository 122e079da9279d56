import type { TicketRecord } from '../account/records.ts';
import { stampFrom } from '../account/stamp.ts';
import { updateConflict } from '../fault.ts';
import { type JsonObject, textOf } from '../json.ts';

/**
 * Zendesk's guard against writing over someone else's change. Naming `safe_update` turns it on, whatever its
 * value (`false` too); leaving it out turns it off. Stamps have whole seconds: a change within the same
 * second slips through.
 * @throws Fault 409
 */
export function checkSafeUpdate(ticket: TicketRecord, body: JsonObject): void {
  if (!('safe_update' in body)) return;
  const stamp = textOf(body.updated_stamp);
  if (stamp === undefined || stampFrom(stamp) !== ticket.updated_at) throw updateConflict();
}
