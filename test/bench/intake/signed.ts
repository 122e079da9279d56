import { randomUUID } from 'node:crypto';
import { sign } from '../../../server/http/signature.ts';

/** One webhook as bytes, ready to be sent. */
export interface Prepared {
  readonly ticketId: number;
  readonly bytes: Buffer;
}

/** The webhook for a ticket as Zendesk sends it, signed: what it costs to sign is not measured. */
export function prepared(ticketId: number, secret: string, changedAt?: string): Prepared {
  const timestamp = new Date().toISOString();
  const body = `{"ticket_id":"${ticketId}","updated_at":"${changedAt ?? timestamp}"}`;
  const head = [
    'POST /webhooks/zendesk HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json; charset=utf-8',
    'User-Agent: Zendesk Webhook',
    'X-Zendesk-Account-Id: 123456',
    'X-Zendesk-Webhook-Id: 01F1KRFQ6BG29CNWFR60NK5FNY',
    `X-Zendesk-Webhook-Invocation-Id: ${randomUUID()}`,
    `X-Zendesk-Webhook-Signature-Timestamp: ${timestamp}`,
    `X-Zendesk-Webhook-Signature: ${sign(secret, timestamp, Buffer.from(body))}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return { ticketId, bytes: Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`) };
}
