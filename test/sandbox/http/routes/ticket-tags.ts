import { readable } from '../../account/read-state.ts';
import { wordsOf } from '../../json.ts';
import { emptyChange, type TicketChange } from '../../tickets/change.ts';
import { checkSafeUpdate } from '../../tickets/safe-update.ts';
import { updateTicket } from '../../tickets/save.ts';
import { customRoleOf } from '../../users/roles.ts';
import type { ApiDeps } from '../api-deps.ts';
import { liveTicket, liveTickets } from '../live-ticket.ts';
import { paged } from '../paging.ts';
import { type Call, created, ok, type Route, type RouteRule } from '../route.ts';
import { spendUpdate } from '../update-limits.ts';

const RULE: RouteRule = { scope: 'tickets' };

/**
 * `/tickets/{id}/tags`: POST sets, PUT adds, DELETE removes. Each is an update like any other, and the one that
 * a closed ticket still takes, from administrators and from roles that may modify closed tickets [?].
 * `/tags` counts them.
 */
export function ticketTagRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const change = (call: Call, make: (tags: string[]) => Partial<TicketChange>) => {
    const ticket = liveTicket(account, call.id('id'));
    spendUpdate(deps, call, ticket.id);
    checkSafeUpdate(ticket, call.body);
    const tagsOfClosed =
      call.user.role === 'admin' ||
      customRoleOf(account, call.user)?.configuration.modify_closed_tickets === true;
    const wanted = { ...emptyChange(), ...make(wordsOf(call.body.tags)), tagsOfClosed };
    return { tags: updateTicket(deps, ticket.id, wanted, { user: call.user, via: call.via }).ticket.tags };
  };
  route('get', '/tickets/:id/tags', RULE, (call) =>
    ok({ tags: liveTicket(readable(account), call.id('id')).tags }),
  );
  route('post', '/tickets/:id/tags', RULE, (call) => created(change(call, (tags) => ({ tags }))));
  route('put', '/tickets/:id/tags', RULE, (call) => ok(change(call, (addTags) => ({ addTags }))));
  route('delete', '/tickets/:id/tags', RULE, (call) => ok(change(call, (removeTags) => ({ removeTags }))));
  accountTagRoutes(route, deps);
}

function accountTagRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const counted = () => {
    const counts = new Map<string, number>();
    for (const tag of liveTickets(account).flatMap((ticket) => ticket.tags))
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return [...counts].map(([name, count]) => ({ name, count }));
  };
  route('get', '/tags', RULE, (call) => {
    const tags = counted().sort((a, b) => b.count - a.count);
    return ok(paged(call, 'tags', tags, { account, present: (tag) => tag }));
  });
  route('get', '/tags/count', RULE, () =>
    ok({ count: { value: counted().length, refreshed_at: account.stamp() } }),
  );
  route('get', '/autocomplete/tags', RULE, (call) => {
    const start = (call.query.name ?? '').toLowerCase();
    const tags = counted().filter(({ name }) => start.length > 1 && name.startsWith(start));
    return ok({ tags: tags.map(({ name }) => name).sort() });
  });
}
