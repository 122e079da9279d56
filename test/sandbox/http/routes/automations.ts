import { presentAutomation } from '../../present/rules.ts';
import { readAutomation } from '../../rules/read-rule.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { created, noContent, ok, type Route, type RouteRule } from '../route.ts';

const READ: RouteRule = { scope: 'automations' };
const WRITE: RouteRule = { scope: 'automations', role: 'admin' };

/** `/automations`: the rules that run by time. */
export function automationRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const present = (automation: Parameters<typeof presentAutomation>[1]) =>
    presentAutomation(account, automation);
  const all = () => [...account.automations.values()].sort((a, b) => a.position - b.position || a.id - b.id);
  route('get', '/automations', READ, (call) => ok(paged(call, 'automations', all(), { account, present })));
  route('get', '/automations/active', READ, (call) => {
    const active = all().filter((automation) => automation.active);
    return ok(paged(call, 'automations', active, { account, present }));
  });
  route('get', '/automations/:id', READ, (call) =>
    ok({ automation: present(found(account.automations.get(call.id('id')))) }),
  );
  route('post', '/automations', WRITE, (call) => {
    const automation = readAutomation(account, newBodyOf(call, 'automation'));
    account.automations.set(automation.id, automation);
    return created({ automation: present(automation) });
  });
  route('put', '/automations/:id', WRITE, (call) => {
    const known = found(account.automations.get(call.id('id')));
    const automation = readAutomation(account, bodyOf(call, 'automation'), known);
    account.automations.set(automation.id, automation);
    return ok({ automation: present(automation) });
  });
  route('delete', '/automations/:id', WRITE, (call) => {
    account.automations.delete(found(account.automations.get(call.id('id'))).id);
    return noContent();
  });
}
