import type { OrganizationMembershipRecord } from '../../account/records.ts';
import { Fault } from '../../fault.ts';
import { idOf, idsOf, isObject, type JsonObject, listOf } from '../../json.ts';
import {
  addMembership,
  allMemberships,
  makeDefault,
  removeMembership,
} from '../../organizations/memberships.ts';
import { presentOrganization } from '../../present/people.ts';
import { apiUrl } from '../../present/url.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { limitIds } from '../many.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route, type RouteRule } from '../route.ts';

const READ: RouteRule = { scope: 'organizations' };
const WRITE: RouteRule = { scope: 'organizations', role: 'admin' };
const BASE = '/organization_memberships';

/** Who belongs to which organisations, one of them by default. */
export function organizationMembershipRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const present = (one: OrganizationMembershipRecord) => ({
    url: apiUrl(account, `organization_memberships/${one.id}`),
    ...one,
    organization_name: account.organizations.get(one.organization_id)?.name ?? '',
    view_tickets: true,
  });
  const list = (call: Call, key?: 'user_id' | 'organization_id') => {
    const asked = allMemberships(account).filter((one) => key === undefined || one[key] === call.id('id'));
    return ok(paged(call, 'organization_memberships', asked, { account, present }));
  };
  const one = (call: Call, name = 'id') =>
    found(allMemberships(account).find((membership) => membership.id === call.id(name)));
  const add = (body: JsonObject, userId = idOf(body.user_id) ?? 0) =>
    addMembership(
      account,
      found(account.users.get(userId)).id,
      found(account.organizations.get(idOf(body.organization_id) ?? 0)).id,
    );

  route('get', BASE, READ, (call) => list(call));
  route('get', '/users/:id/organization_memberships', READ, (call) => {
    found(account.users.get(call.id('id')));
    return list(call, 'user_id');
  });
  route('get', '/organizations/:id/organization_memberships', READ, (call) => {
    found(account.organizations.get(call.id('id')));
    return list(call, 'organization_id');
  });
  route('post', BASE, WRITE, (call) =>
    created({ organization_membership: present(add(bodyOf(call, 'organization_membership'))) }),
  );
  route('post', '/users/:id/organization_memberships', WRITE, (call) => {
    const { id } = found(account.users.get(call.id('id')));
    return created({ organization_membership: present(add(bodyOf(call, 'organization_membership'), id)) });
  });
  route('post', `${BASE}/create_many`, WRITE, (call) => {
    const bodies = limitIds(
      listOf(call.body.organization_memberships).filter(isObject),
      'organization_memberships',
    );
    return deps.jobs.add(
      'Bulk Create OrganizationMembership',
      bodies.map((body) => () => line('create', () => add(body).id)),
    );
  });
  route('delete', `${BASE}/destroy_many`, WRITE, (call) => {
    const ids = limitIds(idsOf(call.query.ids));
    const remove = (id: number) => {
      const known = found(allMemberships(account).find((membership) => membership.id === id));
      removeMembership(account, known);
      return id;
    };
    return deps.jobs.add(
      'Bulk Delete OrganizationMembership',
      ids.map((id) => () => line('delete', () => remove(id))),
    );
  });
  route('get', `${BASE}/:id`, READ, (call) => ok({ organization_membership: present(one(call)) }));
  route('delete', `${BASE}/:id`, WRITE, (call) => {
    removeMembership(account, one(call));
    return noContent();
  });
  route('put', '/users/:id/organization_memberships/:membership/make_default', READ, (call) => {
    makeDefault(account, one(call, 'membership'));
    return list(call, 'user_id');
  });
  route('get', '/users/:id/organizations', READ, (call) => {
    const { id } = found(account.users.get(call.id('id')));
    const own = allMemberships(account).filter(({ user_id }) => user_id === id);
    const organizations = own.flatMap(
      ({ organization_id }) => account.organizations.get(organization_id) ?? [],
    );
    return ok(
      paged(call, 'organizations', organizations, {
        account,
        present: (organization) => presentOrganization(account, organization),
      }),
    );
  });
}

function line(action: string, act: () => number): Record<string, unknown> {
  try {
    return { id: act(), action, success: true, status: 'Success' };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { action, success: false, error: error.body.error };
  }
}
