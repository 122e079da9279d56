import type { WebhookRecord } from '../../account/records.ts';
import { coded } from '../../fault.ts';
import { objectOf } from '../../json.ts';
import { presentWebhook } from '../../present/webhook.ts';
import { readWebhook } from '../../webhooks/read-webhook.ts';
import { newSecret } from '../../webhooks/signature.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { cursorPage } from '../paging.ts';
import { type Call, created, noContent, ok, type Route, type RouteRule } from '../route.ts';
import { webhookInvocationRoutes, webhookNotFound, webhookOf } from './webhook-invocations.ts';
import { webhookTestRoute } from './webhook-test.ts';

const RULE: RouteRule = { scope: 'webhooks', role: 'admin' };

/** `/webhooks`, signing secrets, invocations and attempts. This API has an error envelope of its own. */
export function webhookRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('get', '/webhooks', RULE, (call) => {
    const webhooks = listed(call, [...account.webhooks.values()]);
    return ok(cursorPage(call, 'webhooks', webhooks, { account, present: presentWebhook }));
  });
  route('get', '/webhooks/:id', RULE, (call) => ok({ webhook: presentWebhook(webhookOf(account, call)) }));
  route('post', '/webhooks', RULE, (call) => {
    const cloned = call.query.clone_webhook_id;
    const webhook =
      cloned === undefined
        ? readWebhook(account, bodyOf(call, 'webhook'), { userId: call.user.id, whole: true })
        : cloneOf(deps, cloned, call.user.id);
    account.webhooks.set(webhook.id, webhook);
    return created({ webhook: { ...presentWebhook(webhook), ...secretOf(webhook) } });
  });
  for (const method of ['put', 'patch'] as const) {
    route(method, '/webhooks/:id', RULE, (call) => {
      const known = webhookOf(account, call);
      const change = { userId: call.user.id, known, whole: method === 'put' };
      account.webhooks.set(known.id, readWebhook(account, bodyOf(call, 'webhook'), change));
      return noContent();
    });
  }
  deleteRoute(route, deps);
  webhookTestRoute(route, deps);
  secretRoutes(route, deps);
  webhookInvocationRoutes(route, deps);
}

/** `filter[name_contains]`, `filter[status]` and `sort` by name or status. */
function listed(call: Call, webhooks: WebhookRecord[]): WebhookRecord[] {
  const part = (call.query['filter[name_contains]'] ?? '').toLowerCase();
  const status = call.query['filter[status]'];
  const found = webhooks.filter(
    (one) => one.name.toLowerCase().includes(part) && (status === undefined || one.status === status),
  );
  const key = call.query.sort?.replace(/^-/, '');
  if (key !== 'name' && key !== 'status') return found;
  const sign = call.query.sort?.startsWith('-') ? -1 : 1;
  return found.sort((a, b) => sign * (a[key].localeCompare(b[key]) || a.id.localeCompare(b.id)));
}

/** The same again under a new id and secret; its name says that it is a copy. */
function cloneOf({ account }: ApiDeps, id: string, userId: number): WebhookRecord {
  const source = account.webhooks.get(id);
  if (!source) throw webhookNotFound();
  const { name, ...body } = source;
  return readWebhook(account, { ...objectOf(body), name: `${name} (copy)` }, { userId, whole: true });
}

function deleteRoute(route: Route, { account }: ApiDeps): void {
  route('delete', '/webhooks/:id', RULE, (call) => {
    const { id } = webhookOf(account, call);
    const used = [...account.triggers.values(), ...account.automations.values()].some((rule) =>
      JSON.stringify(rule.actions).includes(id),
    );
    if (used)
      throw coded(
        400,
        'WebhookInUse',
        'Webhook in use',
        'The webhook is connected to active triggers or automations',
      );
    account.webhooks.delete(id);
    return noContent();
  });
}

const secretOf = (webhook: WebhookRecord) => ({
  signing_secret: { algorithm: 'SHA256', secret: webhook.signing_secret },
});

function secretRoutes(route: Route, { account }: ApiDeps): void {
  route('get', '/webhooks/:id/signing_secret', RULE, (call) => ok(secretOf(webhookOf(account, call))));
  route('post', '/webhooks/:id/signing_secret', RULE, (call) => {
    const webhook = { ...webhookOf(account, call), signing_secret: newSecret() };
    account.webhooks.set(webhook.id, webhook);
    return created(secretOf(webhook));
  });
}
