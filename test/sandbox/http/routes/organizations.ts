import type { OrganizationRecord } from '../../account/records.ts';
import { badRequest, blank } from '../../fault.ts';
import { idOf, idsOf, type JsonObject, listOf, wordOf, wordsOf } from '../../json.ts';
import { removeOrganization } from '../../organizations/memberships.ts';
import { readOrganization, sameExternalId } from '../../organizations/read-organization.ts';
import { presentOrganization } from '../../present/people.ts';
import { presentUser } from '../../present/user.ts';
import { normalTags } from '../../tickets/tag-fields.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { limitIds } from '../many.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route, type RouteRule } from '../route.ts';
import { organizationBulkRoutes } from './organization-bulk.ts';

const READ: RouteRule = { scope: 'organizations' };
const WRITE: RouteRule = { scope: 'organizations', role: 'admin' };

/** `/organizations`: reading, finding, writing, their tags and people. */
export function organizationRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const all = () => [...account.organizations.values()];
  const list = (call: Call, organizations: OrganizationRecord[]) =>
    ok(
      paged(call, 'organizations', organizations, {
        account,
        present: (one) => presentOrganization(account, one),
      }),
    );
  const count = (value: number) => ok({ count: { value, refreshed_at: account.stamp() } });

  route('get', '/organizations', READ, (call) => list(call, all()));
  route('get', '/organizations/count', READ, () => count(all().length));
  route('get', '/organizations/show_many', READ, (call) => list(call, named(all(), call)));
  route('get', '/organizations/search', READ, (call) => {
    const { name, external_id } = call.query;
    if (name === undefined && external_id === undefined)
      throw badRequest('You passed an invalid value for the name attribute. name or external_id is required');
    return list(
      call,
      all().filter((one) =>
        external_id === undefined
          ? one.name.toLowerCase() === name?.toLowerCase()
          : sameExternalId(one, external_id),
      ),
    );
  });
  route('get', '/organizations/autocomplete', READ, (call) => {
    const start = (call.query.name ?? '').toLowerCase();
    if (start.length < 2)
      throw badRequest('You passed an invalid value for the name attribute. at least 2 characters');
    return list(
      call,
      all().filter((one) => one.name.toLowerCase().startsWith(start)),
    );
  });
  organizationBulkRoutes(route, deps);
  writeRoutes(route, deps);
  partRoutes(route, deps);
}

/** Those named by `ids` or `external_ids`. */
function named(all: readonly OrganizationRecord[], { query }: Call): OrganizationRecord[] {
  if (query.external_ids !== undefined)
    return wordsOf(query.external_ids).flatMap(
      (external) => all.find((one) => sameExternalId(one, external)) ?? [],
    );
  return limitIds(idsOf(query.ids)).flatMap((id) => all.find((one) => one.id === id) ?? []);
}

function writeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const organization = (call: Call) => found(account.organizations.get(call.id('id')));
  const save = (body: JsonObject, known?: OrganizationRecord) => {
    const saved = readOrganization(account, body, known);
    account.organizations.set(saved.id, saved);
    return { organization: presentOrganization(account, saved) };
  };
  route('post', '/organizations', WRITE, (call) => created(save(newBodyOf(call, 'organization'))));
  route('post', '/organizations/create_or_update', WRITE, (call) => {
    const body = bodyOf(call, 'organization');
    const external = wordOf(body.external_id);
    const id = idOf(body.id);
    const known = [...account.organizations.values()].find(
      (one) => one.id === id || (external !== undefined && sameExternalId(one, external)),
    );
    return known ? ok(save(body, known)) : created(save(newBodyOf(call, 'organization')));
  });
  route('get', '/organizations/:id', READ, (call) =>
    ok({ organization: presentOrganization(account, organization(call)) }),
  );
  // Agents may change notes and tags; anything else of an organisation is for administrators.
  route('put', '/organizations/:id', READ, (call) => {
    const known = organization(call);
    const body = bodyOf(call, 'organization');
    const allowed = Object.entries(body).filter(
      ([key]) => call.user.role === 'admin' || key === 'notes' || key === 'tags',
    );
    return ok(save(Object.fromEntries(allowed), known));
  });
  route('delete', '/organizations/:id', WRITE, (call) => {
    removeOrganization(account, organization(call).id);
    return noContent();
  });
}

function partRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const organization = (call: Call) => found(account.organizations.get(call.id('id')));
  const users = (id: number) =>
    [...account.users.values()].filter((user) => user.active && user.organization_id === id);
  const tickets = (id: number) =>
    [...account.tickets.values()].filter((ticket) => !ticket.deleted && ticket.organization_id === id);
  const count = (value: number) => ok({ count: { value, refreshed_at: account.stamp() } });
  route('get', '/organizations/:id/related', READ, (call) => {
    const { id } = organization(call);
    const organization_related = { users_count: users(id).length, tickets_count: tickets(id).length };
    return ok({ organization_related });
  });
  route('get', '/organizations/:id/users', READ, (call) =>
    ok(
      paged(call, 'users', users(organization(call).id), {
        account,
        present: (user) => presentUser(account, user),
      }),
    ),
  );
  route('get', '/organizations/:id/users/count', READ, (call) => count(users(organization(call).id).length));
  const path = '/organizations/:id/tags';
  const setTags = (known: OrganizationRecord, tags: string[]) => {
    const changed = { ...known, tags: normalTags(tags), updated_at: account.stamp() };
    account.organizations.set(changed.id, changed);
    return { tags: changed.tags };
  };
  const asked = (call: Call) => {
    if (!('tags' in call.body)) throw blank('tags', 'Tags');
    return wordsOf(listOf(call.body.tags).length > 0 ? listOf(call.body.tags) : call.body.tags);
  };
  route('get', path, READ, (call) => ok({ tags: organization(call).tags }));
  route('post', path, READ, (call) => created(setTags(organization(call), asked(call))));
  route('put', path, READ, (call) => {
    const known = organization(call);
    return ok(setTags(known, [...known.tags, ...asked(call)]));
  });
  route('delete', path, READ, (call) => {
    const known = organization(call);
    const gone = normalTags(asked(call));
    const kept = known.tags.filter((tag) => !gone.includes(tag));
    return ok(setTags(known, kept));
  });
}
