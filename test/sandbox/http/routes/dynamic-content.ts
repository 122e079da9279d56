import { hasDynamicContent } from '../../account/plans.ts';
import type { DynamicContentRecord } from '../../account/records.ts';
import { forbidden, recordInvalid } from '../../fault.ts';
import { idOf, isObject, listOf, textOf, wordsOf } from '../../json.ts';
import { readItem, readVariant, withVariant } from '../../liquid/read-dynamic-content.ts';
import { presentDynamicContent, presentVariant } from '../../present/rules.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { created, noContent, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { scope: 'dynamic_content', role: 'admin' };
const BASE = '/dynamic_content/items';

/** `/dynamic_content/items` with their variants; refused on plans without them. [?] That it is a 403. */
export function dynamicContentRoutes(add: Route, deps: ApiDeps): void {
  const { account } = deps;
  const route: Route = (method, path, rule, handler) =>
    add(method, path, rule, (call) => {
      if (!hasDynamicContent(account.settings.plan)) throw forbidden();
      return handler(call);
    });
  const item = (id: number) => found(account.dynamicContent.get(id));
  const save = saver(deps);
  route('get', BASE, RULE, (call) =>
    ok(
      paged(call, 'items', [...account.dynamicContent.values()], {
        account,
        present: (i) => presentDynamicContent(account, i),
      }),
    ),
  );
  route('get', `${BASE}/show_many`, RULE, (call) => {
    const asked = wordsOf(call.query.identifiers).map((name) => name.replace(/^dc\./, ''));
    const items = [...account.dynamicContent.values()].filter(({ placeholder }) =>
      asked.includes(placeholder.slice(5, -2)),
    );
    return ok(paged(call, 'items', items, { account, present: (i) => presentDynamicContent(account, i) }));
  });
  route('get', `${BASE}/:id`, RULE, (call) =>
    ok({ item: presentDynamicContent(account, item(call.id('id'))) }),
  );
  route('post', BASE, RULE, (call) =>
    created({ item: presentDynamicContent(account, save(readItem(account, bodyOf(call, 'item')))) }),
  );
  route('put', `${BASE}/:id`, RULE, (call) => {
    const known = item(call.id('id'));
    const body = bodyOf(call, 'item');
    const localeId = idOf(body.default_locale_id);
    const variant =
      localeId === undefined ? undefined : known.variants.find((one) => one.locale_id === localeId);
    if (localeId !== undefined && !variant)
      throw recordInvalid({
        default_locale_id: [{ description: 'Default locale: has no variant', error: 'InvalidValue' }],
      });
    const kept = variant ? withVariant(known, { ...variant, default: true }) : known;
    // Renaming never changes the placeholder: texts that use it go on working.
    return ok({
      item: presentDynamicContent(account, save({ ...kept, name: textOf(body.name) ?? known.name })),
    });
  });
  route('delete', `${BASE}/:id`, RULE, (call) => {
    account.dynamicContent.delete(item(call.id('id')).id);
    return noContent();
  });
  variantRoutes(route, deps);
}

function variantRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const item = (id: number) => found(account.dynamicContent.get(id));
  const save = saver(deps);

  const variants = `${BASE}/:id/variants`;
  const variant = (known: DynamicContentRecord, id: number) =>
    found(known.variants.find((one) => one.id === id));
  route('get', variants, RULE, (call) => {
    const known = item(call.id('id'));
    return ok(
      paged(call, 'variants', known.variants, { account, present: (v) => presentVariant(account, known, v) }),
    );
  });
  route('post', variants, RULE, (call) => {
    const known = item(call.id('id'));
    const added = readVariant(account, bodyOf(call, 'variant'), known);
    return created({ variant: presentVariant(account, save(withVariant(known, added)), added) });
  });
  route('post', `${variants}/create_many`, RULE, (call) => {
    let known = item(call.id('id'));
    const ids: number[] = [];
    for (const body of listOf(call.body.variants).filter(isObject)) {
      const added = readVariant(account, body, known);
      ids.push(added.id);
      known = withVariant(known, added);
    }
    return created({ variants: presentMany(save(known), ids) });
  });
  route('put', `${variants}/update_many`, RULE, (call) => {
    let known = item(call.id('id'));
    const ids: number[] = [];
    for (const body of listOf(call.body.variants).filter(isObject)) {
      const changed = readVariant(account, body, known, variant(known, idOf(body.id) ?? 0));
      ids.push(changed.id);
      known = withVariant(known, changed);
    }
    return ok({ variants: presentMany(save(known), ids) });
  });
  const presentMany = (saved: DynamicContentRecord, ids: readonly number[]) =>
    saved.variants.filter(({ id }) => ids.includes(id)).map((one) => presentVariant(account, saved, one));
  route('get', `${variants}/:variant`, RULE, (call) => {
    const known = item(call.id('id'));
    return ok({ variant: presentVariant(account, known, variant(known, call.id('variant'))) });
  });
  route('put', `${variants}/:variant`, RULE, (call) => {
    const known = item(call.id('id'));
    const changed = readVariant(account, bodyOf(call, 'variant'), known, variant(known, call.id('variant')));
    return ok({ variant: presentVariant(account, save(withVariant(known, changed)), changed) });
  });
  route('delete', `${variants}/:variant`, RULE, (call) => {
    const known = item(call.id('id'));
    const gone = variant(known, call.id('variant'));
    if (gone.default)
      throw recordInvalid({
        base: [{ description: 'The default variant cannot be deleted', error: 'InvalidValue' }],
      });
    save({ ...known, variants: known.variants.filter((one) => one.id !== gone.id) });
    return noContent();
  });
}

/** Stores an item with the time of the change. */
function saver({ account }: ApiDeps): (next: DynamicContentRecord) => DynamicContentRecord {
  return (next) => {
    const saved = { ...next, updated_at: account.stamp() };
    account.dynamicContent.set(saved.id, saved);
    return saved;
  };
}
