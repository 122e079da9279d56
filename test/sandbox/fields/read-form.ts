import type { Account } from '../account/account.ts';
import type { FormRecord } from '../account/records.ts';
import { blank } from '../fault.ts';
import { flagOf, idOf, idsOf, type JsonObject, listOf, textOf } from '../json.ts';

/** Reads a ticket form, new or updated. @throws Fault 422 without a name */
export function readForm(account: Account, body: JsonObject, known?: FormRecord): FormRecord {
  const now = account.stamp();
  const name = textOf(body.raw_name) ?? textOf(body.name) ?? known?.name ?? '';
  if (name.trim() === '') throw blank('name', 'Name');
  return {
    id: known?.id ?? idOf(body.id) ?? account.ids.next(),
    name,
    display_name: textOf(body.raw_display_name) ?? textOf(body.display_name) ?? known?.display_name ?? name,
    end_user_visible: flagOf(body.end_user_visible) ?? known?.end_user_visible ?? false,
    position: idOf(body.position) ?? known?.position ?? account.forms.size + 1,
    active: flagOf(body.active) ?? known?.active ?? true,
    default: flagOf(body.default) ?? known?.default ?? false,
    ticket_field_ids:
      'ticket_field_ids' in body ? idsOf(body.ticket_field_ids) : (known?.ticket_field_ids ?? []),
    agent_conditions:
      'agent_conditions' in body ? listOf(body.agent_conditions) : (known?.agent_conditions ?? []),
    end_user_conditions:
      'end_user_conditions' in body ? listOf(body.end_user_conditions) : (known?.end_user_conditions ?? []),
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
}
