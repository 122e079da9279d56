import type { WebhookRecord } from '../account/records.ts';
import { isObject, objectOf, textOf } from '../json.ts';
import { invalidWebhook } from './invalid.ts';

/** The parts of each kind of credentials; the last is the secret, which is never shown again. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  basic_auth: ['username', 'password'],
  bearer_token: ['token'],
  api_key: ['name', 'value'],
};

/**
 * Reads how the webhook proves itself to its receiver. A secret that is left out stays as it was, because nobody
 * can read it to send it back. @throws Fault 400
 */
export function readAuthentication(
  value: unknown,
  known: WebhookRecord['authentication'] | undefined,
): WebhookRecord['authentication'] {
  if (value === null || value === undefined) return null;
  const given = objectOf(value);
  const type = textOf(given.type) ?? '';
  const parts = PARTS[type];
  if (!parts) throw invalidWebhook(`authentication.type must be one of ${Object.keys(PARTS).join(', ')}`);
  const before = known?.type === type ? objectOf(known.data) : {};
  const data = { ...before, ...objectOf(given.data) };
  const missing = parts.find((part) => (textOf(data[part]) ?? '') === '');
  if (missing !== undefined) throw invalidWebhook(`authentication.data.${missing} is required`);
  return { type, data, add_position: textOf(given.add_position) ?? 'header' };
}

/** Credentials as they are shown: without their secret. */
export function shownAuthentication(authentication: NonNullable<WebhookRecord['authentication']>) {
  const { type, data, add_position } = authentication;
  const open = (PARTS[String(type)] ?? []).slice(0, -1);
  const shown = Object.fromEntries(open.map((part) => [part, objectOf(data)[part]]));
  return { type, add_position: add_position ?? 'header', ...(open.length > 0 ? { data: shown } : {}) };
}

/** Zendesk takes so many custom headers, and none that it sets itself or that holds credentials. */
const MOST_HEADERS = 5;
const FORBIDDEN = /^(authorization|cookie|host|content-length|content-type|user-agent|x-zendesk-.*)$/i;

/** @throws Fault 400 */
export function readHeaders(value: unknown): Record<string, string> | null {
  if (!isObject(value)) return null;
  const headers = Object.entries(value).map(([name, text]): [string, string] => [name, String(text)]);
  if (headers.length > MOST_HEADERS)
    throw invalidWebhook(`custom_headers: at most ${MOST_HEADERS} are allowed`);
  const wrong = headers.find(([name]) => FORBIDDEN.test(name) || !/^[\w-]+$/.test(name));
  if (wrong) throw invalidWebhook(`custom_headers: "${wrong[0]}" is not allowed`);
  return Object.fromEntries(headers);
}
