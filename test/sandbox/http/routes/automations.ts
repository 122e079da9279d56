import type { AutomationRecord } from '../../account/records.ts';
import { presentAutomation } from '../../present/rules.ts';
import { presentActions, presentConditions } from '../../rules/catalog/definitions.ts';
import { readAutomation } from '../../rules/read-rule.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route, type RouteRule } from '../route.ts';
import { destroyMany, updateMany } from '../rules-in-bulk.ts';

const READ: RouteRule = { scope: 'automations' };
const WRITE: RouteRule = { scope: 'automations', role: 'admin' };

/** `/automations`: the rules that run by time. */
export function automationRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const all = () => [...account.automations.values()].sort((a, b) => a.position - b.position || a.id - b.id);
  const list = (call: Call, automations: AutomationRecord[]) =>
    ok(
      paged(call, 'automations', automations, { account, present: (one) => presentAutomation(account, one) }),
    );
  const asked = ({ active }: AutomationRecord, { query }: Call) =>
    query.active === undefined || String(active) === query.active;
  route('get', '/automations', READ, (call) =>
    list(
      call,
      all().filter((one) => asked(one, call)),
    ),
  );
  route('get', '/automations/active', READ, (call) =>
    list(
      call,
      all().filter((one) => one.active),
    ),
  );
  // [?] The published description has no definitions of automations; they are answered as those of triggers are.
  route('get', '/automations/definitions', READ, () =>
    ok({
      definitions: {
        ...presentConditions(account, 'automation'),
        actions: presentActions(account, 'automation'),
      },
    }),
  );
  route('get', '/automations/search', READ, (call) => {
    const query = (call.query.query ?? '').toLowerCase();
    return list(
      call,
      all().filter((one) => one.title.toLowerCase().includes(query) && asked(one, call)),
    );
  });
  writeRoutes(route, deps);
}

function writeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const { automations } = account;
  const present = (automation: AutomationRecord) => presentAutomation(account, automation);
  const save = (automation: AutomationRecord) => {
    automations.set(automation.id, automation);
    return { automation: present(automation) };
  };
  route('put', '/automations/update_many', WRITE, (call) => {
    const changed = updateMany(call, 'automations', automations, (body, known) =>
      readAutomation(account, body, known),
    );
    return ok({ automations: changed.map(present) });
  });
  route('delete', '/automations/destroy_many', WRITE, (call) => destroyMany(call, automations));
  route('get', '/automations/:id', READ, (call) =>
    ok({ automation: present(found(automations.get(call.id('id')))) }),
  );
  route('post', '/automations', WRITE, (call) =>
    created(save(readAutomation(account, newBodyOf(call, 'automation')))),
  );
  route('put', '/automations/:id', WRITE, (call) => {
    const known = found(automations.get(call.id('id')));
    return ok(save(readAutomation(account, bodyOf(call, 'automation'), known)));
  });
  route('delete', '/automations/:id', WRITE, (call) => {
    automations.delete(found(automations.get(call.id('id'))).id);
    return noContent();
  });
}
