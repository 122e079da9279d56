import type { OpenTicket } from './state.ts';

/** What a new ticket starts with. */
export interface NewTicketStart {
  formId?: number | null | undefined;
  requesterId?: number | undefined;
  subject?: string | undefined;
  /** The closed ticket it follows: the account copies its tags and fields. */
  followUpOf?: number | undefined;
}

/** An empty ticket that is nowhere but on this page. Zendesk offers a new one as open. */
export function blankTicket({ formId, requesterId, subject }: NewTicketStart): OpenTicket {
  return {
    id: undefined,
    subject: subject ?? null,
    description: null,
    status: 'open',
    priority: null,
    type: null,
    tags: [],
    requester_id: requesterId ?? null,
    assignee_id: null,
    group_id: null,
    organization_id: null,
    brand_id: null,
    ticket_form_id: formId ?? null,
    custom_status_id: null,
    email_cc_ids: [],
    follower_ids: [],
    followup_ids: [],
    custom_fields: [],
    due_at: null,
    via: { channel: 'web' },
    created_at: '',
    updated_at: '',
  };
}
