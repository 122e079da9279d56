import { wordsOf } from '../../json.ts';
import { emptyChange, type TicketChange } from '../../tickets/change.ts';
import { checkSafeUpdate } from '../../tickets/safe-update.ts';
import { updateTicket } from '../../tickets/save.ts';
import type { ApiDeps } from '../api-deps.ts';
import { liveTicket, liveTickets } from '../live-ticket.ts';
import { paged } from '../paging.ts';
import { type Call, created, ok, type Route, type RouteRule } from '../route.ts';
import { spendUpdate } from '../update-limits.ts';

const RULE: RouteRule = { scope: 'tickets' };

/** `/tickets/{id}/tags`: POST sets, PUT adds, DELETE removes. Each is an update like any other. `/tags` counts them. */
export function ticketTagRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const change = (call: Call, make: (tags: string[]) => Partial<TicketChange>) => {
    const ticket = liveTicket(account, call.id('id'));
    spendUpdate(deps, call, ticket.id);
    checkSafeUpdate(ticket, call.body);
    const wanted = { ...emptyChange(), ...make(wordsOf(call.body.tags)) };
    return { tags: updateTicket(deps, ticket.id, wanted, { user: call.user, via: call.via }).ticket.tags };
  };
  route('get', '/tickets/:id/tags', RULE, (call) => ok({ tags: liveTicket(account, call.id('id')).tags }));
  route('post', '/tickets/:id/tags', RULE, (call) => created(change(call, (tags) => ({ tags }))));
  route('put', '/tickets/:id/tags', RULE, (call) => ok(change(call, (addTags) => ({ addTags }))));
  route('delete', '/tickets/:id/tags', RULE, (call) => ok(change(call, (removeTags) => ({ removeTags }))));
  route('get', '/tags', RULE, (call) => {
    const counts = new Map<string, number>();
    for (const tag of liveTickets(account).flatMap((ticket) => ticket.tags))
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const tags = [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
    return ok(paged(call, 'tags', tags, { account, present: (tag) => tag }));
  });
}
