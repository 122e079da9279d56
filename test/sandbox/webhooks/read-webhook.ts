import type { Account } from '../account/account.ts';
import type { WebhookRecord } from '../account/records.ts';
import { coded } from '../fault.ts';
import { isObject, type JsonObject, textOf, wordsOf } from '../json.ts';
import { newSecret } from './signature.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const FORMATS = ['json', 'xml', 'form_encoded'];

/** Reads a webhook, new or updated. @throws Fault 400 in the envelope of this API */
export function readWebhook(
  account: Account,
  body: JsonObject,
  userId: number,
  known?: WebhookRecord,
): WebhookRecord {
  const name = textOf(body.name) ?? known?.name ?? '';
  const endpoint = textOf(body.endpoint) ?? known?.endpoint ?? '';
  const http_method = textOf(body.http_method) ?? known?.http_method ?? '';
  const request_format = textOf(body.request_format) ?? known?.request_format ?? '';
  const status = textOf(body.status) ?? known?.status ?? '';
  if (name === '') throw invalid('name is required');
  if (!/^https?:\/\/\S+$/.test(endpoint)) throw invalid('endpoint must be a valid URL');
  if (!METHODS.includes(http_method))
    throw invalid('http_method must be one of GET, POST, PUT, PATCH, DELETE');
  if (!FORMATS.includes(request_format))
    throw invalid('request_format must be one of json, xml, form_encoded');
  if (status !== 'active' && status !== 'inactive') throw invalid('status must be active or inactive');
  const subscriptions = 'subscriptions' in body ? wordsOf(body.subscriptions) : (known?.subscriptions ?? []);
  checkSubscriptions(subscriptions, known);
  const now = new Date(account.clock.now()).toISOString();
  return {
    id: known?.id ?? account.ids.ulid(),
    name,
    endpoint,
    http_method,
    request_format,
    status,
    subscriptions,
    description: 'description' in body ? (textOf(body.description) ?? null) : (known?.description ?? null),
    authentication: isObject(body.authentication) ? body.authentication : (known?.authentication ?? null),
    custom_headers: isObject(body.custom_headers)
      ? readHeaders(body.custom_headers)
      : (known?.custom_headers ?? null),
    signing_secret: known?.signing_secret ?? newSecret(),
    created_at: known?.created_at ?? now,
    created_by: known?.created_by ?? String(userId),
    updated_at: now,
    updated_by: String(userId),
  };
}

const CALLED_BY_RULES = 'conditional_ticket_events';

/** Called by rules, or subscribed to events: never both, and never changed later. */
function checkSubscriptions(subscriptions: string[], known: WebhookRecord | undefined): void {
  const byRules = subscriptions.includes(CALLED_BY_RULES);
  if (byRules && subscriptions.length > 1)
    throw invalid('conditional_ticket_events cannot be combined with other subscriptions');
  if (known && known.subscriptions.includes(CALLED_BY_RULES) !== byRules)
    throw invalid('the connection method of a webhook cannot be changed');
}

function readHeaders(headers: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

const invalid = (detail: string) => coded(400, 'InvalidWebhook', 'Invalid webhook', detail);
