import type { Reading } from '../../../server/reconcile/reading.ts';
import type { Audit, AuditEvent, Ticket } from '../../../server/zendesk/port.ts';

export const SERVICE = 1;
export const AGENT = 2;
export const CUSTOMER = 3;
export const NEIGHBOUR = 4;
export const CHANNEL_FIELD = 71;
export const OUTCOME_FIELD = 72;
export const UPDATE_MACRO = 81;

export const at = (text: string): number => Date.parse(text);

export function ticket(changes: Partial<Ticket> = {}): Ticket {
  return {
    id: 42,
    subject: '',
    status: 'open',
    type: null,
    tags: [],
    customFields: new Map(),
    requesterId: CUSTOMER,
    submitterId: CUSTOMER,
    assigneeId: null,
    groupId: null,
    brandId: null,
    formId: null,
    organizationId: null,
    createdAt: at('2026-04-01T14:00:00Z'),
    updatedAt: at('2026-04-01T14:00:00Z'),
    updatedStamp: '2026-04-01T14:00:00Z',
    dueAt: null,
    via: { channel: 'email' },
    isMessaging: false,
    rating: null,
    ...changes,
  };
}

export const reading = (changes: Partial<Reading> = {}): Reading => ({
  ticket: ticket(),
  isFollowUp: false,
  serviceUserId: SERVICE,
  isAgent: (id) => id === AGENT,
  channelField: CHANNEL_FIELD,
  outcomeField: OUTCOME_FIELD,
  macros: new Map([[UPDATE_MACRO, 'updated']]),
  channelOfVia: (via) => (via === 'voice' ? 'phone' : via),
  ...changes,
});

export const says = (authorId: number, isPublic = true): AuditEvent => ({
  kind: 'comment',
  public: isPublic,
  authorId,
  body: 'text',
});
export const tags = (previous: string[], value: string[], byRule = false): AuditEvent => ({
  kind: 'change',
  field: 'tags',
  previous,
  value,
  byRule,
});
export const status = (previous: string, value: string): AuditEvent => ({
  kind: 'change',
  field: 'status',
  previous,
  value,
  byRule: false,
});
export const field = (id: number, value: string): AuditEvent => ({
  kind: 'change',
  field: String(id),
  previous: null,
  value,
  byRule: false,
});

let lastId = 100;

/** One audit of ticket 42; ids rise in the order of making. */
export function audit(when: string, authorId: number, events: AuditEvent[], complaint?: unknown): Audit {
  lastId += 1;
  return {
    id: lastId,
    ticketId: 42,
    authorId,
    createdAt: at(when),
    metadata: complaint === undefined ? {} : { complaint },
    via: { channel: 'web' },
    events,
  };
}
