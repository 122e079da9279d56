import { badRequest } from '../fault.ts';
import { idOf, idsOf, isObject, type JsonObject, listOf } from '../json.ts';
import { found } from './found.ts';
import { type Call, noContent, type Reply } from './route.ts';

/** Rules taken in one bulk request. */
const MOST = 100;
/** What a bulk update may set; anything else in it is ignored. */
const SETTABLE = ['position', 'active', 'category_id'];

/** Positions, activity and category of many rules at once; all are read before any is stored. @throws Fault */
export function updateMany<Rule extends { id: number }>(
  call: Call,
  name: string,
  rules: Map<number, Rule>,
  read: (body: JsonObject, known: Rule) => Rule,
): Rule[] {
  const items = listOf(call.body[name]).filter(isObject);
  if (items.length === 0 || items.length > MOST)
    throw badRequest(`${name} must be a list of 1 to ${MOST} entries with an id`);
  const changed = items.map((item) => {
    const settable = Object.entries(item).filter(([key]) => SETTABLE.includes(key));
    return read(Object.fromEntries(settable), found(rules.get(idOf(item.id) ?? 0)));
  });
  for (const rule of changed) rules.set(rule.id, rule);
  return changed;
}

/** `DELETE .../destroy_many?ids=1,2`. @throws Fault 404 where one is not there; then none is deleted */
export function destroyMany<Rule extends { id: number }>(call: Call, rules: Map<number, Rule>): Reply {
  const ids = idsOf(call.query.ids);
  for (const id of ids) found(rules.get(id));
  for (const id of ids) rules.delete(id);
  return noContent();
}
