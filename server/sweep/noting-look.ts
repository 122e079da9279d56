import type { Clock } from '../clock.ts';
import type { Look } from '../jobs/look.ts';
import type { Seen } from '../ledger/index.ts';
import type { ZendeskPort } from '../zendesk/port.ts';

export interface NotingOptions {
  readonly zendesk: ZendeskPort;
  readonly clock: Clock;
  /** The look, at work on the account that it is given. */
  readonly lookWith: (zendesk: ZendeskPort) => Look;
}

/**
 * A look that also says which state of its ticket it has seen, so that the sweep can tell what nobody has. What it
 * wrote itself counts as seen: its update was refused if anything else had happened.
 */
export function createNotingLook({ zendesk, clock, lookWith }: NotingOptions): Look {
  return async (request) => {
    let seen: Seen | undefined;
    const noting: ZendeskPort = {
      ...zendesk,
      ticket: async (id) => {
        const askedAt = clock.now();
        const ticket = await zendesk.ticket(id);
        if (id === request.ticketId) seen = { stamp: ticket.updatedAt, askedAt };
        return ticket;
      },
      updateTicket: async (id, update) => {
        const askedAt = clock.now();
        const ticket = await zendesk.updateTicket(id, update);
        if (id === request.ticketId) seen = { stamp: ticket.updatedAt, askedAt };
        return ticket;
      },
    };
    const outcome = await lookWith(noting)(request);
    return { ...outcome, ...(seen ? { seen } : {}) };
  };
}
