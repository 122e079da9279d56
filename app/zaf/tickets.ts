import { z } from 'zod/mini';
import type { Instant } from '../../domain/local-date.ts';
import type { Host } from './host.ts';

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
    tags: z.nullish(z.array(z.string())),
    status: z.nullish(z.string()),
    via: z.nullish(z.object({ channel: z.nullish(z.union([z.string(), z.number()])) })),
    custom_fields: z.nullish(z.array(z.object({ id: z.number(), value: z.unknown() }))),
    updated_at: z.string(),
    subject: z.nullish(z.string()),
    description: z.nullish(z.string()),
    created_at: z.string(),
    requester_id: z.nullish(z.number()),
    assignee_id: z.nullish(z.number()),
    group_id: z.nullish(z.number()),
    brand_id: z.nullish(z.number()),
    ticket_form_id: z.nullish(z.number()),
    organization_id: z.nullish(z.number()),
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

/** @throws ZodError */
export function readTicket(answer: unknown): Ticket {
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
