import { z } from 'zod/mini';
import type { Instant } from '../../domain/local-date.ts';
import { COMPLAINT_TAG, optionName } from '../../domain/terms.ts';
import type { Host } from './host.ts';

/** Newest first; more than these are not listed. */
const MOST = 100;

/** Another ticket of the same customer. */
export interface RelatedTicket {
  readonly id: number;
  readonly subject: string;
  readonly status: string;
  readonly createdAt: Instant;
  readonly open: boolean;
  readonly complaint: boolean;
  /** The complaint's stage by its drop-down, where one is set. */
  readonly stage?: string;
}

const ticketsSchema = z.object({
  tickets: z.array(
    z.object({
      id: z.number(),
      subject: z.nullish(z.string()),
      status: z.string(),
      created_at: z.string(),
      tags: z.nullish(z.array(z.string())),
    }),
  ),
});

const OVER = ['closed', 'ended'];

function relatedOf({
  id,
  subject,
  status,
  created_at,
  tags,
}: z.output<typeof ticketsSchema>['tickets'][number]): RelatedTicket {
  const stage = tags?.map((tag) => optionName('stage', tag)).find((name) => name !== undefined);
  const complaint = tags?.includes(COMPLAINT_TAG) ?? false;
  const solved = status === 'solved' || status === 'closed';
  return {
    id,
    subject: subject ?? '',
    status,
    createdAt: Date.parse(created_at),
    // A complaint may be open though its ticket is solved: the customer may still appeal.
    open: complaint && stage !== undefined ? !OVER.includes(stage) : !solved,
    complaint,
    ...(stage === undefined ? {} : { stage }),
  };
}

/** The other tickets of a requester: open complaints first, then open tickets, then the rest. @throws RestError, ZodError */
export async function relatedTickets(
  host: Host,
  requesterId: number,
  ticketId: number,
): Promise<RelatedTicket[]> {
  const path = `/api/v2/users/${requesterId}/tickets/requested.json?page[size]=${MOST}&sort=-updated_at`;
  const { tickets } = ticketsSchema.parse(await host.request({ path }));
  const rank = ({ complaint, open }: RelatedTicket): number =>
    open ? (complaint ? 0 : 1) : complaint ? 2 : 3;
  return tickets
    .filter(({ id }) => id !== ticketId)
    .map(relatedOf)
    .sort((a, b) => rank(a) - rank(b) || b.createdAt - a.createdAt);
}
