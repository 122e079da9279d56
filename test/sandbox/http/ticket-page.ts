import type { Account } from '../account/account.ts';
import type { TicketRecord } from '../account/records.ts';
import { commentsOf } from '../present/audit.ts';
import { presentTicket } from '../present/ticket.ts';
import type { CursorOrder } from './cursors.ts';
import { paged } from './paging.ts';
import type { Call } from './route.ts';
import { sideloads } from './sideloads.ts';

/** A page of tickets with what `include` asks to come along for the tickets on it. */
export function ticketPage(
  account: Account,
  call: Call,
  tickets: readonly TicketRecord[],
  order?: CursorOrder<TicketRecord>,
): Record<string, unknown> {
  const shown: TicketRecord[] = [];
  const present = (ticket: TicketRecord) => {
    shown.push(ticket);
    return counted(account, call, ticket);
  };
  const page = paged(call, 'tickets', tickets, { account, present, order });
  return { ...page, ...sideloads(account, call, shown) };
}

/** One ticket with what `include` asks for. */
export function singleTicket(account: Account, call: Call, ticket: TicketRecord): Record<string, unknown> {
  return { ticket: counted(account, call, ticket), ...sideloads(account, call, [ticket]) };
}

/** `include=comment_count` is a property of the ticket itself. */
function counted(account: Account, call: Call, ticket: TicketRecord): Record<string, unknown> {
  const shown = presentTicket(account, ticket);
  if (!(call.query.include ?? '').split(',').includes('comment_count')) return shown;
  return { ...shown, comment_count: commentsOf(account, ticket.id).length };
}
