import { createHmac, randomBytes } from 'node:crypto';

/**
 * The signature of a webhook call: base64 of HMAC-SHA256 over timestamp and raw body, joined without a separator.
 * @param secret the signing secret, used as the characters it is printed with
 * @param timestamp ISO 8601, as sent in the header
 */
export function sign(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret)
    .update(timestamp + body)
    .digest('base64');
}

export function newSecret(): string {
  return randomBytes(32).toString('base64');
}
