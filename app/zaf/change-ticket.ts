import { type Host, RestError } from './host.ts';
import { fetchTicket, readTicket, type Ticket } from './tickets.ts';

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
