import type { TriggerRecord } from '../../account/records.ts';
import { coded, Fault } from '../../fault.ts';
import { idsOf } from '../../json.ts';
import { presentTrigger } from '../../present/rules.ts';
import { presentActions, presentConditions } from '../../rules/catalog/definitions.ts';
import { readTrigger } from '../../rules/read-rule.ts';
import { allTriggersInOrder } from '../../rules/run-triggers.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route, type RouteRule } from '../route.ts';
import { destroyMany, updateMany } from '../rules-in-bulk.ts';

const READ: RouteRule = { scope: 'triggers' };
const WRITE: RouteRule = { scope: 'triggers', role: 'admin' };

/** `/triggers`, in the order in which they run. */
export function triggerRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const all = () => allTriggersInOrder(account);
  const list = (call: Call, triggers: TriggerRecord[]) =>
    ok(
      paged(call, 'triggers', triggers, { account, present: (trigger) => presentTrigger(account, trigger) }),
    );
  const asked = ({ active, category_id }: TriggerRecord, { query }: Call) =>
    (query.active === undefined || String(active) === query.active) &&
    (query.category_id === undefined || category_id === query.category_id);

  route('get', '/triggers', READ, (call) =>
    list(
      call,
      all().filter((trigger) => asked(trigger, call)),
    ),
  );
  route('get', '/triggers/active', READ, (call) =>
    list(
      call,
      all().filter((trigger) => trigger.active && asked(trigger, call)),
    ),
  );
  route('get', '/triggers/definitions', READ, () =>
    ok({
      definitions: { ...presentConditions(account, 'trigger'), actions: presentActions(account, 'trigger') },
    }),
  );
  route('get', '/triggers/search', READ, (call) => {
    const query = (call.query.query ?? '').toLowerCase();
    return list(
      call,
      all().filter((trigger) => trigger.title.toLowerCase().includes(query) && asked(trigger, call)),
    );
  });
  reorderRoute(route, deps);
  writeRoutes(route, deps);
}

/** The order is given with every trigger of the account, and only where there is a single category. */
function reorderRoute(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('put', '/triggers/reorder', WRITE, (call) => {
    const ids = idsOf(call.body.trigger_ids);
    if (account.triggerCategories.size > 1)
      throw coded(400, 'LimitOneCategory', 'Invalid request', 'There is more than one trigger category');
    if ([...account.triggers.keys()].some((id) => !ids.includes(id)))
      throw new Fault(404, { error: 'RecordNotFound', description: 'Not found' });
    for (const [index, id] of ids.entries()) {
      account.triggers.set(id, { ...found(account.triggers.get(id)), position: index + 1 });
    }
    return ok({});
  });
}

function writeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('put', '/triggers/update_many', WRITE, (call) => {
    const changed = updateMany(call, 'triggers', account.triggers, (body, known) =>
      readTrigger(account, body, known),
    );
    return ok({ triggers: changed.map((trigger) => presentTrigger(account, trigger)) });
  });
  route('delete', '/triggers/destroy_many', WRITE, (call) => destroyMany(call, account.triggers));
  route('get', '/triggers/:id', READ, (call) =>
    ok({ trigger: presentTrigger(account, found(account.triggers.get(call.id('id')))) }),
  );
  route('post', '/triggers', WRITE, (call) => {
    const trigger = readTrigger(account, newBodyOf(call, 'trigger'));
    account.triggers.set(trigger.id, trigger);
    return created({ trigger: presentTrigger(account, trigger) });
  });
  route('put', '/triggers/:id', WRITE, (call) => {
    const known = found(account.triggers.get(call.id('id')));
    const trigger = readTrigger(account, bodyOf(call, 'trigger'), known);
    account.triggers.set(trigger.id, trigger);
    return ok({ trigger: presentTrigger(account, trigger) });
  });
  route('delete', '/triggers/:id', WRITE, (call) => {
    account.triggers.delete(found(account.triggers.get(call.id('id'))).id);
    return noContent();
  });
}
