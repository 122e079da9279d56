import { z } from 'zod';
import type { Instant } from '../../domain/local-date.ts';
import { type Host, RestError } from './host.ts';
import { textToHtml } from './html-text.ts';

/** A ticket as Zendesk has it saved. */
export interface Ticket {
  readonly id: number;
  readonly tags: readonly string[];
  readonly status: string;
  /** How it came in: Zendesk's `via.channel`. */
  readonly via: string;
  readonly fields: ReadonlyMap<number, string>;
  /** The stamp of `safe_update`. */
  readonly updatedAt: string;
  readonly subject: string;
  /** The first message, as plain text. */
  readonly description: string;
  readonly createdAt: Instant;
  readonly requesterId?: number;
  readonly assigneeId?: number;
  readonly groupId?: number;
  readonly brandId?: number;
  readonly formId?: number;
  readonly organizationId?: number;
}

const ticketSchema = z.object({
  ticket: z.object({
    id: z.number(),
    tags: z.array(z.string()).nullish(),
    status: z.string().nullish(),
    via: z.object({ channel: z.union([z.string(), z.number()]).nullish() }).nullish(),
    custom_fields: z.array(z.object({ id: z.number(), value: z.unknown() })).nullish(),
    updated_at: z.string(),
    subject: z.string().nullish(),
    description: z.string().nullish(),
    created_at: z.string(),
    requester_id: z.number().nullish(),
    assignee_id: z.number().nullish(),
    group_id: z.number().nullish(),
    brand_id: z.number().nullish(),
    ticket_form_id: z.number().nullish(),
    organization_id: z.number().nullish(),
  }),
});

type Answered = z.output<typeof ticketSchema>['ticket'];

/** Ids that the ticket has; Zendesk writes null for those that it has not. */
function idsOf(ticket: Answered) {
  return {
    ...(ticket.requester_id ? { requesterId: ticket.requester_id } : {}),
    ...(ticket.assignee_id ? { assigneeId: ticket.assignee_id } : {}),
    ...(ticket.group_id ? { groupId: ticket.group_id } : {}),
    ...(ticket.brand_id ? { brandId: ticket.brand_id } : {}),
    ...(ticket.ticket_form_id ? { formId: ticket.ticket_form_id } : {}),
    ...(ticket.organization_id ? { organizationId: ticket.organization_id } : {}),
  };
}

/** Texts as they are; lists (of drop-downs with several values) divided by spaces, as their options are tags. */
function fieldText(value: unknown): string {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(' ');
  return typeof value === 'string' ? value : '';
}

function readTicket(answer: unknown): Ticket {
  const { ticket } = ticketSchema.parse(answer);
  const fields = (ticket.custom_fields ?? []).flatMap(({ id, value }) => {
    const text = fieldText(value);
    return text === '' ? [] : [[id, text] as const];
  });
  return {
    id: ticket.id,
    ...idsOf(ticket),
    subject: ticket.subject ?? '',
    description: ticket.description ?? '',
    createdAt: Date.parse(ticket.created_at),
    tags: ticket.tags ?? [],
    status: ticket.status ?? '',
    via: String(ticket.via?.channel ?? ''),
    fields: new Map(fields),
    updatedAt: ticket.updated_at,
  };
}

/** @throws RestError, ZodError */
export async function fetchTicket(host: Host, id: number): Promise<Ticket> {
  return readTicket(await host.request({ path: `/api/v2/tickets/${id}.json` }));
}

/** What our own metadata of an update may say. Words of people go into the internal comment, never here. */
export type Metadata = Readonly<Record<string, string | boolean | readonly string[]>>;

/** What an update asks for; arrays of Zendesk's own shape. */
export interface TicketChange {
  readonly tags?: readonly string[];
  /** A list is for fields with several values. */
  readonly custom_fields?: readonly { readonly id: number; readonly value: string | readonly string[] }[];
  readonly status?: 'open' | 'pending' | 'solved';
  readonly assignee_id?: number | null;
  readonly group_id?: number;
  readonly metadata?: { readonly complaint: Metadata };
  readonly comment?: { readonly body: string; readonly public: false };
}

const ATTEMPTS = 3;

/**
 * Changes a ticket in one update that fails if somebody else was faster; then it is read and planned again, three
 * times in all. `plan` answers undefined where there is nothing left to do. Answers the ticket as it is then saved, or
 * undefined where nothing was written. @throws RestError, ZodError
 */
export async function changeTicket(
  host: Host,
  id: number,
  plan: (ticket: Ticket) => TicketChange | undefined,
): Promise<Ticket | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const ticket = await fetchTicket(host, id);
    const change = plan(ticket);
    if (!change) return undefined;
    try {
      const answer = await host.request({
        path: `/api/v2/tickets/${id}.json`,
        method: 'PUT',
        body: { ticket: { ...change, safe_update: true, updated_stamp: ticket.updatedAt } },
      });
      return readTicket(answer);
    } catch (error) {
      const conflict = error instanceof RestError && error.status === 409;
      if (!conflict || attempt >= ATTEMPTS) throw error;
    }
  }
}

const applySchema = z.object({
  result: z.object({
    ticket: z.object({
      comment: z.object({ body: z.string().nullish(), html_body: z.string().nullish() }).nullish(),
    }),
  }),
});

/** A macro's text for this ticket, in the requester's language, as HTML. Changes nothing. @throws RestError, ZodError */
export async function macroHtml(host: Host, ticketId: number, macroId: number): Promise<string> {
  const answer = await host.request({ path: `/api/v2/tickets/${ticketId}/macros/${macroId}/apply.json` });
  const comment = applySchema.parse(answer).result.ticket.comment;
  return comment?.html_body || textToHtml(comment?.body ?? '');
}
