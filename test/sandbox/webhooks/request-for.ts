import type { WebhookRecord } from '../account/records.ts';
import { objectOf, textOf } from '../json.ts';
import type { DeliveryRequest } from './deliver-once.ts';

/** What of a delivery goes over the wire. */
export interface Outgoing {
  requestBody: string;
  signatureHeaders: Record<string, string>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  form_encoded: 'application/x-www-form-urlencoded',
};

/** The HTTP request of one invocation; the same for each of its attempts. */
export function requestFor(
  webhook: WebhookRecord,
  delivery: Outgoing,
  frame: Pick<DeliveryRequest, 'timeoutMs' | 'signal' | 'now'>,
): DeliveryRequest {
  return {
    url: webhook.endpoint,
    method: webhook.http_method,
    headers: { ...openHeaders(webhook), ...authorization(webhook), ...delivery.signatureHeaders },
    body: delivery.requestBody,
    ...frame,
  };
}

/** The headers that hold no credentials, as the log of attempts shows them. */
export function openHeaders(webhook: Pick<WebhookRecord, 'request_format' | 'custom_headers'>) {
  return {
    'User-Agent': 'Zendesk Webhook',
    'Content-Type': CONTENT_TYPES[webhook.request_format] ?? 'application/json; charset=utf-8',
    ...webhook.custom_headers,
  };
}

function authorization(webhook: WebhookRecord): Record<string, string> {
  const data = objectOf(webhook.authentication?.data);
  const part = (name: string) => textOf(data[name]) ?? '';
  switch (webhook.authentication?.type) {
    case 'bearer_token':
      return { Authorization: `Bearer ${part('token')}` };
    case 'basic_auth':
      return {
        Authorization: `Basic ${Buffer.from(`${part('username')}:${part('password')}`).toString('base64')}`,
      };
    case 'api_key':
      return { [part('name')]: part('value') };
    default:
      return {};
  }
}
