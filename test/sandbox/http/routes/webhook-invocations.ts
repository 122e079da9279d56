import type { Account } from '../../account/account.ts';
import type { WebhookRecord } from '../../account/records.ts';
import { coded } from '../../fault.ts';
import { invocationStatus, presentAttempt, presentInvocation } from '../../present/webhook.ts';
import type { WebhookDelivery } from '../../webhooks/delivery.ts';
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
      .filter(
        (one) => one.webhookId === webhookId && account.clock.now() - Date.parse(one.accountAt) < WEEK_MS,
      )
      .reverse();
  route('get', '/webhooks/:id/invocations', RULE, (call) => {
    const deliveries = sorted(call, recent(webhookOf(account, call).id).filter(asked(call)));
    return ok(cursorPage(call, 'invocations', deliveries, { account, present: presentInvocation }));
  });
  route('get', '/webhooks/:id/invocations/:invocation/attempts', RULE, (call) => {
    const webhook = webhookOf(account, call);
    const wanted = call.param('invocation');
    const delivery = recent(webhook.id).find((one) => one.invocationId === wanted);
    if (!delivery)
      throw coded(
        404,
        'InvocationNotFound',
        'Invocation not found',
        'The requested invocation does not exist',
      );
    return ok({ attempts: delivery.attempts.map((_, index) => presentAttempt(delivery, webhook, index)) });
  });
}

/** `filter[status]`, `filter[from_ts]` and `filter[to_ts]`. */
function asked(call: Call): (delivery: WebhookDelivery) => boolean {
  const status = call.query['filter[status]'];
  const from = instant(call, 'filter[from_ts]') ?? Number.NEGATIVE_INFINITY;
  const to = instant(call, 'filter[to_ts]') ?? Number.POSITIVE_INFINITY;
  return (delivery) => {
    const at = Date.parse(delivery.accountAt);
    return at >= from && at <= to && (status === undefined || invocationStatus(delivery) === status);
  };
}

function instant(call: Call, name: string): number | undefined {
  const text = call.query[name];
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at))
    throw coded(400, 'InvalidFilter', 'Invalid filter', `${name} must be an ISO 8601 timestamp`);
  return at;
}

/** Newest first, unless `sort=latest_completed_at` asks for the oldest. */
function sorted(call: Call, deliveries: WebhookDelivery[]): WebhookDelivery[] {
  return call.query.sort === 'latest_completed_at' ? deliveries.reverse() : deliveries;
}

export const webhookNotFound = () =>
  coded(404, 'WebhookNotFound', 'Webhook not found', 'The requested webhook does not exist');

export function webhookOf(account: Account, call: Call): WebhookRecord {
  const webhook = account.webhooks.get(call.param('id'));
  if (!webhook) throw webhookNotFound();
  return webhook;
}
