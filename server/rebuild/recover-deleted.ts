import type { Ledger, WholeCase } from '../ledger/index.ts';
import { ticketIfThere } from '../reconcile/family.ts';
import type { FoundTicket } from '../sweep/export.ts';
import {
  type DeletedTicket,
  type DeletedTickets,
  type FindDeletedOptions,
  findDeleted,
} from './deleted-tickets.ts';
import { findHomes, type Homes, type HomesOptions } from './homes.ts';
import { patiently } from './patient.ts';
import { recordOn, recoveredCase } from './recovered-case.ts';

export interface RecoverOptions extends FindDeletedOptions, HomesOptions {
  readonly ledger: Pick<Ledger, 'readCase' | 'saveCase' | 'isTombstoned' | 'transaction'>;
}

export interface Recovered extends Pick<DeletedTickets, 'unseen' | 'why'> {
  /** Cases that the ledger has again, from the clock records of deleted tickets. */
  readonly cases: number;
  /** Of these complaints that were deleted before the service had looked at them. */
  readonly neverSeen: number;
}

/** Home tickets with the ticket whose record tells most of the case. */
type Records = Map<number, DeletedTicket>;

/** Whether the ledger has as much of the case: what audits told is more than a record tells. */
function isKnown(known: WholeCase | undefined, { row }: WholeCase): boolean {
  return (
    known !== undefined && (known.row.lostAt === null || known.row.currentTicketId === row.currentTicketId)
  );
}

/**
 * Adds the cases that go on on a follow-up while nothing is left of the ticket on which they began, as one that was
 * deleted for good: the follow-up's own record tells of them.
 */
async function addOrphans(
  records: Records,
  found: readonly FoundTicket[],
  { rootOf, ...options }: RecoverOptions & Pick<Homes, 'rootOf'>,
): Promise<void> {
  const there = new Set([...found.map(({ ticketId }) => ticketId), ...records.keys()]);
  const orphans = found.filter(({ ticketId }) => !there.has(rootOf(ticketId)));
  for (const { ticketId } of orphans.sort((a, b) => a.createdAt - b.createdAt)) {
    const ticket = await patiently(options, () => ticketIfThere(options.zendesk, ticketId));
    // Without a record it never showed a case. A look at it will say that it is not lost.
    if (ticket && recordOn(ticket, options))
      records.set(rootOf(ticketId), { ticket, deletedAt: options.clock.now() });
  }
}

async function save(homeTicketId: number, one: DeletedTicket, options: RecoverOptions): Promise<boolean> {
  const { ledger, clock } = options;
  const isErased = (await ledger.isTombstoned(homeTicketId)) || (await ledger.isTombstoned(one.ticket.id));
  if (isErased) return false;
  const whole = recoveredCase(one, { homeTicketId, now: clock.now() }, options);
  if (isKnown(await ledger.readCase(homeTicketId), whole)) return false;
  await ledger.transaction((tx) => ledger.saveCase(tx, whole));
  return true;
}

/**
 * Brings back the cases whose tickets were deleted and may still be restored; before the looks, since a ticket that
 * continues one of these is told by nothing else that it is a complaint. Rejects with a ZendeskError.
 */
export async function recoverDeleted(
  found: readonly FoundTicket[],
  options: RecoverOptions,
): Promise<Recovered> {
  const { complaints, ...not } = await findDeleted(options);
  const { homeOf, rootOf } = await findHomes(complaints, found, options);
  const records: Records = new Map();
  // Of several on one case the newest has the whole record.
  for (const [one, home] of homeOf) records.set(home, one);
  await addOrphans(records, found, { ...options, rootOf });
  let [cases, neverSeen] = [0, 0];
  for (const [home, one] of records) {
    options.signal.throwIfAborted();
    if (!(await save(home, one, options))) continue;
    cases += 1;
    if (!recordOn(one.ticket, options)) neverSeen += 1;
  }
  return { cases, neverSeen, ...not };
}
