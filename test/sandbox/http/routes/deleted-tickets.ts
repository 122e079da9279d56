import type { Account } from '../../account/account.ts';
import type { TicketRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { idsOf } from '../../json.ts';
import { deleteTicket, forgetTicket, restoreTicket } from '../../tickets/delete.ts';
import { mayDelete } from '../../users/roles.ts';
import type { ApiDeps } from '../api-deps.ts';
import { emptyOk } from '../empty.ts';
import { found } from '../found.ts';
import { lineOf } from '../jobs.ts';
import { liveTicket } from '../live-ticket.ts';
import { limitIds } from '../many.ts';
import { paged } from '../paging.ts';
import { ENDPOINT_BUDGETS, spendEndpoint } from '../rate-limits.ts';
import { type Call, noContent, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { scope: 'tickets' };

/** Deleting tickets, and `/deleted_tickets`, where they lie until they are restored or deleted for good. */
export function deletedTicketRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const idsToDelete = (call: Call) => {
    if (!mayDelete(account, call.user)) throw forbidden();
    return limitIds(idsOf(call.query.ids));
  };
  route('delete', '/tickets/destroy_many', RULE, (call) => {
    const steps = idsToDelete(call).map(
      (id) => () => lineOf(id, 'delete', () => deleteTicket(account, liveTicket(account, id), call.user)),
    );
    return deps.jobs.add('Bulk Delete Ticket', steps);
  });
  route('delete', '/tickets/:id', RULE, (call) => {
    spendEndpoint(deps.limiter, call, { endpoint: 'tickets-destroy', budget: ENDPOINT_BUDGETS.ticketDelete });
    const ticket = liveTicket(account, call.id('id'));
    if (!mayDelete(account, call.user)) throw forbidden();
    deleteTicket(account, ticket, call.user);
    return noContent();
  });
  binRoutes(route, deps);
}

function binRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const bin = (id: number) => {
    const ticket = account.tickets.get(id);
    return found(ticket?.deleted ? ticket : undefined);
  };
  route('get', '/deleted_tickets', RULE, (call) => {
    const budget = ENDPOINT_BUDGETS.deletedTickets;
    spendEndpoint(deps.limiter, call, { endpoint: 'deleted-tickets-index', budget });
    const deleted = [...account.tickets.values()]
      .filter((ticket) => ticket.deleted)
      .sort((a, b) => a.id - b.id);
    const present = (ticket: TicketRecord) => presentDeleted(account, ticket);
    return ok(paged(call, 'deleted_tickets', deleted, { account, present }));
  });
  route('put', '/deleted_tickets/restore_many', RULE, (call) => {
    for (const id of limitIds(idsOf(call.query.ids))) restoreTicket(account, bin(id));
    return emptyOk();
  });
  route('delete', '/deleted_tickets/destroy_many', RULE, (call) =>
    deps.jobs.add(
      'Delete Ticket',
      limitIds(idsOf(call.query.ids)).map((id) => forget(id)),
    ),
  );
  route('put', '/deleted_tickets/:id/restore', RULE, (call) => {
    restoreTicket(account, bin(call.id('id')));
    return emptyOk();
  });
  route('delete', '/deleted_tickets/:id', RULE, (call) =>
    deps.jobs.add('Delete Ticket', [forget(bin(call.id('id')).id)]),
  );
  const forget = (id: number) => () => lineOf(id, 'delete', () => forgetTicket(account, bin(id).id));
}

function presentDeleted(account: Account, ticket: TicketRecord): Record<string, unknown> {
  const actor = account.users.get(ticket.deletion?.actor_id ?? 0);
  return {
    id: ticket.id,
    subject: ticket.subject,
    actor: { id: actor?.id ?? null, name: actor?.name ?? null },
    deleted_at: ticket.deletion?.at ?? null,
    previous_state: ticket.status,
  };
}
