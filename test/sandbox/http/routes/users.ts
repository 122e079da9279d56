import { groupIdsOf, isAgent } from '../../account/account.ts';
import type { UserRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { idsOf } from '../../json.ts';
import { presentGroup } from '../../present/people.ts';
import { presentUser } from '../../present/user.ts';
import { isLightAgent } from '../../users/roles.ts';
import { hasRole, matchesQuery, startsWith } from '../../users/search-users.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../found.ts';
import { liveTickets } from '../live-ticket.ts';
import { limitIds } from '../many.ts';
import { offsetPage, paged, wantsCursor } from '../paging.ts';
import { type Call, ok, type Route, type RouteRule } from '../route.ts';
import { searchPage } from '../search-page.ts';
import { identityRoutes } from './user-identities.ts';
import { userTagRoutes } from './user-tags.ts';
import { userWriteRoutes } from './user-writes.ts';

const RULE: RouteRule = { scope: 'users' };

/** `/users`: list, search and show; writing in a file of its own. (`/users/me` has its own: it needs no credentials.) */
export function userRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const present = { account, present: (user: UserRecord) => presentUser(account, user) };
  const list = (call: Call, users: UserRecord[]) => ok(paged(call, 'users', users, present));
  const everyone = () =>
    [...account.users.values()].filter((user) => user.active).sort((a, b) => a.id - b.id);
  const wanted = (call: Call) => everyone().filter((user) => hasRole(user, call));

  route('get', '/users', RULE, (call) => list(call, wanted(call)));
  route('get', '/users/count', RULE, (call) =>
    ok({ count: { value: wanted(call).length, refreshed_at: account.stamp() } }),
  );
  route('get', '/users/show_many', RULE, (call) => {
    const external = call.query.external_ids?.toLowerCase().split(',');
    if (external)
      return list(
        call,
        everyone().filter((user) => external.includes(user.external_id?.toLowerCase() ?? '')),
      );
    const ids = limitIds(idsOf(call.query.ids));
    return list(
      call,
      ids.flatMap((id) => account.users.get(id) ?? []),
    );
  });
  route('get', '/users/search', RULE, (call) => {
    mayBrowse(deps, call);
    if (wantsCursor(call)) searchPage(call, 'users/search');
    return ok(
      offsetPage(
        call,
        'users',
        everyone().filter((user) => matchesQuery(user, call.query)),
        present,
      ),
    );
  });
  route('get', '/users/autocomplete', RULE, (call) => {
    const name = call.query.name ?? '';
    const named = everyone().filter((user) => name.length > 1 && startsWith(user, name));
    return ok({
      users: named.map(present.present),
      count: named.length,
      next_page: null,
      previous_page: null,
    });
  });
  userWriteRoutes(route, deps);
  showRoutes(route, deps);
  identityRoutes(route, deps);
  userTagRoutes(route, deps);
}

/** Light agents may look at people, not browse them. */
function mayBrowse(deps: ApiDeps, call: Call): void {
  if (isLightAgent(deps.account, call.user)) throw forbidden();
}

function showRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const user = (call: Call) => found(account.users.get(call.id('id')));
  route('get', '/users/:id', { ...RULE, role: 'end-user' }, (call) => {
    const shown = user(call);
    if (!isAgent(call.user) && call.user.id !== shown.id) throw forbidden();
    const { include } = call.query;
    const organization = account.organizations.get(shown.organization_id ?? 0);
    const sideload =
      include?.split(',').includes('organizations') && organization ? { organizations: [organization] } : {};
    return ok({ user: presentUser(account, shown), ...sideload });
  });
  route('get', '/users/:id/related', RULE, (call) => {
    const { id } = user(call);
    const count = (holds: (ticket: ReturnType<typeof liveTickets>[number]) => boolean) =>
      liveTickets(account).filter(holds).length;
    return ok({
      user_related: {
        assigned_tickets: count((ticket) => ticket.assignee_id === id),
        requested_tickets: count((ticket) => ticket.requester_id === id),
        ccd_tickets: count((ticket) => ticket.collaborator_ids.includes(id)),
        organization_subscriptions: 0,
      },
    });
  });
  route('get', '/users/:id/groups', RULE, (call) => {
    const groups = groupIdsOf(account, user(call).id).flatMap((id) => account.groups.get(id) ?? []);
    return ok(paged(call, 'groups', groups, { account, present: (group) => presentGroup(account, group) }));
  });
  route('get', '/users/:id/groups/count', RULE, (call) =>
    ok({ count: { value: groupIdsOf(account, user(call).id).length, refreshed_at: account.stamp() } }),
  );
}
