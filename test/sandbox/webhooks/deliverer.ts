import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from '../account/account.ts';
import type { WebhookRecord } from '../account/records.ts';
import { stampOf } from '../account/stamp.ts';
import { createBreaker } from './breaker.ts';
import { type DeliveryAttempt, deliverOnce } from './deliver-once.ts';
import type { OutboundCall } from './outbox.ts';
import { requestFor } from './request-for.ts';
import { pauseBeforeRetry } from './retry-rules.ts';
import { sign } from './signature.ts';

/** One invocation of a webhook with all its attempts, as the account's delivery log shows it. */
export interface WebhookDelivery {
  /** Real time, ISO. */
  at: string;
  webhookId: string;
  invocationId: string;
  url: string;
  requestBody: string;
  /** The `X-Zendesk-*` headers that were sent. */
  signatureHeaders: Record<string, string>;
  attempts: DeliveryAttempt[];
  /** Reply of the last attempt, cut to 1 KB. */
  responseBody: string;
  state: 'waiting' | 'succeeded' | 'failed' | 'circuit_broken';
  ticketId: number;
}

export interface DelivererOptions {
  /** When an attempt is given up, in milliseconds; Zendesk waits 12 seconds. */
  timeoutMs: number;
  /** Base of the pause before a retry, in milliseconds. */
  retryMs: number;
}

export interface Deliverer {
  deliveries(): WebhookDelivery[];
  /** Calls a webhook now, as the "test webhook" button does. */
  send(call: OutboundCall): Promise<WebhookDelivery | undefined>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Delivers what rules put into the outbox: each call on its own, in no order. */
export function createDeliverer(account: Account, options: DelivererOptions): Deliverer {
  const log: WebhookDelivery[] = [];
  const stopping = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  const breaker = createBreaker(() => Date.now());

  const run = async (webhook: WebhookRecord, delivery: WebhookDelivery): Promise<void> => {
    if (!breaker.allows(webhook.id)) {
      delivery.state = 'circuit_broken';
      return;
    }
    const request = requestFor(webhook, delivery, options.timeoutMs, stopping.signal);
    for (;;) {
      const result = await deliverOnce(request);
      delivery.attempts.push(result.attempt);
      delivery.responseBody = result.responseBody.slice(0, 1024);
      const ok = result.attempt.status !== undefined && result.attempt.status < 300;
      breaker.record(webhook.id, !ok);
      const wait = ok ? undefined : pauseBeforeRetry(result, delivery.attempts.length, options.retryMs);
      if (wait === undefined || stopping.signal.aborted) {
        delivery.state = ok ? 'succeeded' : 'failed';
        return;
      }
      // An aborted pause means that the sandbox stops: the loop then ends with one more, aborted, attempt.
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const send = async (call: OutboundCall): Promise<WebhookDelivery | undefined> => {
    const webhook = account.webhooks.get(call.webhookId);
    if (webhook?.status !== 'active' || stopping.signal.aborted) return undefined;
    const delivery = newDelivery(account, webhook, call);
    log.push(delivery);
    const running = run(webhook, delivery).finally(() => underWay.delete(running));
    underWay.add(running);
    await running;
    return delivery;
  };

  account.outbox.onFlush((call) => void send(call));
  const idle = async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return {
    deliveries: () => log,
    send,
    idle,
    async stop() {
      stopping.abort();
      await idle();
    },
  };
}

function newDelivery(account: Account, webhook: WebhookRecord, call: OutboundCall): WebhookDelivery {
  const invocationId = account.ids.ulid();
  // The receiver checks this stamp against real time, so it never comes from the movable clock.
  const timestamp = stampOf(Date.now());
  return {
    at: new Date().toISOString(),
    webhookId: webhook.id,
    invocationId,
    url: webhook.endpoint,
    requestBody: call.body,
    signatureHeaders: {
      'X-Zendesk-Account-Id': String(account.settings.id),
      'X-Zendesk-Webhook-Id': webhook.id,
      'X-Zendesk-Webhook-Invocation-Id': invocationId,
      'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
      'X-Zendesk-Webhook-Signature': sign(
        webhook.signing_secret,
        timestamp,
        webhook.http_method === 'GET' ? '' : call.body,
      ),
    },
    attempts: [],
    responseBody: '',
    state: 'waiting',
    ticketId: call.ticketId,
  };
}
