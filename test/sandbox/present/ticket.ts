import type { Account } from '../account/account.ts';
import type { FieldRecord, FieldValue, TicketRecord } from '../account/records.ts';
import { presentScore, ratingOf } from '../ratings/rating-of.ts';
import { apiUrl } from './url.ts';

/** A ticket as `GET /tickets/{id}` prints it. */
export function presentTicket(account: Account, ticket: TicketRecord): Record<string, unknown> {
  const values = presentValues(account, ticket);
  return {
    url: apiUrl(account, `tickets/${ticket.id}`),
    id: ticket.id,
    external_id: ticket.external_id,
    via: ticket.via,
    created_at: ticket.created_at,
    updated_at: ticket.updated_at,
    generated_timestamp: Math.floor(Date.parse(ticket.updated_at) / 1000),
    type: ticket.type,
    subject: ticket.subject,
    raw_subject: ticket.subject,
    description: ticket.description,
    priority: ticket.priority,
    status: ticket.status,
    recipient: ticket.recipient,
    requester_id: ticket.requester_id,
    submitter_id: ticket.submitter_id,
    assignee_id: ticket.assignee_id,
    organization_id: ticket.organization_id,
    group_id: ticket.group_id,
    collaborator_ids: ticket.collaborator_ids,
    follower_ids: ticket.follower_ids,
    email_cc_ids: ticket.email_cc_ids,
    forum_topic_id: null,
    problem_id: ticket.problem_id,
    has_incidents: ticket.type === 'problem' && hasIncidents(account, ticket.id),
    is_public: ticket.is_public,
    due_at: ticket.due_at,
    tags: ticket.tags,
    custom_fields: values,
    satisfaction_rating: presentScore(ratingOf(account, ticket.id)),
    sharing_agreement_ids: [],
    custom_status_id: ticket.custom_status_id,
    encoded_id: `SB${String(ticket.id).padStart(5, '0')}-${(ticket.id % 36).toString(36).toUpperCase()}`,
    fields: values,
    followup_ids: ticket.followup_ids,
    ticket_form_id: ticket.ticket_form_id,
    brand_id: ticket.brand_id,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: ticket.via.channel === 'native_messaging',
  };
}

/** Every active custom field of the account, whether set or not. */
function presentValues(account: Account, ticket: TicketRecord): { id: number; value: FieldValue }[] {
  return [...account.fields.values()]
    .filter((field) => field.removable && field.active)
    .map((field) => ({ id: field.id, value: ticket.values.get(field.id) ?? emptyValue(field) }));
}

function emptyValue(field: FieldRecord): FieldValue {
  return field.type === 'checkbox' ? false : null;
}

function hasIncidents(account: Account, id: number): boolean {
  return [...account.tickets.values()].some((ticket) => ticket.problem_id === id);
}
