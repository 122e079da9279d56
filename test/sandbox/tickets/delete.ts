import type { Account } from '../account/account.ts';
import type { TicketRecord, UserRecord } from '../account/records.ts';

/** Moves a ticket among the deleted ones, from where it can be restored. That is a change to whoever exports tickets. */
export function deleteTicket(account: Account, ticket: TicketRecord, by: UserRecord): void {
  const at = account.stamp();
  put(account, { ...ticket, deleted: true, deletion: { actor_id: by.id, at }, updated_at: at });
}

export function restoreTicket(account: Account, ticket: TicketRecord): void {
  put(account, { ...ticket, deleted: false, deletion: null, updated_at: account.stamp() });
}

/** Takes a deleted ticket away for good. */
export function forgetTicket(account: Account, id: number): void {
  account.tickets.delete(id);
  account.audits.delete(id);
  account.bus.emit({ event: 'ticket', data: { id } });
}

function put(account: Account, ticket: TicketRecord): void {
  account.tickets.set(ticket.id, ticket);
  account.bus.emit({ event: 'ticket', data: { id: ticket.id } });
}
