import type { WebhookRecord } from '../account/records.ts';
import { type DeliveryAttempt, succeeded } from '../webhooks/deliver-once.ts';
import type { WebhookDelivery } from '../webhooks/delivery.ts';
import { shownAuthentication } from '../webhooks/read-credentials.ts';
import { openHeaders } from '../webhooks/request-for.ts';

/** A webhook without its secrets, as lists and shows print it. */
export function presentWebhook(webhook: WebhookRecord): Record<string, unknown> {
  const { signing_secret: _secret, authentication, custom_headers, ...rest } = webhook;
  return {
    ...rest,
    ...(custom_headers ? { custom_headers } : {}),
    ...(authentication ? { authentication: shownAuthentication(authentication) } : {}),
  };
}

/** A delivery as the log of invocations lists it. */
export function presentInvocation(delivery: WebhookDelivery): Record<string, unknown> {
  const last = delivery.attempts.at(-1);
  return {
    id: delivery.invocationId,
    webhook_id: delivery.webhookId,
    event_type: delivery.eventType,
    status: invocationStatus(delivery),
    status_code: last?.status === undefined ? '' : String(last.status),
    latest_completed_at: last?.completedAt ?? delivery.accountAt,
  };
}

/** One of the words that the list of invocations can be filtered by. */
export function invocationStatus(delivery: WebhookDelivery): string {
  switch (delivery.state) {
    case 'waiting':
      return 'accepted';
    case 'succeeded':
      return 'success';
    case 'circuit_broken':
      return 'circuit broken';
    case 'too_large':
      return 'failed';
    case 'failed':
      return attemptStatus(delivery.attempts.at(-1));
  }
}

export function presentAttempt(
  delivery: WebhookDelivery,
  webhook: WebhookRecord,
  index: number,
): Record<string, unknown> {
  const attempt = delivery.attempts[index];
  return {
    id: `${delivery.invocationId}-${index + 1}`,
    invocation_id: delivery.invocationId,
    completed_at: attempt?.completedAt ?? null,
    status: attemptStatus(attempt),
    status_code: attempt?.status === undefined ? '' : String(attempt.status),
    request: {
      headers: keyed({ ...openHeaders(webhook), ...delivery.signatureHeaders }),
      payload: delivery.requestBody,
    },
    response: { headers: keyed(attempt?.responseHeaders ?? {}), payload: attempt?.responseBody ?? '' },
  };
}

function attemptStatus(attempt: DeliveryAttempt | undefined): string {
  if (!attempt) return 'unknown';
  if (succeeded(attempt)) return 'success';
  if (attempt.error === 'timeout') return 'timeout';
  const { status = 0 } = attempt;
  if (status >= 500) return 'server error';
  return status >= 400 ? 'client error' : 'failed';
}

/** Headers as this API lists them. */
export function keyed(headers: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
