import type { LookOutcome } from '../jobs/look.ts';
import type { WholeCase } from '../ledger/index.ts';
import { type GoneWhy, ticketIfThere } from './family.ts';
import type { LookDeps } from './look-deps.ts';
import { lostCase } from './lost-case.ts';

/** The other ticket of a case that is still there: its home ticket, or the one on which it goes on. */
async function otherTicketOf(
  { row }: WholeCase,
  ticketId: number,
  deps: LookDeps,
): Promise<number | undefined> {
  for (const id of new Set([row.currentTicketId, row.ticketId])) {
    if (id !== ticketId && (await ticketIfThere(deps.zendesk, id))) return id;
  }
  return undefined;
}

/**
 * What becomes of the cases on a ticket that is gone: one that has another ticket is looked at there, where what is
 * missing shows; of the others the ledger keeps what it has, marked.
 */
export async function lookAtGone(ticketId: number, why: GoneWhy, deps: LookDeps): Promise<LookOutcome> {
  const now = deps.clock.now();
  const lost: WholeCase[] = [];
  for (const known of await deps.cases.casesOn(ticketId)) {
    const other = await otherTicketOf(known, ticketId, deps);
    if (other !== undefined) await deps.cases.wake([{ ticketId: other, at: now }]);
    else if (known.row.lostWhy !== why) lost.push(lostCase(known, why, now));
  }
  return {
    nextLookAt: undefined,
    save: async (tx) => {
      for (const one of lost) await deps.cases.saveCase(tx, one);
    },
  };
}
