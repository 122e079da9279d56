import type { DynamicContentRecord } from '../../account/records.ts';
import { recordInvalid } from '../../fault.ts';
import { textOf } from '../../json.ts';
import { readItem, readVariant, withVariant } from '../../liquid/read-dynamic-content.ts';
import { presentDynamicContent, presentVariant } from '../../present/rules.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { created, noContent, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { scope: 'dynamic_content', role: 'admin' };
const BASE = '/dynamic_content/items';

/** `/dynamic_content/items` with their variants. */
export function dynamicContentRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
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
  route('get', `${BASE}/:id`, RULE, (call) =>
    ok({ item: presentDynamicContent(account, item(call.id('id'))) }),
  );
  route('post', BASE, RULE, (call) =>
    created({ item: presentDynamicContent(account, save(readItem(account, bodyOf(call, 'item')))) }),
  );
  route('put', `${BASE}/:id`, RULE, (call) => {
    const known = item(call.id('id'));
    const name = textOf(bodyOf(call, 'item').name) ?? known.name;
    // Renaming never changes the placeholder: texts that use it go on working.
    return ok({ item: presentDynamicContent(account, save({ ...known, name })) });
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
