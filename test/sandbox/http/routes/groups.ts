import { groupIdsOf, isAgent } from '../../account/account.ts';
import type { GroupRecord } from '../../account/records.ts';
import { blank, recordInvalid } from '../../fault.ts';
import { flagOf, type JsonObject, textOf } from '../../json.ts';
import { presentGroup } from '../../present/people.ts';
import { presentUser } from '../../present/user.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route } from '../route.ts';
import { groupMembershipRoutes } from './group-memberships.ts';

/** `/groups`; memberships have a file of their own. */
export function groupRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const groups = () => [...account.groups.values()].filter((group) => !group.deleted);
  const present = { account, present: (group: GroupRecord) => presentGroup(account, group) };
  const members = (call: Call) => {
    const { id } = found(account.groups.get(call.id('id')));
    return [...account.users.values()].filter(
      (user) => isAgent(user) && user.active && groupIdsOf(account, user.id).includes(id),
    );
  };
  const count = (value: number) => ok({ count: { value, refreshed_at: account.stamp() } });
  for (const path of ['/groups', '/groups/assignable']) {
    route('get', path, {}, (call) => ok(paged(call, 'groups', groups(), present)));
  }
  route('get', '/groups/count', {}, () => count(groups().length));
  route('get', '/groups/autocomplete', {}, (call) => {
    const start = (call.query.name ?? '').toLowerCase();
    const found = groups().filter((group) => group.name.toLowerCase().startsWith(start));
    return ok(paged(call, 'groups', found, present));
  });
  route('get', '/groups/:id', {}, (call) =>
    ok({ group: presentGroup(account, found(account.groups.get(call.id('id')))) }),
  );
  route('get', '/groups/:id/users', {}, (call) =>
    ok(paged(call, 'users', members(call), { account, present: (user) => presentUser(account, user) })),
  );
  route('get', '/groups/:id/users/count', {}, (call) => count(members(call).length));
  writeRoutes(route, deps);
  groupMembershipRoutes(route, deps);
}

function writeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const save = (group: GroupRecord) => {
    account.groups.set(group.id, group);
    return { group: presentGroup(account, group) };
  };
  route('post', '/groups', { role: 'admin' }, (call) =>
    created(save(readGroup(deps, newBodyOf(call, 'group')))),
  );
  route('put', '/groups/:id', { role: 'admin' }, (call) => {
    const known = found(account.groups.get(call.id('id')));
    return ok(save(readGroup(deps, bodyOf(call, 'group'), known)));
  });
  // A deleted group is kept, marked: tickets and rules may still name it.
  route('delete', '/groups/:id', { role: 'admin' }, (call) => {
    const group = found(account.groups.get(call.id('id')));
    if (group.default)
      throw recordInvalid({
        base: [{ description: 'The default group cannot be deleted', error: 'InvalidValue' }],
      });
    account.groups.set(group.id, { ...group, deleted: true, updated_at: account.stamp() });
    for (const membership of [...account.memberships.values()])
      if (membership.group_id === group.id) account.memberships.delete(membership.id);
    return noContent();
  });
}

/** Reads a group, new or updated; a private one stays private. @throws Fault 422 */
function readGroup({ account }: ApiDeps, body: JsonObject, known?: GroupRecord): GroupRecord {
  const name = (textOf(body.name) ?? known?.name ?? '').trim();
  if (name === '') throw blank('name', 'Name');
  const now = account.stamp();
  return {
    id: known?.id ?? account.ids.next(),
    name,
    description: textOf(body.description) ?? known?.description ?? '',
    default: known?.default ?? false,
    deleted: known?.deleted ?? false,
    is_public: known?.is_public === false ? false : (flagOf(body.is_public) ?? known?.is_public ?? true),
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
}
