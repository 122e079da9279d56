import type { Account } from '../account/account.ts';
import type { WebhookRecord } from '../account/records.ts';
import { type JsonObject, objectOf, textOf, wordsOf } from '../json.ts';
import { invalidWebhook } from './invalid.ts';
import { readAuthentication, readHeaders } from './read-credentials.ts';
import { newSecret } from './signature.ts';
import { isEventType } from './ticket-events/types.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const FORMATS = ['json', 'xml', 'form_encoded'];
const CALLED_BY_RULES = 'conditional_ticket_events';

/** Who changes a webhook, and what was there before. */
export interface WebhookChange {
  userId: number;
  /** Absent for a new one. */
  known?: WebhookRecord | undefined;
  /** A PUT must say all that is mandatory; a PATCH need not. */
  whole: boolean;
}

/** Reads a webhook, new or updated. @throws Fault 400 in the envelope of this API */
export function readWebhook(account: Account, body: JsonObject, change: WebhookChange): WebhookRecord {
  const { known } = change;
  const now = new Date(account.clock.now()).toISOString();
  const core = readCore(body, change.whole ? undefined : known);
  const subscriptions = 'subscriptions' in body ? wordsOf(body.subscriptions) : (known?.subscriptions ?? []);
  checkSubscriptions(subscriptions, core, known);
  return {
    ...core,
    id: known?.id ?? account.ids.ulid(),
    subscriptions,
    description: 'description' in body ? (textOf(body.description) ?? null) : (known?.description ?? null),
    authentication:
      'authentication' in body
        ? readAuthentication(body.authentication, known?.authentication)
        : (known?.authentication ?? null),
    custom_headers:
      'custom_headers' in body ? readHeaders(body.custom_headers) : (known?.custom_headers ?? null),
    signing_secret: known?.signing_secret ?? newSecret(),
    created_at: known?.created_at ?? now,
    created_by: known?.created_by ?? String(change.userId),
    updated_at: now,
    updated_by: String(change.userId),
  };
}

/** A webhook that is only to be tested: the `request` of a test, laid over the webhook that is named, if one is. */
export function readTested(
  account: Account,
  request: JsonObject,
  userId: number,
  known: WebhookRecord | undefined,
): WebhookRecord {
  const given = { name: 'Test', status: 'active', ...objectOf(request) };
  return readWebhook(account, given, { userId, known, whole: known === undefined });
}

type Core = Pick<WebhookRecord, 'name' | 'endpoint' | 'http_method' | 'request_format' | 'status'>;

function readCore(body: JsonObject, known: WebhookRecord | undefined): Core {
  const text = (key: keyof Core) => textOf(body[key]) ?? known?.[key] ?? '';
  const oneOf = (key: keyof Core, allowed: readonly string[]) => {
    const value = text(key);
    if (!allowed.includes(value)) throw invalidWebhook(`${key} must be one of ${allowed.join(', ')}`);
    return value;
  };
  if (text('name') === '') throw invalidWebhook('name is required');
  if (!/^https?:\/\/\S+$/.test(text('endpoint'))) throw invalidWebhook('endpoint must be a valid URL');
  return {
    name: text('name'),
    endpoint: text('endpoint'),
    http_method: oneOf('http_method', METHODS),
    request_format: oneOf('request_format', FORMATS),
    status: oneOf('status', ['active', 'inactive']) === 'active' ? 'active' : 'inactive',
  };
}

/** Called by rules, or subscribed to events: never both, and never changed later. */
function checkSubscriptions(subscriptions: string[], core: Core, known: WebhookRecord | undefined): void {
  const byRules = subscriptions.includes(CALLED_BY_RULES);
  if (byRules && subscriptions.length > 1)
    throw invalidWebhook('conditional_ticket_events cannot be combined with other subscriptions');
  if (known && known.subscriptions.includes(CALLED_BY_RULES) !== byRules)
    throw invalidWebhook('the connection method of a webhook cannot be changed');
  if (byRules) return;
  const unknown = subscriptions.find((one) => !isEventType(one));
  if (unknown !== undefined) throw invalidWebhook(`subscriptions: "${unknown}" is not an event type`);
  if (subscriptions.length > 0 && (core.http_method !== 'POST' || core.request_format !== 'json'))
    throw invalidWebhook('a webhook that subscribes to events must use POST and json');
}
