import { isZendeskError } from '../zendesk/errors.ts';
import type { CommandParts } from './command-parts.ts';

export interface CaseTickets {
  /** The home ticket; the named one where the ledger has no case of it. */
  readonly home: number;
  /** The home ticket, its follow-ups, and the one on which the case goes on; the one that was named. */
  readonly all: readonly number[];
  /** Whether Zendesk could be asked for the tickets in between. */
  readonly complete: boolean;
}

/** A chain longer than this is taken for a fault of the data. */
const MOST = 20;

/** The tickets that carry a case, as far as ledger and Zendesk tell. */
export async function ticketsOf(ticketId: number, { ledger, zendesk }: CommandParts): Promise<CaseTickets> {
  const known = await ledger.homeOf(ticketId);
  const current = known === undefined ? undefined : (await ledger.readCase(known))?.row.currentTicketId;
  const all = new Set([
    ticketId,
    ...(known === undefined ? [] : [known]),
    ...(current === undefined ? [] : [current]),
  ]);
  let complete = true;
  let earliest: number | undefined;
  for (const start of [current ?? ticketId, ticketId]) {
    for (
      let [id, steps]: [number | undefined, number] = [start, 0];
      id !== undefined && steps < MOST;
      steps += 1
    ) {
      all.add(id);
      earliest = id;
      try {
        id = (await zendesk.port.ticket(id)).via.followUpOf;
      } catch (error) {
        if (!isZendeskError(error)) throw error;
        complete &&= error.code === 'not_found';
        id = undefined;
      }
    }
  }
  return { home: known ?? earliest ?? ticketId, all: [...all], complete };
}
