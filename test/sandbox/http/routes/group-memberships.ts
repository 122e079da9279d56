import { isAgent } from '../../account/account.ts';
import type { MembershipRecord } from '../../account/records.ts';
import { recordInvalid } from '../../fault.ts';
import { idOf, type JsonObject } from '../../json.ts';
import { presentMembership } from '../../present/people.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route } from '../route.ts';

/** `/group_memberships`: which agents are in which groups, one of them by default. */
export function groupMembershipRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const present = (one: MembershipRecord) => presentMembership(account, one);
  const list = (call: Call, fits: (one: MembershipRecord) => boolean = () => true) =>
    ok(
      paged(call, 'group_memberships', [...account.memberships.values()].filter(fits), { account, present }),
    );
  const one = (call: Call, name = 'id') => found(account.memberships.get(call.id(name)));
  for (const path of ['/group_memberships', '/group_memberships/assignable'])
    route('get', path, {}, (call) => list(call));
  for (const path of ['/groups/:id/memberships', '/groups/:id/memberships/assignable'])
    route('get', path, {}, (call) => {
      const { id } = found(account.groups.get(call.id('id')));
      return list(call, (membership) => membership.group_id === id);
    });
  route('get', '/users/:id/group_memberships', {}, (call) => {
    const { id } = found(account.users.get(call.id('id')));
    return list(call, (membership) => membership.user_id === id);
  });
  route('get', '/group_memberships/:id', {}, (call) => ok({ group_membership: present(one(call)) }));
  route('post', '/group_memberships', { role: 'admin' }, (call) =>
    created({ group_membership: present(add(deps, bodyOf(call, 'group_membership'))) }),
  );
  route('delete', '/group_memberships/:id', { role: 'admin' }, (call) => {
    remove(deps, one(call));
    return noContent();
  });
  route('put', '/users/:id/group_memberships/:membership/make_default', { role: 'admin' }, (call) => {
    setDefault(deps, one(call, 'membership'));
    return list(call, (membership) => membership.user_id === call.id('id'));
  });
}

/** Puts an agent into a group. @throws Fault 404, 422 for an end user and for one who is in it */
function add({ account }: ApiDeps, body: JsonObject): MembershipRecord {
  const user = found(account.users.get(idOf(body.user_id) ?? 0));
  const group = found(account.groups.get(idOf(body.group_id) ?? 0));
  const double = [...account.memberships.values()].some(
    (one) => one.user_id === user.id && one.group_id === group.id,
  );
  if (!isAgent(user)) throw invalid('User: must be an agent', 'InvalidValue');
  if (double) throw invalid('User: has already been taken', 'DuplicateValue');
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
  return membership;
}

function remove({ account }: ApiDeps, membership: MembershipRecord): void {
  account.memberships.delete(membership.id);
  if (!membership.default) return;
  const next = [...account.memberships.values()].find((one) => one.user_id === membership.user_id);
  if (next) account.memberships.set(next.id, { ...next, default: true });
  const user = account.users.get(membership.user_id);
  if (user) account.users.set(user.id, { ...user, default_group_id: next?.group_id ?? null });
}

function setDefault({ account }: ApiDeps, chosen: MembershipRecord): void {
  for (const one of [...account.memberships.values()])
    if (one.user_id === chosen.user_id)
      account.memberships.set(one.id, { ...one, default: one.id === chosen.id });
  const user = account.users.get(chosen.user_id);
  if (user) account.users.set(user.id, { ...user, default_group_id: chosen.group_id });
}

const invalid = (description: string, error: string) => recordInvalid({ user_id: [{ description, error }] });
