import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedMessage {
  /** As sent; undefined where the header is absent. */
  readonly signature: string | undefined;
  /** ISO 8601, as sent. */
  readonly timestamp: string | undefined;
  /** Exactly the bytes that were sent. */
  readonly body: Uint8Array;
}

export type SignatureFault =
  | 'missing_signature'
  | 'malformed_timestamp'
  | 'stale_timestamp'
  | 'wrong_signature';

/** Wide, for a replay is only one more look; narrow enough that a leaked request isn't good for ever. */
const WINDOW_MS = 3_600_000;

/** `base64(HMAC-SHA256(secret, timestamp + body))`, the secret as a raw string. */
export function sign(secret: string, timestamp: string, body: Uint8Array): string {
  return createHmac('sha256', secret).update(timestamp).update(body).digest('base64');
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Whether a message comes from the webhook that one of the secrets belongs to. Secrets may be several, while one
 * takes the other's place. `now` is real time in epoch milliseconds. Undefined: nothing is wrong.
 */
export function signatureFault(
  message: SignedMessage,
  secrets: readonly string[],
  now: number,
): SignatureFault | undefined {
  const { signature, timestamp, body } = message;
  if (!signature || !timestamp) return 'missing_signature';
  // Date.parse alone takes almost anything for a time.
  const at = /^\d{4}-\d{2}-\d{2}T/.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(at)) return 'malformed_timestamp';
  // Each is compared to its end, so that the time taken tells nothing.
  const matches = secrets.map((secret) => same(sign(secret, timestamp, body), signature));
  if (!matches.includes(true)) return 'wrong_signature';
  return Math.abs(now - at) > WINDOW_MS ? 'stale_timestamp' : undefined;
}
