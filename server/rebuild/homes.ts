import { type Instant, MINUTE } from '../../domain/local-date.ts';
import { ticketIfThere } from '../reconcile/family.ts';
import { CLOSED_BY_MERGE } from '../reconcile/links.ts';
import type { FoundTicket } from '../sweep/export.ts';
import type { Ticket, ZendeskPort } from '../zendesk/port.ts';
import type { DeletedTicket } from './deleted-tickets.ts';
import { type Patience, patiently } from './patient.ts';
import { receivedAt } from './record-facts.ts';
import { type RecoverDeps, recordOn } from './recovered-case.ts';

export interface HomesOptions extends Patience, RecoverDeps {
  readonly zendesk: Pick<ZendeskPort, 'ticket'>;
}

/** Tickets by what they continue, and on which ticket the cases of the deleted ones began. */
export interface Homes {
  readonly homeOf: ReadonlyMap<DeletedTicket, number>;
  /** The ticket that a chain of follow-ups begins with. */
  readonly rootOf: (ticketId: number) => number;
}

/** A chain of follow-ups longer than this is taken for a fault of the data. */
const MOST_FOLLOW_UPS = 20;

interface Source {
  readonly ticketId: number;
  readonly requesterId: number;
  readonly receivedAt: Instant;
}

/** The complaints that were merged into others: one of these may be the home of a case on a deleted ticket. */
async function mergedSources(found: readonly FoundTicket[], options: HomesOptions): Promise<Source[]> {
  const sources: Source[] = [];
  for (const { ticketId, tags } of found) {
    if (!tags.includes(CLOSED_BY_MERGE)) continue;
    const ticket = await patiently(options, () => ticketIfThere(options.zendesk, ticketId));
    const record = ticket && recordOn(ticket, options);
    const at = record && receivedAt(record);
    if (ticket && at !== undefined)
      sources.push({ ticketId, requesterId: ticket.requesterId, receivedAt: at });
  }
  return sources;
}

/** Whether a ticket's record is that of a complaint that was merged into it, told by customer and time of receipt. */
function isOf(ticket: Ticket, source: Source, options: HomesOptions): boolean {
  const record = recordOn(ticket, options);
  const at = record && receivedAt(record);
  // The record that went with the first update may be off by a moment of stamping.
  const sameTime = at !== undefined && Math.abs(at - source.receivedAt) < MINUTE;
  return sameTime && ticket.requesterId === source.requesterId;
}

function rootsOf(found: readonly FoundTicket[], complaints: readonly DeletedTicket[]): Homes['rootOf'] {
  const followUpOf = new Map<number, number | undefined>([
    ...found.map((one) => [one.ticketId, one.followUpOf] as const),
    ...complaints.map(({ ticket }) => [ticket.id, ticket.via.followUpOf] as const),
  ]);
  return (ticketId) => {
    let root = ticketId;
    for (let steps = 0; steps < MOST_FOLLOW_UPS; steps += 1) {
      const before = followUpOf.get(root);
      if (before === undefined) return root;
      root = before;
    }
    return root;
  };
}

/** Finds where each case began. Rejects with a ZendeskError where a ticket can't be read. */
export async function findHomes(
  complaints: readonly DeletedTicket[],
  found: readonly FoundTicket[],
  options: HomesOptions,
): Promise<Homes> {
  const rootOf = rootsOf(found, complaints);
  const sources = complaints.length === 0 ? [] : await mergedSources(found, options);
  const homeOf = complaints.map((one) => {
    const root = rootOf(one.ticket.id);
    const source = sources.find((other) => other.ticketId !== root && isOf(one.ticket, other, options));
    return [one, source?.ticketId ?? root] as const;
  });
  return { homeOf: new Map(homeOf), rootOf };
}
