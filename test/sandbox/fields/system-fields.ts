import type { Account } from '../account/account.ts';
import type { FieldRecord } from '../account/records.ts';

/** The fields every account has: they cannot be removed, and the ticket holds them as attributes. */
const SYSTEM: readonly [type: string, title: string, description: string][] = [
  ['subject', 'Subject', ''],
  ['description', 'Description', 'Please enter the details of your request.'],
  ['status', 'Status', 'Request status'],
  ['tickettype', 'Type', 'Request type'],
  ['priority', 'Priority', 'Request priority'],
  ['group', 'Group', 'Request group'],
  ['assignee', 'Assignee', 'Agent assigned to your request'],
];

export function systemFields(account: Account): FieldRecord[] {
  const now = account.stamp();
  return SYSTEM.map(([type, title, description], position) => ({
    id: account.ids.next(),
    type,
    title,
    raw_title: title,
    title_in_portal: title,
    description,
    agent_description: null,
    position,
    active: true,
    required: ['subject', 'description'].includes(type),
    required_in_portal: ['subject', 'description'].includes(type),
    visible_in_portal: true,
    editable_in_portal: true,
    collapsed_for_agents: false,
    regexp_for_validation: null,
    tag: null,
    removable: false,
    custom_field_options: [],
    created_at: now,
    updated_at: now,
  }));
}
