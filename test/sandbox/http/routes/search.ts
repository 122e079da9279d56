import { indexed } from '../../account/read-state.ts';
import { badRequest, Fault } from '../../fault.ts';
import { KINDS, parseQuery, type Query } from '../../search/parse-query.ts';
import { type Found, find, presentFound, sortFound } from '../../search/search.ts';
import type { ApiDeps } from '../api-deps.ts';
import { cursorPage, offsetPage } from '../paging.ts';
import { ENDPOINT_BUDGETS, spendEndpoint } from '../rate-limits.ts';
import { type Call, ok, type Route } from '../route.ts';
import { searchPage } from '../search-page.ts';
import { checkAge, stamped } from '../short-lived-cursor.ts';

/** Largest page of the export. */
const LARGEST_EXPORT = 1_000;
/** How long a cursor of the export lives. */
const CURSOR_MS = 3_600_000;

/** `/search` (offset paging, a thousand results), `/search/count` and `/search/export` (cursors, one type). */
export function searchRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const present = (one: Found) => presentFound(account, one);
  route('get', '/search', {}, (call) => {
    searchPage(call, 'search/index');
    const query = queryOf(call);
    const key = call.query.sort_by ?? query.orderBy ?? 'created_at';
    const down = (call.query.sort_order ?? query.sort ?? 'desc') !== 'asc';
    const results = sortFound(search(deps, call, query), { key, down });
    return ok({ ...offsetPage(call, 'results', results, { account, present }), facets: null });
  });
  route('get', '/search/count', {}, (call) => ok({ count: search(deps, call, queryOf(call)).length }));
  exportRoute(route, deps);
}

function exportRoute(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('get', '/search/export', {}, (call) => {
    spendEndpoint(deps.limiter, call, { endpoint: 'search-export', budget: ENDPOINT_BUDGETS.searchExport });
    const type = call.query['filter[type]'];
    if (type === undefined || !KINDS.includes(type))
      throw badRequest(
        'You passed an invalid value for the filter[type] attribute. Invalid parameter: filter[type] must be one of ticket, user, organization, group',
      );
    const query = queryOf(call);
    if (query.types.length > 0) throw invalidSearch('type must be given as filter[type], not in the query');
    const now = account.clock.now();
    const results = sortFound(search(deps, call, { ...query, types: [type] }), {
      key: 'created_at',
      down: true,
    });
    const page = cursorPage(checkAge(call, now, CURSOR_MS), 'results', results, {
      account,
      present: (one) => presentFound(account, one),
      order: { key: (one) => [one.created_at, one.id], down: true },
      largest: LARGEST_EXPORT,
    });
    return ok({ ...stamped(call, page, { now, origin: account.origin }), facets: null });
  });
}

function queryOf(call: Call): Query {
  if (call.query.query === undefined) throw invalidSearch('query is missing');
  return parseQuery(call.query.query);
}

function search(deps: ApiDeps, call: Call, query: Query): Found[] {
  return find({ account: indexed(deps.account), me: call.user }, query);
}

const invalidSearch = (why: string) =>
  new Fault(422, { error: 'invalid', description: `Invalid search: ${why}` });
