import type { Account } from '../account/account.ts';
import type { CustomRoleRecord } from '../account/records.ts';
import { blank } from '../fault.ts';
import { idOf, type JsonObject, objectOf, textOf } from '../json.ts';

/** What an agent's role permits where the account says nothing else. */
const PERMITTED: Readonly<Record<string, unknown>> = {
  ticket_access: 'all',
  ticket_comment_access: 'public',
  ticket_deletion: false,
  ticket_editing: true,
  ticket_merge: true,
  ticket_tag_editing: true,
  modify_closed_tickets: false,
  macro_access: 'manage-personal',
  view_access: 'manage-personal',
  end_user_profile_access: 'full',
  light_agent: false,
};

/** Reads a role for agents, new or updated; permissions not named keep their value. @throws Fault 422 without a name */
export function readRole(account: Account, body: JsonObject, known?: CustomRoleRecord): CustomRoleRecord {
  const now = account.stamp();
  const name = (textOf(body.name) ?? known?.name ?? '').trim();
  if (name === '') throw blank('name', 'Name');
  return {
    id: known?.id ?? idOf(body.id) ?? account.ids.next(),
    name,
    description: textOf(body.description) ?? known?.description ?? '',
    role_type: known?.role_type ?? idOf(body.role_type) ?? 0,
    configuration: { ...(known?.configuration ?? PERMITTED), ...objectOf(body.configuration) },
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
}
