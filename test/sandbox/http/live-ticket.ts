import type { Account } from '../account/account.ts';
import type { TicketRecord } from '../account/records.ts';
import { isListed } from '../tickets/archive.ts';
import { found } from './found.ts';

/** The ticket, unless it was deleted. @throws Fault 404 */
export function liveTicket(account: Account, id: number): TicketRecord {
  const ticket = account.tickets.get(id);
  return found(ticket?.deleted ? undefined : ticket);
}

/** The tickets that lists show: neither deleted nor archived. */
export function liveTickets(account: Account): TicketRecord[] {
  return [...account.tickets.values()].filter((ticket) => isListed(account, ticket));
}
