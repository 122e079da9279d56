import type { Family, Member } from './family.ts';
import { mergedIn } from './links.ts';

/** A case and the tickets of its family that tell of it. */
export interface CarriedCase {
  readonly homeTicketId: number;
  /** From which audit on each ticket tells of it: on the survivor of a merge, from the one after the merge. */
  readonly from: ReadonlyMap<number, number>;
}

/** A ticket on which a complaint was recorded, with the index of that audit. */
export interface Recorded {
  readonly ticketId: number;
  readonly index: number;
}

interface Way {
  readonly to: Member;
  readonly from: number;
}

/** Where a case on this ticket goes on: on each follow-up, and on the ticket that it was merged into. */
function waysOn({ ticket, mergedInto }: Member, { members }: Family): Way[] {
  const followUps = [...members.values()].filter((one) => one.ticket.via.followUpOf === ticket.id);
  const survivor = mergedInto === undefined ? undefined : members.get(mergedInto);
  const merged = survivor?.audits.findIndex((audit) => mergedIn(audit).includes(ticket.id)) ?? -1;
  return [
    ...followUps.map((to) => ({ to, from: 0 })),
    // Where the survivor's history says nothing of the merge, what it says after the ticket was closed counts.
    ...(survivor
      ? [{ to: survivor, from: merged < 0 ? closedAfter(survivor, ticket.updatedAt) : merged + 1 }]
      : []),
  ];
}

function closedAfter({ audits }: Member, at: number): number {
  const index = audits.findIndex(({ createdAt }) => createdAt > at);
  return index < 0 ? audits.length : index;
}

/** The tickets that a case which is told from `from` on this ticket reaches. */
function reachOf(start: Member, family: Family): Map<number, number> {
  const reached = new Map([[start.ticket.id, 0]]);
  const waiting = [start];
  for (let member = waiting.shift(); member; member = waiting.shift()) {
    for (const { to, from } of waysOn(member, family)) {
      const known = reached.get(to.ticket.id);
      if (known !== undefined && known <= from) continue;
      reached.set(to.ticket.id, from);
      waiting.push(to);
    }
  }
  return reached;
}

/**
 * The cases of a family: one for each ticket on which a complaint was recorded, unless a complaint had been merged into
 * that ticket before, whose tag it then is. `recorded` in the order in which they were recorded.
 */
export function casesCarried(family: Family, recorded: readonly Recorded[]): CarriedCase[] {
  const cases: CarriedCase[] = [];
  for (const { ticketId, index } of recorded) {
    const start = family.members.get(ticketId);
    const adopted = cases.some(({ from }) => (from.get(ticketId) ?? Number.POSITIVE_INFINITY) <= index);
    if (start && !adopted) cases.push({ homeTicketId: ticketId, from: reachOf(start, family) });
  }
  return cases;
}

/** The tickets that a case of which only the ledger tells goes on with: those that say they follow its lost tickets. */
export function reachOfLost(lost: ReadonlySet<number>, family: Family): Map<number, number> {
  const heirs = [...family.members.values()].filter(
    ({ ticket, audits }) =>
      (ticket.via.followUpOf !== undefined && lost.has(ticket.via.followUpOf)) ||
      audits.some((audit) => mergedIn(audit).some((id) => lost.has(id))),
  );
  const reached = new Map<number, number>();
  for (const heir of heirs) {
    const merged = heir.audits.findIndex((audit) => mergedIn(audit).some((id) => lost.has(id)));
    for (const [id, from] of reachOf(heir, family)) {
      const begins = id === heir.ticket.id && merged >= 0 ? merged + 1 : from;
      reached.set(id, Math.min(begins, reached.get(id) ?? begins));
    }
  }
  return reached;
}
