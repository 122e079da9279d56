import type { Account } from '../../account/account.ts';
import type { TicketRecord } from '../../account/records.ts';
import { fillDynamicContent } from '../../liquid/dynamic-content.ts';
import type { TicketEventName } from './types.ts';

/** Something that happened to a ticket, and what its `event` object says. */
export interface TicketEvent {
  name: TicketEventName;
  event: Record<string, unknown>;
}

const upper = (value: string | null) => value?.toUpperCase() ?? null;
const idText = (value: number | null) => (value === null ? null : String(value));

/** How the payload prints an attribute, by the event that tells of its change. */
const ATTRIBUTES: readonly [TicketEventName, (ticket: TicketRecord) => string | null][] = [
  ['status_changed', (ticket) => upper(ticket.status)],
  ['custom_status_changed', (ticket) => idText(ticket.custom_status_id)],
  ['priority_changed', (ticket) => upper(ticket.priority)],
  ['type_changed', (ticket) => upper(ticket.type)],
  ['subject_changed', (ticket) => ticket.subject],
  ['description_changed', (ticket) => ticket.description],
  ['agent_assignment_changed', (ticket) => idText(ticket.assignee_id)],
  ['group_assignment_changed', (ticket) => idText(ticket.group_id)],
  ['requester_changed', (ticket) => idText(ticket.requester_id)],
  ['submitter_changed', (ticket) => idText(ticket.submitter_id)],
  ['organization_changed', (ticket) => idText(ticket.organization_id)],
  ['brand_changed', (ticket) => idText(ticket.brand_id)],
  ['form_changed', (ticket) => idText(ticket.ticket_form_id)],
  ['problem_link_changed', (ticket) => idText(ticket.problem_id)],
  ['external_id_changed', (ticket) => ticket.external_id],
  ['task_due_at_changed', (ticket) => ticket.due_at],
];

/** What changed between two states of a ticket: one event for each attribute, for the tags, and for each field. */
export function changesBetween(account: Account, before: TicketRecord, after: TicketRecord): TicketEvent[] {
  return [
    ...attributes(before, after),
    ...lists(before, after),
    ...fields(account, before, after),
    ...deletions(before, after),
  ];
}

function attributes(before: TicketRecord, after: TicketRecord): TicketEvent[] {
  return ATTRIBUTES.flatMap(([name, value]) => {
    const [previous, current] = [value(before), value(after)];
    return previous === current ? [] : [{ name, event: { current, previous } }];
  });
}

function lists(before: TicketRecord, after: TicketRecord): TicketEvent[] {
  const parts = [
    ['tags_changed', 'tags', before.tags, after.tags],
    ['email_ccs_changed', 'users', before.email_cc_ids.map(String), after.email_cc_ids.map(String)],
    ['followers_changed', 'users', before.follower_ids.map(String), after.follower_ids.map(String)],
  ] as const;
  return parts.flatMap(([name, what, old, now]) => {
    const added = now.filter((item) => !old.includes(item));
    const removed = old.filter((item) => !now.includes(item));
    if (added.length + removed.length === 0) return [];
    return [{ name, event: { [`${what}_added`]: added, [`${what}_removed`]: removed } }];
  });
}

function fields(account: Account, before: TicketRecord, after: TicketRecord): TicketEvent[] {
  return [...account.fields.values()].flatMap((field) => {
    const previous = before.values.get(field.id) ?? null;
    const current = after.values.get(field.id) ?? null;
    if (JSON.stringify(previous) === JSON.stringify(current)) return [];
    const title = fillDynamicContent(account, field.raw_title, account.settings.locale);
    const custom_field = { id: String(field.id), title, type: field.type };
    const event = { current: { value: current }, previous: { value: previous }, custom_field };
    return [{ name: 'custom_field_changed' as const, event }];
  });
}

function deletions(before: TicketRecord, after: TicketRecord): TicketEvent[] {
  if (before.deleted === after.deleted) return [];
  return [{ name: after.deleted ? 'soft_deleted' : 'undeleted', event: {} }];
}
