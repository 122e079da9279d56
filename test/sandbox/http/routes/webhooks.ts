import type { WebhookRecord } from '../../account/records.ts';
import { coded } from '../../fault.ts';
import { objectOf, textOf } from '../../json.ts';
import { presentWebhook } from '../../present/webhook.ts';
import { readWebhook } from '../../webhooks/read-webhook.ts';
import { newSecret } from '../../webhooks/signature.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { cursorPage } from '../paging.ts';
import { created, noContent, ok, type Route, type RouteRule } from '../route.ts';
import { webhookInvocationRoutes, webhookNotFound, webhookOf } from './webhook-invocations.ts';

const RULE: RouteRule = { scope: 'webhooks', role: 'admin' };

/** `/webhooks`, signing secrets, invocations and attempts. This API has an error envelope of its own. */
export function webhookRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('get', '/webhooks', RULE, (call) => {
    const named = [...account.webhooks.values()].filter((webhook) =>
      webhook.name.includes(call.query['filter[name_contains]'] ?? ''),
    );
    return ok(cursorPage(call, 'webhooks', named, { account, present: presentWebhook }));
  });
  route('get', '/webhooks/:id', RULE, (call) => ok({ webhook: presentWebhook(webhookOf(account, call)) }));
  route('post', '/webhooks', RULE, (call) => {
    const webhook = readWebhook(account, bodyOf(call, 'webhook'), call.user.id);
    account.webhooks.set(webhook.id, webhook);
    const secret = { signing_secret: { algorithm: 'SHA256', secret: webhook.signing_secret } };
    return created({ webhook: { ...presentWebhook(webhook), ...secret } });
  });
  for (const method of ['put', 'patch'] as const) {
    route(method, '/webhooks/:id', RULE, (call) => {
      const webhook = readWebhook(account, bodyOf(call, 'webhook'), call.user.id, webhookOf(account, call));
      account.webhooks.set(webhook.id, webhook);
      return noContent();
    });
  }
  deleteAndTest(route, deps);
  secretRoutes(route, deps);
  webhookInvocationRoutes(route, deps);
}

function deleteAndTest(route: Route, deps: ApiDeps): void {
  const { account } = deps;
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
  route('post', '/webhooks/test', RULE, async (call) => {
    const webhookId = call.query.webhook_id ?? '';
    const payload = textOf(objectOf(objectOf(call.body).request).payload) ?? '{}';
    const delivery = await deps.deliverer.send({ webhookId, body: payload, ticketId: 0, ruleId: 0 });
    if (!delivery) throw webhookNotFound();
    return ok({
      response: {
        status: String(delivery.attempts.at(-1)?.status ?? ''),
        payload: delivery.responseBody,
        headers: [],
      },
    });
  });
}

function secretRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const secretOf = (webhook: WebhookRecord) => ({
    signing_secret: { algorithm: 'SHA256', secret: webhook.signing_secret },
  });
  route('get', '/webhooks/:id/signing_secret', RULE, (call) => ok(secretOf(webhookOf(account, call))));
  route('post', '/webhooks/:id/signing_secret', RULE, (call) => {
    const webhook = { ...webhookOf(account, call), signing_secret: newSecret() };
    account.webhooks.set(webhook.id, webhook);
    return created(secretOf(webhook));
  });
}
