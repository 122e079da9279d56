import type { MacroRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { presentMacro } from '../../present/rules.ts';
import { presentActions } from '../../rules/catalog/definitions.ts';
import { readMacro } from '../../rules/read-rule.ts';
import { isAccess, maySeeRule, mayWriteRule } from '../../rules/restriction.ts';
import { applyMacro, applyMacroToNothing } from '../../tickets/apply-macro.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { liveTicket } from '../live-ticket.ts';
import { paged } from '../paging.ts';
import { type Call, noContent, ok, type Route, type RouteRule } from '../route.ts';
import { destroyMany, updateMany } from '../rules-in-bulk.ts';

const RULE: RouteRule = { scope: 'macros' };
/** Parts of a title on both sides of this are a category and what is in it. */
const CATEGORY = '::';

/** `/macros`, and applying them. Whoever calls sees what they may use: shared ones, their groups', their own. */
export function macroRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const seen = (call: Call) =>
    [...account.macros.values()]
      .filter((macro) => maySeeRule(account, call.user, macro))
      .sort((a, b) => a.position - b.position || a.id - b.id);
  const list = (call: Call, macros: MacroRecord[]) =>
    ok(paged(call, 'macros', macros, { account, present: (macro) => presentMacro(account, macro) }));
  const wanted = (macro: MacroRecord, { query }: Call) =>
    (query.active === undefined || String(macro.active) === query.active) &&
    (query.category === undefined || categoryOf(macro) === query.category) &&
    isAccess(macro, query);

  route('get', '/macros', RULE, (call) =>
    list(
      call,
      seen(call).filter((macro) => wanted(macro, call)),
    ),
  );
  route('get', '/macros/active', RULE, (call) =>
    list(
      call,
      seen(call).filter((macro) => macro.active && wanted(macro, call)),
    ),
  );
  route('get', '/macros/search', RULE, (call) => {
    const query = (call.query.query ?? '').toLowerCase();
    return list(
      call,
      seen(call).filter((macro) => macro.title.toLowerCase().includes(query) && wanted(macro, call)),
    );
  });
  route('get', '/macros/categories', RULE, (call) => {
    const categories = seen(call)
      .filter((macro) => macro.active)
      .flatMap((macro) => categoryOf(macro) ?? []);
    return ok({ categories: [...new Set(categories)] });
  });
  for (const [path, wrap] of [
    ['/macros/actions', (actions: unknown) => ({ actions })],
    ['/macros/definitions', (actions: unknown) => ({ definitions: { actions } })],
  ] as const)
    route('get', path, RULE, () => ok(wrap(presentActions(account, 'macro'))));
  writeRoutes(route, deps);
  applyRoutes(route, deps);
}

/** `Billing::Refund` is in the category `Billing`. */
function categoryOf({ title }: MacroRecord): string | undefined {
  return title.includes(CATEGORY) ? title.split(CATEGORY)[0] : undefined;
}

/** The macro, for whoever may see it. @throws Fault 404 */
function macroOf({ account }: ApiDeps, call: Call): MacroRecord {
  const macro = found(account.macros.get(call.id('id')));
  return found(maySeeRule(account, call.user, macro) ? macro : undefined);
}

function writeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const save = (macro: MacroRecord) => {
    account.macros.set(macro.id, macro);
    // Zendesk answers 200 here, not 201.
    return ok({ macro: presentMacro(account, macro) });
  };
  const writable = (call: Call, macro: MacroRecord) => {
    if (!mayWriteRule(call.user, macro)) throw forbidden();
    return macro;
  };
  route('post', '/macros', RULE, (call) =>
    save(writable(call, readMacro(account, newBodyOf(call, 'macro')))),
  );
  route('put', '/macros/update_many', { ...RULE, role: 'admin' }, (call) => {
    const changed = updateMany(call, 'macros', account.macros, (body, known) =>
      readMacro(account, body, known),
    );
    return ok({ macros: changed.map((macro) => presentMacro(account, macro)) });
  });
  route('delete', '/macros/destroy_many', { ...RULE, role: 'admin' }, (call) =>
    destroyMany(call, account.macros),
  );
  route('get', '/macros/:id', RULE, (call) => ok({ macro: presentMacro(account, macroOf(deps, call)) }));
  route('put', '/macros/:id', RULE, (call) => {
    const known = writable(call, macroOf(deps, call));
    return save(writable(call, readMacro(account, bodyOf(call, 'macro'), known)));
  });
  route('delete', '/macros/:id', RULE, (call) => {
    account.macros.delete(writable(call, macroOf(deps, call)).id);
    return noContent();
  });
  // Files cannot be put on macros here, so there are none to list.
  route('get', '/macros/:id/attachments', RULE, (call) => {
    macroOf(deps, call);
    return ok({ macro_attachments: [] });
  });
}

function applyRoutes(route: Route, deps: ApiDeps): void {
  route('get', '/macros/:id/apply', RULE, (call) =>
    ok({ result: { ticket: applyMacroToNothing(macroOf(deps, call), call.user) } }),
  );
  route('get', '/tickets/:ticket/macros/:id/apply', RULE, (call) => {
    const ticket = liveTicket(deps.account, call.id('ticket'));
    return ok({ result: { ticket: applyMacro(deps, macroOf(deps, call), ticket, call.user) } });
  });
}
