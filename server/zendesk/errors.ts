/**
 * What went wrong with a call, as far as a caller has to tell cases apart.
 *
 * - `conflict`: 409, somebody else changed the object; read again and plan again.
 * - `rate_limited`: 429, and waiting as told did not help within the time allowed.
 * - `unauthorized`: 401, also after a fresh token; or no token could be had.
 * - `forbidden`: 403, a missing scope or role. `not_found`: 404.
 * - `invalid`: another 4xx; Zendesk refuses what was sent.
 * - `unavailable`: 5xx, or the connection could not be made.
 * - `timed_out`: no reply in time. `lost`: the connection broke before the reply was complete.
 * - `malformed`: a reply that is not what Zendesk documents.
 */
export type ZendeskErrorCode =
  | 'conflict'
  | 'rate_limited'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'unavailable'
  | 'timed_out'
  | 'lost'
  | 'malformed';

/** Whether a write may have happened although the call failed. A failed read is always `none`. */
export type ZendeskEffect = 'none' | 'unknown';

export interface ZendeskErrorDetails {
  readonly code: ZendeskErrorCode;
  readonly effect: ZendeskEffect;
  /** HTTP status, where there was a reply. */
  readonly status?: number;
  /** Milliseconds that Zendesk asked to wait for. */
  readonly retryAfterMs?: number;
  /** The reply's body as parsed, or its first characters; may hold text of customers: never log it. */
  readonly body?: unknown;
  readonly cause?: unknown;
}

/** The one error that leaves `server/zendesk`. Its message names the call and the status, never a body or a token. */
export class ZendeskError extends Error {
  override readonly name = 'ZendeskError';
  readonly code: ZendeskErrorCode;
  readonly effect: ZendeskEffect;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly body: unknown;

  constructor(message: string, details: ZendeskErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    this.effect = details.effect;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
    // Not enumerable, so that a logger that walks over an error leaves the body out.
    Object.defineProperty(this, 'body', { value: details.body, enumerable: false });
  }
}

/** Whether `error` is a ZendeskError, of one of `codes` where any are given. */
export function isZendeskError(error: unknown, ...codes: ZendeskErrorCode[]): error is ZendeskError {
  return error instanceof ZendeskError && (codes.length === 0 || codes.includes(error.code));
}
