import type { WebhookRecord } from '../account/records.ts';
import type { WebhookDelivery } from '../webhooks/deliverer.ts';

/** A webhook without its secrets, as lists and shows print it. */
export function presentWebhook(webhook: WebhookRecord): Record<string, unknown> {
  const { signing_secret: _secret, authentication, ...rest } = webhook;
  // Credentials go in and never come out again.
  const shown = authentication
    ? { type: authentication.type, add_position: authentication.add_position ?? 'header' }
    : null;
  return shown ? { ...rest, authentication: shown } : rest;
}

/** A delivery as the log of invocations lists it. */
export function presentInvocation(delivery: WebhookDelivery): Record<string, unknown> {
  const last = delivery.attempts.at(-1);
  return {
    id: delivery.invocationId,
    webhook_id: delivery.webhookId,
    event_type: 'zen:event-type:conditional_ticket_event',
    status: delivery.state === 'succeeded' ? 'success' : delivery.state,
    status_code: last?.status === undefined ? '' : String(last.status),
    latest_completed_at: last?.at ?? null,
  };
}

export function presentAttempt(
  delivery: WebhookDelivery,
  attempt: WebhookDelivery['attempts'][number],
  index: number,
): Record<string, unknown> {
  return {
    id: `${delivery.invocationId}${index}`,
    invocation_id: delivery.invocationId,
    completed_at: attempt.at,
    status:
      attempt.status !== undefined && attempt.status < 300
        ? 'success'
        : attempt.error === 'timeout'
          ? 'timeout'
          : 'failed',
    status_code: attempt.status === undefined ? '' : String(attempt.status),
    request: { url: delivery.url, payload: delivery.requestBody, headers: delivery.signatureHeaders },
    response: { payload: delivery.responseBody },
  };
}
