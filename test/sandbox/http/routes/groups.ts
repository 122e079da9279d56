import { groupIdsOf, isAgent } from '../../account/account.ts';
import { blank } from '../../fault.ts';
import { flagOf, idOf, textOf } from '../../json.ts';
import { presentGroup, presentMembership } from '../../present/people.ts';
import { presentUser } from '../../present/user.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { created, noContent, ok, type Route } from '../route.ts';

/** `/groups` and `/group_memberships`. */
export function groupRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const groups = () => [...account.groups.values()].filter((group) => !group.deleted);
  const present = {
    account,
    present: (group: Parameters<typeof presentGroup>[1]) => presentGroup(account, group),
  };
  for (const path of ['/groups', '/groups/assignable']) {
    route('get', path, {}, (call) => ok(paged(call, 'groups', groups(), present)));
  }
  route('get', '/groups/:id', {}, (call) =>
    ok({ group: presentGroup(account, found(account.groups.get(call.id('id')))) }),
  );
  route('get', '/groups/:id/users', {}, (call) => {
    const group = found(account.groups.get(call.id('id')));
    const users = [...account.users.values()].filter(
      (user) => isAgent(user) && groupIdsOf(account, user.id).includes(group.id),
    );
    return ok(paged(call, 'users', users, { account, present: (user) => presentUser(account, user) }));
  });
  route('post', '/groups', { role: 'admin' }, (call) => {
    const body = bodyOf(call, 'group');
    const name = textOf(body.name);
    if (!name) throw blank('name', 'Name');
    const now = account.stamp();
    const group = {
      id: account.ids.next(),
      name,
      description: textOf(body.description) ?? '',
      default: false,
      deleted: false,
      is_public: flagOf(body.is_public) ?? true,
      created_at: now,
      updated_at: now,
    };
    account.groups.set(group.id, group);
    return created({ group: presentGroup(account, group) });
  });
  membershipRoutes(route, deps);
}

function membershipRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const all = () => [...account.memberships.values()];
  const present = {
    account,
    present: (m: Parameters<typeof presentMembership>[1]) => presentMembership(account, m),
  };
  route('get', '/group_memberships', {}, (call) => ok(paged(call, 'group_memberships', all(), present)));
  route('get', '/groups/:id/memberships', {}, (call) =>
    ok(
      paged(
        call,
        'group_memberships',
        all().filter((m) => m.group_id === call.id('id')),
        present,
      ),
    ),
  );
  route('get', '/users/:id/group_memberships', {}, (call) =>
    ok(
      paged(
        call,
        'group_memberships',
        all().filter((m) => m.user_id === call.id('id')),
        present,
      ),
    ),
  );
  route('post', '/group_memberships', { role: 'admin' }, (call) => {
    const body = bodyOf(call, 'group_membership');
    const user = found(account.users.get(idOf(body.user_id) ?? 0));
    const group = found(account.groups.get(idOf(body.group_id) ?? 0));
    const now = account.stamp();
    const membership = {
      id: account.ids.next(),
      user_id: user.id,
      group_id: group.id,
      default: user.default_group_id === null,
      created_at: now,
      updated_at: now,
    };
    account.memberships.set(membership.id, membership);
    if (membership.default) account.users.set(user.id, { ...user, default_group_id: group.id });
    return created({ group_membership: presentMembership(account, membership) });
  });
  route('delete', '/group_memberships/:id', { role: 'admin' }, (call) => {
    account.memberships.delete(found(account.memberships.get(call.id('id'))).id);
    return noContent();
  });
}
