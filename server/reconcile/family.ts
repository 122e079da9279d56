import { isZendeskError } from '../zendesk/errors.ts';
import type { Audit, Ticket, ZendeskPort } from '../zendesk/port.ts';
import { mergedIn, mergeTarget } from './links.ts';

/** A ticket with its audits, the oldest first. */
export interface Member {
  readonly ticket: Ticket;
  readonly audits: readonly Audit[];
  /** The ticket that this one was merged into, as far as that can be known. */
  readonly mergedInto: number | undefined;
}

/** The tickets that belong together: closed ones, what follows them, and those that were merged. */
export interface Family {
  readonly members: ReadonlyMap<number, Member>;
  /** Tickets of it that are not there any more. */
  readonly gone: ReadonlySet<number>;
  /** Whether it has more tickets than are read. */
  readonly cut: boolean;
}

/** A customer who writes every day, or an outage that fills one ticket; more than this is left out and said. */
const MOST_TICKETS = 25;

/** Why a ticket is not there any more: deleted, or besides scrubbed of all that it said. */
export type GoneWhy = 'deleted' | 'redacted';

/** What Zendesk writes over the text of a ticket that was deleted for good. */
const SCRUBBED = 'SCRUBBED';

type Tickets = Pick<ZendeskPort, 'ticket' | 'audits'>;

/** The ticket as it is, or why it is not there. */
export async function ticketOrWhy(
  zendesk: Pick<ZendeskPort, 'ticket'>,
  id: number,
): Promise<Ticket | GoneWhy> {
  try {
    const ticket = await zendesk.ticket(id);
    if (ticket.status !== 'deleted') return ticket;
    return ticket.subject === SCRUBBED ? 'redacted' : 'deleted';
  } catch (error) {
    if (isZendeskError(error, 'not_found')) return 'deleted';
    throw error;
  }
}

/** Undefined where the ticket was deleted. */
export async function ticketIfThere(
  zendesk: Pick<ZendeskPort, 'ticket'>,
  id: number,
): Promise<Ticket | undefined> {
  const found = await ticketOrWhy(zendesk, id);
  return typeof found === 'string' ? undefined : found;
}

function around({ ticket, audits, mergedInto }: Member): number[] {
  return [
    ...(ticket.via.followUpOf === undefined ? [] : [ticket.via.followUpOf]),
    ...audits.flatMap(mergedIn),
    ...(mergedInto === undefined ? [] : [mergedInto]),
    ...(ticket.followUpIds ?? []),
  ];
}

/** Reads one ticket, each no more than once. */
function createReader(zendesk: Tickets, first: Ticket) {
  const known = new Map<number, Promise<Omit<Member, 'mergedInto'> | undefined>>();
  const read = async (id: number): Promise<Omit<Member, 'mergedInto'> | undefined> => {
    const ticket = id === first.id ? first : await ticketIfThere(zendesk, id);
    return ticket && { ticket, audits: await zendesk.audits(id) };
  };
  return (id: number) => {
    const reading = known.get(id) ?? read(id);
    known.set(id, reading);
    return reading;
  };
}

type Reader = ReturnType<typeof createReader>;

/** The ticket into which this one was merged. A number in a comment is believed where that ticket says the same. */
async function survivorOf(
  { ticket, audits }: Omit<Member, 'mergedInto'>,
  read: Reader,
): Promise<number | undefined> {
  const target = mergeTarget(ticket, audits);
  if (!target || target.certain) return target?.candidates[0];
  for (const id of target.candidates.slice(0, 3)) {
    const other = await read(id);
    if (other?.audits.some((audit) => mergedIn(audit).includes(ticket.id))) return id;
  }
  return undefined;
}

/**
 * Reads a ticket and those it belongs with. `also`: tickets that are known to belong to it, which Zendesk may no
 * longer tell. Rejects with a ZendeskError where one of them can't be read.
 */
export async function readFamily(
  zendesk: Tickets,
  first: Ticket,
  also: readonly number[] = [],
): Promise<Family> {
  const read = createReader(zendesk, first);
  const members = new Map<number, Member>();
  const gone = new Set<number>();
  const waiting = [first.id, ...also];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (members.has(id) || gone.has(id)) continue;
    if (members.size === MOST_TICKETS) return { members, gone, cut: true };
    const found = await read(id);
    if (!found) {
      gone.add(id);
      continue;
    }
    const member = { ...found, mergedInto: await survivorOf(found, read) };
    members.set(id, member);
    waiting.push(...around(member));
  }
  return { members, gone, cut: false };
}
