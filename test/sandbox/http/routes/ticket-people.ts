import { readable } from '../../account/read-state.ts';
import type { TicketRecord } from '../../account/records.ts';
import { presentUser } from '../../present/user.ts';
import type { ApiDeps } from '../api-deps.ts';
import { liveTicket } from '../live-ticket.ts';
import { paged } from '../paging.ts';
import { ok, type Route } from '../route.ts';

/** Who is on copy of a ticket, and who follows it. */
export function ticketPeopleRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const lists: readonly [name: string, ids: (ticket: TicketRecord) => readonly number[]][] = [
    ['collaborators', (ticket) => ticket.collaborator_ids],
    ['email_ccs', (ticket) => ticket.email_cc_ids],
    ['followers', (ticket) => ticket.follower_ids],
  ];
  for (const [name, ids] of lists) {
    route('get', `/tickets/:id/${name}`, { scope: 'tickets' }, (call) => {
      const ticket = liveTicket(readable(account), call.id('id'));
      const users = ids(ticket).flatMap((id) => account.users.get(id) ?? []);
      return ok(paged(call, 'users', users, { account, present: (user) => presentUser(account, user) }));
    });
  }
}
