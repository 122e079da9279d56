import { randomUUID } from 'node:crypto';
import type { Account } from '../../account/account.ts';
import type { TicketRecord } from '../../account/records.ts';
import type { TicketEvent } from './changes.ts';
import { eventType } from './types.ts';

/** The version of the payload that Zendesk sends. */
const VERSION = '2022-11-06';

/** Channels have other names in events than in the REST API. */
const CHANNELS: Readonly<Record<string, string>> = {
  api: 'web_service',
  web: 'web_form',
  voice: 'phone_call_inbound',
};

/** One event of the several that one update may cause. */
export interface Happening {
  event: TicketEvent;
  ticket: TicketRecord;
  actorId: number;
  sequence: { id: string; position: number; total: number };
}

/** The payload of an event: ids are texts, status, priority and type in capitals, times in nanoseconds. */
export function envelope(account: Account, { event, ticket, actorId, sequence }: Happening) {
  return {
    type: eventType(event.name),
    account_id: account.settings.id,
    id: randomUUID(),
    time: nanoseconds(account.clock.now()),
    zendesk_event_version: VERSION,
    subject: `zen:ticket:${ticket.id}`,
    detail: detail(ticket, actorId),
    event: { ...event.event, meta: { sequence } },
  };
}

function detail(ticket: TicketRecord, actorId: number) {
  const id = (value: number | null) => (value === null ? null : String(value));
  return {
    actor_id: String(actorId),
    assignee_id: id(ticket.assignee_id),
    brand_id: id(ticket.brand_id),
    created_at: ticket.created_at,
    custom_status: id(ticket.custom_status_id),
    description: ticket.description,
    external_id: ticket.external_id,
    form_id: id(ticket.ticket_form_id),
    group_id: id(ticket.group_id),
    id: String(ticket.id),
    is_public: ticket.is_public,
    organization_id: id(ticket.organization_id),
    priority: ticket.priority?.toUpperCase() ?? null,
    requester_id: id(ticket.requester_id),
    status: ticket.deleted ? 'DELETED' : ticket.status.toUpperCase(),
    subject: ticket.subject,
    submitter_id: id(ticket.submitter_id),
    tags: ticket.tags,
    type: ticket.type?.toUpperCase() ?? null,
    updated_at: ticket.updated_at,
    via: { channel: CHANNELS[ticket.via.channel] ?? ticket.via.channel },
  };
}

function nanoseconds(at: number): string {
  return new Date(at).toISOString().replace('Z', '000000Z');
}
