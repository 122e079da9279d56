import type { Account } from '../account/account.ts';
import type { WebhookRecord } from '../account/records.ts';
import { stampOf } from '../account/stamp.ts';
import type { DeliveryAttempt } from './deliver-once.ts';
import type { OutboundCall } from './outbox.ts';
import { sign } from './signature.ts';

/** One invocation of a webhook with all its attempts, as the account's delivery log shows it. */
export interface WebhookDelivery {
  /** Real time, ISO. */
  at: string;
  /** The account's time, ISO. */
  accountAt: string;
  webhookId: string;
  invocationId: string;
  /** `conditional_ticket_events` for calls of rules, else the `zen:event-type:*`. */
  eventType: string;
  url: string;
  requestBody: string;
  /** The `X-Zendesk-*` headers that were sent. */
  signatureHeaders: Record<string, string>;
  attempts: DeliveryAttempt[];
  /** Reply of the last attempt, cut to 1 KB. */
  responseBody: string;
  state: 'waiting' | 'succeeded' | 'failed' | 'circuit_broken' | 'too_large';
  ticketId: number;
  /** The trigger or automation; 0 for an event or a test. */
  ruleId: number;
}

/** Zendesk sends no larger payload. */
const LARGEST_BYTES = 256 * 1024;

/** A delivery that is about to begin; one that is too large has ended already. */
export function newDelivery(account: Account, webhook: WebhookRecord, call: OutboundCall): WebhookDelivery {
  const invocationId = account.ids.ulid();
  // The receiver checks this stamp against real time, so it never comes from the movable clock.
  const timestamp = stampOf(Date.now());
  const signed = webhook.http_method === 'GET' ? '' : call.body;
  return {
    at: new Date().toISOString(),
    accountAt: new Date(account.clock.now()).toISOString(),
    webhookId: webhook.id,
    invocationId,
    eventType: call.eventType ?? 'conditional_ticket_events',
    url: webhook.endpoint,
    requestBody: call.body,
    signatureHeaders: {
      'X-Zendesk-Account-Id': String(account.settings.id),
      'X-Zendesk-Webhook-Id': webhook.id,
      'X-Zendesk-Webhook-Invocation-Id': invocationId,
      'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
      'X-Zendesk-Webhook-Signature': sign(webhook.signing_secret, timestamp, signed),
    },
    attempts: [],
    responseBody: '',
    state: Buffer.byteLength(call.body) < LARGEST_BYTES ? 'waiting' : 'too_large',
    ticketId: call.ticketId,
    ruleId: call.ruleId,
  };
}
