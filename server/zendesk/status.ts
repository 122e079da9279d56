import { ZendeskError, type ZendeskErrorCode } from './errors.ts';
import { doubt, type Reply } from './exchange.ts';

const CODES: Readonly<Record<number, ZendeskErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
};

/** Whoever says more than an hour is asked again after one: a wrong header must not lose a ticket. */
const LONGEST_WAIT_MS = 3_600_000;

/** Milliseconds to wait by `Retry-After`, in seconds or as an HTTP date, an hour at most; undefined: it says neither. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(LONGEST_WAIT_MS, Math.ceil(Number(value) * 1000));
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.min(LONGEST_WAIT_MS, Math.max(0, at - now));
}

/** The name Zendesk gives the error, in any of its envelopes; never the description, which may quote a ticket. */
function errorName(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if ('error' in body && typeof body.error === 'string') return body.error;
  if ('error' in body && typeof body.error === 'object' && body.error !== null && 'title' in body.error) {
    return String(body.error.title);
  }
  if ('errors' in body && Array.isArray(body.errors)) {
    const [first]: unknown[] = body.errors;
    if (typeof first === 'object' && first !== null && 'code' in first) return String(first.code);
  }
  return undefined;
}

function message(label: string, { status, body }: Reply): string {
  const name = errorName(body)?.slice(0, 80);
  return `Zendesk answered ${status} to ${label}${name ? `: ${name}` : ''}`;
}

/** What is wrong with a reply, by its status first; undefined where it is a success that can be read. */
export function replyError(method: string, label: string, reply: Reply): ZendeskError | undefined {
  const { status, headers, body, isJson } = reply;
  if (status === 204) return undefined;
  if (status >= 200 && status < 300) {
    if (isJson) return undefined;
    return new ZendeskError(`${message(label, reply)} with no JSON`, {
      code: 'malformed',
      effect: doubt(method),
      status,
      body,
    });
  }
  if (status < 400) {
    const hint = 'set ZENDESK_URL to the address that the account itself uses';
    return new ZendeskError(`${message(label, reply)}, a redirect: ${hint}`, {
      code: 'malformed',
      effect: 'none',
      status,
    });
  }
  const wait = retryAfterMs(headers, Date.now());
  const code = CODES[status] ?? (status >= 500 ? 'unavailable' : 'invalid');
  // A 503 that says when to come back is a refusal; any other 5xx may come from in front of a finished write.
  const effect = status < 500 || (status === 503 && wait !== undefined) ? 'none' : doubt(method);
  return new ZendeskError(message(label, reply), {
    code,
    effect,
    status,
    body,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}
