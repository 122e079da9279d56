import type { Account } from '../../account/account.ts';
import type { WebhookRecord } from '../../account/records.ts';
import { coded } from '../../fault.ts';
import { presentAttempt, presentInvocation } from '../../present/webhook.ts';
import type { ApiDeps } from '../api-deps.ts';
import { cursorPage } from '../paging.ts';
import { type Call, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { scope: 'webhooks', role: 'admin' };

/** The log reaches back a week. */
const WEEK_MS = 7 * 86_400_000;

/** `/webhooks/{id}/invocations` and their attempts. */
export function webhookInvocationRoutes(route: Route, deps: ApiDeps): void {
  const { account, deliverer } = deps;
  const recent = (webhookId: string) =>
    deliverer
      .deliveries()
      .filter((one) => one.webhookId === webhookId && Date.now() - Date.parse(one.at) < WEEK_MS)
      .reverse();
  route('get', '/webhooks/:id/invocations', RULE, (call) => {
    const deliveries = recent(webhookOf(account, call).id);
    return ok(cursorPage(call, 'invocations', deliveries, { account, present: presentInvocation }));
  });
  route('get', '/webhooks/:id/invocations/:invocation/attempts', RULE, (call) => {
    const delivery = recent(webhookOf(account, call).id).find(
      (one) => one.invocationId === call.param('invocation'),
    );
    if (!delivery) throw webhookNotFound();
    return ok({
      attempts: delivery.attempts.map((attempt, index) => presentAttempt(delivery, attempt, index)),
    });
  });
}

export const webhookNotFound = () =>
  coded(404, 'WebhookNotFound', 'Webhook not found', 'The requested webhook does not exist');

export function webhookOf(account: Account, call: Call): WebhookRecord {
  const webhook = account.webhooks.get(call.param('id'));
  if (!webhook) throw webhookNotFound();
  return webhook;
}
