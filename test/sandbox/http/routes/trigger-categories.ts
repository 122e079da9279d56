import type { TriggerCategoryRecord } from '../../account/records.ts';
import { coded } from '../../fault.ts';
import { flagOf, idOf, isObject, type JsonObject, listOf, objectOf, wordOf } from '../../json.ts';
import { presentTrigger } from '../../present/rules.ts';
import { categoriesInOrder, readCategory } from '../../rules/trigger-categories.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { cursorPage } from '../paging.ts';
import { type Call, noContent, ok, type Route, type RouteRule } from '../route.ts';

const READ: RouteRule = { scope: 'triggers' };
const WRITE: RouteRule = { scope: 'triggers', role: 'admin' };
const BASE = '/trigger_categories';

/** `/trigger_categories`: cursor paging only, errors as a list. */
export function triggerCategoryRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const categories = account.triggerCategories;
  const category = (call: Call) => known(deps, call.param('id'));
  route('get', BASE, READ, (call) => {
    const counted = (call.query.include ?? '').split(',').includes('rule_counts');
    const present = (one: TriggerCategoryRecord) => (counted ? { ...one, ...countsOf(deps, one) } : one);
    return ok(cursorPage(call, 'trigger_categories', categoriesInOrder(account), { account, present }));
  });
  route('get', `${BASE}/:id`, READ, (call) => ok({ trigger_category: category(call) }));
  route('post', BASE, WRITE, (call) => {
    const made = readCategory(account, newBodyOf(call, 'trigger_category'));
    categories.set(made.id, made);
    return ok({ trigger_category: made });
  });
  route('patch', `${BASE}/:id`, WRITE, (call) => {
    const known = category(call);
    const changed = readCategory(account, bodyOf(call, 'trigger_category'), known);
    categories.set(changed.id, changed);
    return ok({ trigger_category: changed });
  });
  route('delete', `${BASE}/:id`, WRITE, (call) => {
    const gone = category(call);
    const used = [...account.triggers.values()].some((trigger) => trigger.category_id === gone.id);
    if (used)
      throw coded(400, 'TriggerCategoryNotEmpty', 'Invalid request', 'The category still has triggers');
    categories.delete(gone.id);
    return noContent();
  });
  route('post', `${BASE}/jobs`, WRITE, (call) => {
    const items = objectOf(bodyOf(call, 'job').items);
    const changed = listOf(items.trigger_categories).filter(isObject);
    const triggers = listOf(items.triggers).filter(isObject);
    return ok({
      status: 'complete',
      results: {
        trigger_categories: changed.map((item) => moveCategory(deps, item)),
        triggers: triggers.map((item) => moveTrigger(deps, item)),
      },
      errors: [],
    });
  });
}

function moveCategory(deps: ApiDeps, item: JsonObject): TriggerCategoryRecord {
  const { account } = deps;
  const moved = readCategory(account, { position: item.position }, known(deps, wordOf(item.id) ?? ''));
  account.triggerCategories.set(moved.id, moved);
  return moved;
}

function moveTrigger(deps: ApiDeps, item: JsonObject): Record<string, unknown> {
  const { account } = deps;
  const trigger = account.triggers.get(idOf(item.id) ?? 0);
  if (!trigger) throw notFound(`Trigger ${wordOf(item.id)} not found`);
  const moved = {
    ...trigger,
    position: idOf(item.position) ?? trigger.position,
    active: flagOf(item.active) ?? trigger.active,
    category_id:
      item.category_id === undefined ? trigger.category_id : known(deps, wordOf(item.category_id) ?? '').id,
    updated_at: account.stamp(),
  };
  account.triggers.set(moved.id, moved);
  return presentTrigger(account, moved);
}

function known(deps: ApiDeps, id: string): TriggerCategoryRecord {
  const category = deps.account.triggerCategories.get(id);
  if (!category) throw notFound(`Trigger category ${id} not found`);
  return category;
}

const notFound = (detail: string) => coded(404, 'RecordNotFound', 'Not found', detail);

function countsOf(deps: ApiDeps, category: TriggerCategoryRecord) {
  const own = [...deps.account.triggers.values()].filter((one) => one.category_id === category.id);
  const active = own.filter((one) => one.active).length;
  return { active_count: active, inactive_count: own.length - active };
}
