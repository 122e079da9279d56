import type { Instant } from '../../domain/local-date.ts';
import type { Ledger } from '../ledger/index.ts';

export interface Woken {
  /** The ticket that will be looked at. */
  readonly ticketId: number;
}

/**
 * A person's retry: has the ticket looked at again at once. Undefined where the service has never heard of the ticket,
 * so that nobody can make it look at whatever they like.
 */
export async function wakeByPerson(
  ledger: Ledger,
  ticketId: number,
  now: Instant,
): Promise<Woken | undefined> {
  const home = await ledger.homeOf(ticketId);
  if (home === undefined && !(await ledger.readWake(ticketId))) return undefined;
  const current =
    home === undefined ? ticketId : ((await ledger.readCase(home))?.row.currentTicketId ?? home);
  await ledger.wake([{ ticketId: current, at: now }]);
  return { ticketId: current };
}
