import { objectOf, textOf } from '../../json.ts';
import { keyed } from '../../present/webhook.ts';
import { readTested } from '../../webhooks/read-webhook.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ok, type Route, type RouteRule } from '../route.ts';
import { webhookNotFound } from './webhook-invocations.ts';

const RULE: RouteRule = { scope: 'webhooks', role: 'admin' };

/**
 * `POST /webhooks/test`: calls an endpoint once and tells what it answered; an inactive webhook can be tested too. Of an
 * existing webhook (`?webhook_id=`) everything is taken that the `request` does not say.
 */
export function webhookTestRoute(route: Route, { account, deliverer }: ApiDeps): void {
  route('post', '/webhooks/test', RULE, async (call) => {
    const id = call.query.webhook_id;
    const known = id === undefined ? undefined : account.webhooks.get(id);
    if (id !== undefined && !known) throw webhookNotFound();
    const request = objectOf(call.body.request);
    const webhook = readTested(account, request, call.user.id, known);
    const { attempts } = await deliverer.test(webhook, textOf(request.payload) ?? '{}');
    const [attempt] = attempts;
    return ok({
      response: {
        status: attempt?.status ?? (attempt?.error === 'timeout' ? 504 : 502),
        payload: attempt?.responseBody || (attempt?.error ?? ''),
        headers: keyed(attempt?.responseHeaders ?? {}),
      },
    });
  });
}
