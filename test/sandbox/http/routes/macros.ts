import { isAgent } from '../../account/account.ts';
import type { MacroRecord, UserRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { objectOf } from '../../json.ts';
import { presentMacro } from '../../present/rules.ts';
import { readMacro } from '../../rules/read-rule.ts';
import { applyMacro, applyMacroToNothing } from '../../tickets/apply-macro.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { liveTicket } from '../live-ticket.ts';
import { paged } from '../paging.ts';
import { type Call, noContent, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { scope: 'macros' };

/** `/macros`, and applying them. Shared macros are written by administrators, personal ones by their agent. */
export function macroRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const all = () => [...account.macros.values()].sort((a, b) => a.position - b.position || a.id - b.id);
  const present = { account, present: (macro: MacroRecord) => presentMacro(account, macro) };
  const list = (call: Call, macros: MacroRecord[]) => ok(paged(call, 'macros', macros, present));
  const wanted = (macro: MacroRecord, call: Call) =>
    call.query.active === undefined || String(macro.active) === call.query.active;

  route('get', '/macros', RULE, (call) =>
    list(
      call,
      all().filter((macro) => wanted(macro, call)),
    ),
  );
  route('get', '/macros/active', RULE, (call) =>
    list(
      call,
      all().filter((macro) => macro.active),
    ),
  );
  route('get', '/macros/search', RULE, (call) => {
    const query = (call.query.query ?? '').toLowerCase();
    return list(
      call,
      all().filter((macro) => macro.title.toLowerCase().includes(query)),
    );
  });
  route('get', '/macros/:id', RULE, (call) =>
    ok({ macro: presentMacro(account, found(account.macros.get(call.id('id')))) }),
  );
  writeRoutes(route, deps);
  applyRoutes(route, deps);
}

function writeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('post', '/macros', RULE, (call) => {
    const macro = readMacro(account, newBodyOf(call, 'macro'));
    mayWrite(call.user, macro);
    account.macros.set(macro.id, macro);
    // Zendesk answers 200 here, not 201.
    return ok({ macro: presentMacro(account, macro) });
  });
  route('put', '/macros/:id', RULE, (call) => {
    const known = found(account.macros.get(call.id('id')));
    mayWrite(call.user, known);
    const macro = readMacro(account, bodyOf(call, 'macro'), known);
    account.macros.set(macro.id, macro);
    return ok({ macro: presentMacro(account, macro) });
  });
  route('delete', '/macros/:id', RULE, (call) => {
    const macro = found(account.macros.get(call.id('id')));
    mayWrite(call.user, macro);
    account.macros.delete(macro.id);
    return noContent();
  });
}

function applyRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('get', '/macros/:id/apply', RULE, (call) => {
    const macro = found(account.macros.get(call.id('id')));
    return ok({ result: { ticket: applyMacroToNothing(macro, call.user) } });
  });
  route('get', '/tickets/:ticket/macros/:id/apply', RULE, (call) => {
    const ticket = liveTicket(account, call.id('ticket'));
    const macro = found(account.macros.get(call.id('id')));
    return ok({ result: { ticket: applyMacro(deps, macro, ticket, call.user) } });
  });
}

function mayWrite(user: UserRecord, macro: MacroRecord): void {
  const personal = objectOf(macro.restriction);
  const own = personal.type === 'User' && personal.id === user.id;
  if (!isAgent(user) || (user.role !== 'admin' && !own)) throw forbidden();
}
