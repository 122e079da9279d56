import type { UserRecord, ViewRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { idsOf, objectOf } from '../../json.ts';
import { presentView } from '../../present/rules.ts';
import { readView } from '../../rules/read-view.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, noContent, ok, type Route } from '../route.ts';
import { countOf, viewContentRoutes } from './view-contents.ts';

/** `/views`: definitions, and what they hold. */
export function viewRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const all = () => [...account.views.values()].sort((a, b) => a.position - b.position || a.id - b.id);
  const list = (call: Call, views: ViewRecord[]) =>
    ok(paged(call, 'views', views, { account, present: (view) => presentView(account, view) }));
  const view = (call: Call) => found(account.views.get(call.id('id')));

  route('get', '/views', {}, (call) =>
    list(
      call,
      all().filter((one) => call.query.active === undefined || String(one.active) === call.query.active),
    ),
  );
  route('get', '/views/active', {}, (call) =>
    list(
      call,
      all().filter((one) => one.active),
    ),
  );
  route('get', '/views/count', {}, () =>
    ok({ count: { value: account.views.size, refreshed_at: account.stamp() } }),
  );
  route('get', '/views/search', {}, (call) => {
    const query = (call.query.query ?? '').toLowerCase();
    return list(
      call,
      all().filter((one) => one.title.toLowerCase().includes(query)),
    );
  });
  route('get', '/views/count_many', {}, (call) => {
    const views = idsOf(call.query.ids).flatMap((id) => account.views.get(id) ?? []);
    return ok({ view_counts: views.map((one) => countOf(deps, one, call)) });
  });
  route('get', '/views/:id', {}, (call) => ok({ view: presentView(account, view(call)) }));
  writeRoutes(route, deps);
  viewContentRoutes(route, deps);
}

function writeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const view = (call: Call) => found(account.views.get(call.id('id')));
  route('post', '/views', {}, (call) => {
    const made = readView(account, newBodyOf(call, 'view'));
    mayWrite(call.user, made);
    account.views.set(made.id, made);
    // Zendesk answers 200 here, not 201.
    return ok({ view: presentView(account, made) });
  });
  route('put', '/views/:id', {}, (call) => {
    const known = view(call);
    mayWrite(call.user, known);
    const changed = readView(account, bodyOf(call, 'view'), known);
    account.views.set(changed.id, changed);
    return ok({ view: presentView(account, changed) });
  });
  route('delete', '/views/:id', {}, (call) => {
    mayWrite(call.user, view(call));
    account.views.delete(view(call).id);
    return noContent();
  });
}

/** Shared views are written by administrators, personal ones by their agent. */
function mayWrite(user: UserRecord, view: ViewRecord): void {
  const personal = objectOf(view.restriction);
  const own = personal.type === 'User' && personal.id === user.id;
  if (user.role !== 'admin' && !own) throw forbidden();
}
