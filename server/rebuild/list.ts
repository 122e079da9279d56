import { OPTION_PREFIX } from '../../domain/terms.ts';
import type { RebuildTicket } from '../ledger/index.ts';
import {
  complaintQuery,
  exportPage,
  type FoundPage,
  type FoundTicket,
  isExpiredCursor,
} from '../sweep/export.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import { type Patience, patiently } from './patient.ts';

/** Added to the generation of tickets on which an acknowledgement may still have to go out: they come last. */
const UNACKNOWLEDGED = 1_000;
/** A chain of follow-ups longer than this is taken for a fault of the data. */
const MOST_FOLLOW_UPS = 20;
/** The search begins again this often where its cursor expires. */
const RESTARTS = 3;

const NOT_YET: readonly string[] = [`${OPTION_PREFIX.stage}received`, `${OPTION_PREFIX.stage}refused`];

/**
 * Whether the service may have something to send there. The brake and the cap count the acknowledgements that the
 * ledger knows, so everything acknowledged has to be in it before.
 */
function mayBeOwed({ tags, status }: FoundTicket): boolean {
  const stage = tags.filter((tag) => tag.startsWith(OPTION_PREFIX.stage));
  return status !== 'closed' && (stage.length === 0 || stage.some((tag) => NOT_YET.includes(tag)));
}

function generationOf(ticket: FoundTicket, byId: ReadonlyMap<number, FoundTicket>): number {
  let generation = 0;
  for (let id = ticket.followUpOf; id !== undefined && generation < MOST_FOLLOW_UPS; ) {
    generation += 1;
    id = byId.get(id)?.followUpOf;
  }
  return generation + (generation === 0 && mayBeOwed(ticket) ? UNACKNOWLEDGED : 0);
}

/** In which order the tickets are to be looked at: home tickets before their follow-ups, what is owed last. */
export function ordered(found: readonly FoundTicket[]): RebuildTicket[] {
  const byId = new Map(found.map((ticket) => [ticket.ticketId, ticket]));
  return [...byId.values()].map((ticket) => ({
    ticketId: ticket.ticketId,
    createdAt: ticket.createdAt,
    generation: generationOf(ticket, byId),
  }));
}

export interface FindOptions extends Patience {
  readonly rest: Pick<ZendeskRest, 'get'>;
  /** Told how many were found so far. */
  readonly onFound: (count: number) => void;
}

/** All complaint tickets of the account, closed and archived ones too. Rejects with a ZendeskError. */
export async function findAll(options: FindOptions): Promise<FoundTicket[]> {
  const { signal, onFound } = options;
  const found = new Map<number, FoundTicket>();
  let [cursor, restarts]: [string | undefined, number] = [undefined, 0];
  do {
    signal.throwIfAborted();
    const after: string | undefined = cursor;
    try {
      const page: FoundPage = await patiently(options, () =>
        exportPage(options.rest, complaintQuery(), after),
      );
      for (const ticket of page.tickets) found.set(ticket.ticketId, ticket);
      cursor = page.cursor;
    } catch (error) {
      if (!isExpiredCursor(error, after) || restarts >= RESTARTS) throw error;
      restarts += 1;
      cursor = undefined;
    }
    onFound(found.size);
  } while (cursor !== undefined);
  return [...found.values()];
}
