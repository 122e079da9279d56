import type { Waits } from '../waits.ts';
import { type ZendeskEffect, ZendeskError } from './errors.ts';

export interface ExchangeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, the reply's body included. */
  readonly timeoutMs: number;
  readonly waits: Waits;
  /** How messages name the call: no ids, no query. */
  readonly label: string;
}

/** A complete reply of any status. `body` is the parsed JSON where it is JSON, otherwise the first characters. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly isJson: boolean;
  readonly body: unknown;
}

const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS)/;

/** What a failed call leaves open: a read changes nothing. */
export function doubt(method: string): ZendeskEffect {
  return method === 'GET' ? 'none' : 'unknown';
}

function causeCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

function connectionError(error: unknown, { method, label, timeoutMs }: ExchangeRequest): ZendeskError {
  if (error instanceof Error && error.name === 'TimeoutError') {
    const message = `No reply from Zendesk to ${label} within ${timeoutMs} ms`;
    return new ZendeskError(message, { code: 'timed_out', effect: doubt(method), cause: error });
  }
  if (error instanceof ReplyTooLarge) {
    const message = `Zendesk's reply to ${label} is too large: ${error.message}`;
    return new ZendeskError(message, { code: 'malformed', effect: doubt(method) });
  }
  const code = causeCode(error);
  if (NEVER_SENT.test(code)) {
    const message = `Zendesk can't be reached for ${label} (${code}): check ZENDESK_URL and the network`;
    return new ZendeskError(message, { code: 'unavailable', effect: 'none', cause: error });
  }
  const message = `The connection to Zendesk broke during ${label}${code ? ` (${code})` : ''}`;
  return new ZendeskError(message, { code: 'lost', effect: doubt(method), cause: error });
}

/** Far beyond any page of audits; more would only fill the memory. */
const LARGEST_REPLY = 32 * 1024 * 1024;

class ReplyTooLarge extends Error {
  override readonly name = 'ReplyTooLarge';
}

async function textOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of body) {
    size += chunk.byteLength;
    // Leaving the loop cancels what is still to come.
    if (size > LARGEST_REPLY) throw new ReplyTooLarge(`more than ${LARGEST_REPLY} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseBody(text: string): { isJson: boolean; body: unknown } {
  try {
    return { isJson: true, body: JSON.parse(text) };
  } catch {
    return { isJson: false, body: text.slice(0, 500) };
  }
}

/**
 * Sends one request and reads the whole reply, whatever its status.
 * Rejects with `timed_out`, `unavailable` (never sent), `lost`, or `malformed` where there is no end to it.
 */
export async function exchange(request: ExchangeRequest): Promise<Reply> {
  const { method, url, headers, body, timeoutMs, waits } = request;
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: body ?? null,
      // A redirect to another host must not carry the token along.
      redirect: 'manual',
      signal: waits.timeout(timeoutMs),
    });
    const text = await textOf(response);
    return { status: response.status, headers: response.headers, ...parseBody(text) };
  } catch (error) {
    throw connectionError(error, request);
  }
}
