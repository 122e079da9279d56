import type { EventKind } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/local-date.ts';
import { changeTicket, type Metadata, type TicketChange } from '../../zaf/change-ticket.ts';
import type { Host } from '../../zaf/host.ts';
import type { Ticket } from '../../zaf/tickets.ts';

/** An instant as metadata holds it: ISO 8601 in UTC, to the second. */
export function metadataTime(at: Instant): string {
  return new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** Something that a person says has happened. */
export interface Told {
  /** What the service reads: names, dates and codes, never words of people. */
  readonly complaint: Metadata & { readonly event: EventKind | 'corrected' };
  /** The same in plain words, with the agent's own: an internal comment. */
  readonly note: string;
  /** What else the same update changes; undefined where by now there is nothing left to do. */
  readonly change?: (ticket: Ticket) => Partial<TicketChange> | undefined;
}

/**
 * Records an event in one update: metadata, internal comment, and whatever goes with it. Planned again where somebody
 * else was faster. @throws RestError, ZodError
 */
export async function recordEvent(
  host: Host,
  ticketId: number,
  { complaint, note, change = () => ({}) }: Told,
): Promise<void> {
  await changeTicket(host, ticketId, (ticket) => {
    const more = change(ticket);
    return more && { ...more, metadata: { complaint }, comment: { body: note, public: false } };
  });
}
