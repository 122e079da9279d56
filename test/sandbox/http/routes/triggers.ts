import type { TriggerRecord } from '../../account/records.ts';
import { idsOf } from '../../json.ts';
import { presentTrigger } from '../../present/rules.ts';
import { readTrigger } from '../../rules/read-rule.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route, type RouteRule } from '../route.ts';

const READ: RouteRule = { scope: 'triggers' };
const WRITE: RouteRule = { scope: 'triggers', role: 'admin' };

/** `/triggers`, in the order in which they run. */
export function triggerRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const all = () => [...account.triggers.values()].sort((a, b) => a.position - b.position || a.id - b.id);
  const list = (call: Call, triggers: TriggerRecord[]) =>
    ok(
      paged(call, 'triggers', triggers, { account, present: (trigger) => presentTrigger(account, trigger) }),
    );

  route('get', '/triggers', READ, (call) =>
    list(
      call,
      all().filter(
        (trigger) => call.query.active === undefined || String(trigger.active) === call.query.active,
      ),
    ),
  );
  route('get', '/triggers/active', READ, (call) =>
    list(
      call,
      all().filter((trigger) => trigger.active),
    ),
  );
  route('get', '/triggers/search', READ, (call) => {
    const query = (call.query.query ?? '').toLowerCase();
    return list(
      call,
      all().filter((trigger) => trigger.title.toLowerCase().includes(query)),
    );
  });
  writeRoutes(route, deps);
}

function writeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('put', '/triggers/reorder', WRITE, (call) => {
    for (const [index, id] of idsOf(call.body.trigger_ids).entries()) {
      account.triggers.set(id, { ...found(account.triggers.get(id)), position: index + 1 });
    }
    return ok({});
  });
  route('get', '/triggers/:id', READ, (call) =>
    ok({ trigger: presentTrigger(account, found(account.triggers.get(call.id('id')))) }),
  );
  route('post', '/triggers', WRITE, (call) => {
    const trigger = readTrigger(account, newBodyOf(call, 'trigger'));
    account.triggers.set(trigger.id, trigger);
    return created({ trigger: presentTrigger(account, trigger) });
  });
  route('put', '/triggers/:id', WRITE, (call) => {
    const trigger = readTrigger(account, bodyOf(call, 'trigger'), found(account.triggers.get(call.id('id'))));
    account.triggers.set(trigger.id, trigger);
    return ok({ trigger: presentTrigger(account, trigger) });
  });
  route('delete', '/triggers/:id', WRITE, (call) => {
    account.triggers.delete(found(account.triggers.get(call.id('id'))).id);
    return noContent();
  });
}
