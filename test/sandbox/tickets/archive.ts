import type { Account } from '../account/account.ts';
import type { TicketRecord } from '../account/records.ts';

const DAY_MS = 86_400_000;
/** A ticket is archived so long after it was closed. */
const ARCHIVED_AFTER_MS = 120 * DAY_MS;

/** Archived tickets can be read and searched; lists and views no longer hold them. */
export function isArchived(account: Account, ticket: TicketRecord): boolean {
  const closed = ticket.status === 'closed' ? ticket.status_at.closed : undefined;
  return closed !== undefined && account.clock.now() - Date.parse(closed) >= ARCHIVED_AFTER_MS;
}

/** Is a ticket among those that lists and views show? */
export function isListed(account: Account, ticket: TicketRecord): boolean {
  return !ticket.deleted && !isArchived(account, ticket);
}
