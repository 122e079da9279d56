import type { TicketRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { idsOf } from '../../json.ts';
import { maySee } from '../../tickets/save.ts';
import type { ApiDeps } from '../api-deps.ts';
import { liveTicket, liveTickets } from '../live-ticket.ts';
import { type Call, noContent, ok, type Route, type RouteRule } from '../route.ts';
import { singleTicket, ticketPage } from '../ticket-page.ts';
import { ticketTagRoutes } from './ticket-tags.ts';
import { ticketWriteRoutes } from './ticket-writes.ts';

const RULE: RouteRule = { scope: 'tickets' };

/** `/tickets`: list, show, delete; creating, updating and tags in files of their own. */
export function ticketRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const live = () => liveTickets(account);
  const list = (call: Call, tickets: TicketRecord[]) => ok(ticketPage(account, call, sorted(tickets, call)));

  route('get', '/tickets', RULE, (call) => list(call, live()));
  route('get', '/tickets/recent', RULE, (call) => list(call, live()));
  route('get', '/tickets/count', RULE, () =>
    ok({ count: { value: live().length, refreshed_at: account.stamp() } }),
  );
  route('get', '/tickets/show_many', RULE, (call) => {
    const asked = idsOf(call.query.ids).flatMap((id) => live().find((ticket) => ticket.id === id) ?? []);
    return ok(ticketPage(account, call, asked));
  });
  for (const [path, key] of [
    ['/users/:id/tickets/requested', 'requester_id'],
    ['/users/:id/tickets/assigned', 'assignee_id'],
    ['/organizations/:id/tickets', 'organization_id'],
  ] as const) {
    route('get', path, RULE, (call) =>
      list(
        call,
        live().filter((ticket) => ticket[key] === call.id('id')),
      ),
    );
  }
  route('get', '/tickets/:id', { ...RULE, role: 'end-user' }, (call) => {
    const ticket = liveTicket(account, call.id('id'));
    if (!maySee(call.user, ticket)) throw forbidden();
    return ok(singleTicket(account, call, ticket));
  });
  route('delete', '/tickets/:id', { ...RULE, role: 'admin' }, (call) => {
    const ticket = liveTicket(account, call.id('id'));
    account.tickets.set(ticket.id, { ...ticket, deleted: true });
    account.bus.emit({ event: 'ticket', data: { id: ticket.id } });
    return noContent();
  });
  ticketWriteRoutes(route, deps);
  ticketTagRoutes(route, deps);
}

/** Offset paging may sort by anything; cursor paging takes `sort=` and silently ignores `sort_by`. */
function sorted(tickets: TicketRecord[], call: Call): TicketRecord[] {
  const cursor = call.query['page[size]'] !== undefined;
  const asked = cursor ? (call.query.sort ?? 'id') : (call.query.sort_by ?? 'id');
  const key = asked.replace(/^-/, '');
  const down = cursor ? asked.startsWith('-') : call.query.sort_order === 'desc';
  const value = (ticket: TicketRecord) =>
    key === 'updated_at' || key === 'created_at' || key === 'status' ? ticket[key] : '';
  return [...tickets].sort((a, b) => (value(a).localeCompare(value(b)) || a.id - b.id) * (down ? -1 : 1));
}
