import type { ViewRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { idsOf } from '../../json.ts';
import { presentView } from '../../present/rules.ts';
import { presentConditions } from '../../rules/catalog/definitions.ts';
import { readView } from '../../rules/read-view.ts';
import { isAccess, maySeeRule, mayWriteRule } from '../../rules/restriction.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, noContent, ok, type Route } from '../route.ts';
import { destroyMany, updateMany } from '../rules-in-bulk.ts';
import { countOf, viewContentRoutes } from './view-contents.ts';

/** The compact list ends here. */
const COMPACT = 32;

/** `/views`: definitions, and what they hold. Whoever calls sees shared ones, their groups', their own. */
export function viewRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const seen = (call: Call) =>
    [...account.views.values()]
      .filter((view) => maySeeRule(account, call.user, view))
      .sort((a, b) => a.position - b.position || a.id - b.id);
  const list = (call: Call, views: ViewRecord[]) =>
    ok(paged(call, 'views', views, { account, present: (view) => presentView(account, view) }));
  const wanted = (view: ViewRecord, { query }: Call) =>
    (query.active === undefined || String(view.active) === query.active) && isAccess(view, query);
  const named = (call: Call) => {
    const ids = idsOf(call.query.ids);
    return ids.flatMap((id) => seen(call).find((view) => view.id === id) ?? []);
  };

  route('get', '/views', {}, (call) =>
    list(
      call,
      seen(call).filter((view) => wanted(view, call)),
    ),
  );
  route('get', '/views/active', {}, (call) =>
    list(
      call,
      seen(call).filter((view) => view.active && wanted(view, call)),
    ),
  );
  route('get', '/views/compact', {}, (call) => {
    const active = seen(call).filter((view) => view.active);
    return ok({ views: active.slice(0, COMPACT).map((view) => presentView(account, view)) });
  });
  route('get', '/views/count', {}, (call) =>
    ok({ count: { value: seen(call).length, refreshed_at: account.stamp() } }),
  );
  route('get', '/views/definitions', {}, () => ok({ definitions: presentConditions(account, 'view') }));
  route('get', '/views/search', {}, (call) => {
    const query = (call.query.query ?? '').toLowerCase();
    return list(
      call,
      seen(call).filter((view) => view.title.toLowerCase().includes(query) && wanted(view, call)),
    );
  });
  route('get', '/views/show_many', {}, (call) => list(call, named(call)));
  route('get', '/views/count_many', {}, (call) =>
    ok({ view_counts: named(call).map((view) => countOf(deps, view, call)) }),
  );
  writeRoutes(route, deps);
  viewContentRoutes(route, deps);
}

function writeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const view = (call: Call) => {
    const one = found(account.views.get(call.id('id')));
    return found(maySeeRule(account, call.user, one) ? one : undefined);
  };
  const writable = (call: Call, one: ViewRecord) => {
    if (!mayWriteRule(call.user, one)) throw forbidden();
    return one;
  };
  const save = (saved: ViewRecord) => {
    account.views.set(saved.id, saved);
    // Zendesk answers 200 here, not 201.
    return ok({ view: presentView(account, saved) });
  };
  route('put', '/views/update_many', { role: 'admin' }, (call) => {
    const changed = updateMany(call, 'views', account.views, (body, known) => readView(account, body, known));
    return ok({ views: changed.map((one) => presentView(account, one)) });
  });
  route('delete', '/views/destroy_many', { role: 'admin' }, (call) => destroyMany(call, account.views));
  route('get', '/views/:id', {}, (call) => ok({ view: presentView(account, view(call)) }));
  route('post', '/views', {}, (call) => save(writable(call, readView(account, newBodyOf(call, 'view')))));
  route('put', '/views/:id', {}, (call) => {
    const known = writable(call, view(call));
    return save(writable(call, readView(account, bodyOf(call, 'view'), known)));
  });
  route('delete', '/views/:id', {}, (call) => {
    account.views.delete(writable(call, view(call)).id);
    return noContent();
  });
}
