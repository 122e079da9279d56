import { groupIdsOf, isAgent } from '../../account/account.ts';
import type { UserRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { idsOf, textOf } from '../../json.ts';
import { presentGroup } from '../../present/people.ts';
import { presentUser } from '../../present/user.ts';
import { userByEmail } from '../../users/find-or-create.ts';
import { readUser } from '../../users/read-user.ts';
import { hasRole, matchesQuery, startsWith } from '../../users/search-users.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, created, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { scope: 'users' };

/** `/users`: list, search, show, create, update. (`/users/me` has its own file: it needs no credentials.) */
export function userRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const list = (call: Call, users: UserRecord[]) =>
    ok(paged(call, 'users', users, { account, present: (user) => presentUser(account, user) }));
  const everyone = () =>
    [...account.users.values()].filter((user) => user.active).sort((a, b) => a.id - b.id);

  route('get', '/users', RULE, (call) =>
    list(
      call,
      everyone().filter((user) => hasRole(user, call.path)),
    ),
  );
  route('get', '/users/count', RULE, () =>
    ok({ count: { value: everyone().length, refreshed_at: account.stamp() } }),
  );
  route('get', '/users/show_many', RULE, (call) =>
    list(
      call,
      idsOf(call.query.ids).flatMap((id) => account.users.get(id) ?? []),
    ),
  );
  route('get', '/users/search', RULE, (call) =>
    list(
      call,
      everyone().filter((user) => matchesQuery(user, call.query)),
    ),
  );
  route('get', '/users/autocomplete', RULE, (call) =>
    list(
      call,
      everyone().filter((user) => startsWith(user, call.query.name ?? '')),
    ),
  );
  writeRoutes(route, deps);
}

function writeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('post', '/users', RULE, (call) => {
    const user = readUser(account, bodyOf(call, 'user'));
    account.users.set(user.id, user);
    return created({ user: presentUser(account, user) });
  });
  route('post', '/users/create_or_update', RULE, (call) => {
    const body = bodyOf(call, 'user');
    const known = userByEmail(account, textOf(body.email) ?? '');
    const user = readUser(account, body, known);
    account.users.set(user.id, user);
    return { status: known ? 200 : 201, body: { user: presentUser(account, user) } };
  });
  route('get', '/users/:id', { ...RULE, role: 'end-user' }, (call) => {
    const user = found(account.users.get(call.id('id')));
    if (!isAgent(call.user) && call.user.id !== user.id) throw forbidden();
    return ok({ user: presentUser(account, user) });
  });
  route('put', '/users/:id', RULE, (call) => {
    const known = found(account.users.get(call.id('id')));
    if (isAgent(known) && call.user.role !== 'admin' && known.id !== call.user.id) throw forbidden();
    const user = readUser(account, bodyOf(call, 'user'), known);
    account.users.set(user.id, user);
    return ok({ user: presentUser(account, user) });
  });
  route('delete', '/users/:id', { ...RULE, role: 'admin' }, (call) => {
    const user = { ...found(account.users.get(call.id('id'))), active: false, updated_at: account.stamp() };
    account.users.set(user.id, user);
    return ok({ user: presentUser(account, user) });
  });
  route('get', '/users/:id/groups', RULE, (call) => {
    const groups = groupIdsOf(account, found(account.users.get(call.id('id'))).id).flatMap(
      (id) => account.groups.get(id) ?? [],
    );
    return ok(paged(call, 'groups', groups, { account, present: (group) => presentGroup(account, group) }));
  });
}
