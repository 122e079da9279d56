import { type Family, readFamily, ticketIfThere } from '../reconcile/family.ts';
import { isZendeskError } from '../zendesk/errors.ts';
import type { Ticket } from '../zendesk/port.ts';
import type { CommandParts } from './command-parts.ts';

export interface CaseTickets {
  /** The home ticket; the named one where the ledger has no case of it. */
  readonly home: number;
  /**
   * The tickets that hold something of the case: the one that was named, the home ticket, the one on which it goes on,
   * what they continue or are continued by, and what was merged with any of these.
   */
  readonly all: readonly number[];
  /** Home tickets of other cases that go on on these tickets. */
  readonly others: readonly number[];
  /** Whether Zendesk could be asked for all of them, and there are no more than are read. */
  readonly complete: boolean;
}

/** The family of whichever of these tickets is still there; undefined where Zendesk can't be asked, or has none. */
async function familyOf(
  ids: readonly number[],
  { zendesk }: Pick<CommandParts, 'zendesk'>,
): Promise<{ readonly family?: Family; readonly asked: boolean }> {
  try {
    let first: Ticket | undefined;
    for (const id of ids) first ??= await ticketIfThere(zendesk.port, id);
    return first ? { family: await readFamily(zendesk.port, first, ids), asked: true } : { asked: true };
  } catch (error) {
    if (!isZendeskError(error)) throw error;
    return { asked: false };
  }
}

/** The first ticket of the chain of follow-ups that ends with this one. */
function earliestOf(ticketId: number, family: Family | undefined): number {
  const seen = new Set<number>();
  let id = ticketId;
  for (let next: number | undefined = id; next !== undefined && !seen.has(next); ) {
    id = next;
    seen.add(id);
    next = family?.members.get(id)?.ticket.via.followUpOf;
  }
  return id;
}

/** The tickets that carry a case, as far as ledger and Zendesk tell. */
export async function ticketsOf(ticketId: number, parts: CommandParts): Promise<CaseTickets> {
  const { ledger } = parts;
  const known = await ledger.homeOf(ticketId);
  const current = known === undefined ? undefined : (await ledger.readCase(known))?.row.currentTicketId;
  const named = [...new Set([ticketId, known, current])].filter((id) => id !== undefined);
  const { family, asked } = await familyOf(named, parts);
  const all = [...new Set([...named, ...(family?.members.keys() ?? [])])];
  const home = known ?? earliestOf(ticketId, family);
  const cases = await Promise.all(all.map((id) => ledger.casesOn(id)));
  const homes = cases.flat().map(({ row }) => row.ticketId);
  const others = [...new Set(homes)].filter((id) => id !== home);
  return { home, all, others, complete: asked && family?.cut !== true };
}
