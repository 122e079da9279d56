import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from '../account/account.ts';
import type { WebhookRecord } from '../account/records.ts';
import { createBreaker } from './breaker.ts';
import { deliverOnce, succeeded } from './deliver-once.ts';
import { newDelivery, type WebhookDelivery } from './delivery.ts';
import { createGate, type Gate } from './gate.ts';
import type { OutboundCall } from './outbox.ts';
import { requestFor } from './request-for.ts';
import { pauseBeforeRetry } from './retry-rules.ts';

export type { WebhookDelivery } from './delivery.ts';

/** All waits are real time: however the account's clock is moved, what was to be delivered still is. */
export interface DelivererOptions {
  /** When an attempt is given up, in milliseconds; Zendesk waits 12 seconds. */
  timeoutMs: number;
  /** Base of the growing pause before a retry, in milliseconds. */
  retryMs: number;
  /** Every pause is multiplied by this, those of a `Retry-After` too. */
  retryScale: number;
}

export interface Deliverer {
  deliveries(): WebhookDelivery[];
  /** Forgets the deliveries that have ended. */
  clear(): void;
  /** Calls a webhook of the account now; nothing where it is not active. */
  send(call: OutboundCall): Promise<WebhookDelivery | undefined>;
  /** Calls a webhook once, whether the account has it or not, as the "test webhook" button does; not logged. */
  test(webhook: WebhookRecord, body: string): Promise<WebhookDelivery>;
  /** Where faults stand in the way of calls. */
  gate: Gate;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Delivers what rules and events put into the outbox: each call on its own, in no order. */
export function createDeliverer(account: Account, options: DelivererOptions): Deliverer {
  let log: WebhookDelivery[] = [];
  const stopping = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  const breaker = createBreaker(() => Date.now());
  const changed = () => account.bus.emit({ event: 'activity', data: { of: 'deliveries' } });

  const attempt = async (webhook: WebhookRecord, delivery: WebhookDelivery): Promise<boolean> => {
    const frame = { timeoutMs: options.timeoutMs, signal: stopping.signal, now: () => account.clock.now() };
    const result = await deliverOnce(requestFor(webhook, delivery, frame));
    delivery.attempts.push(result);
    delivery.responseBody = result.responseBody;
    changed();
    return succeeded(result);
  };

  const run = async (webhook: WebhookRecord, delivery: WebhookDelivery): Promise<void> => {
    if (!breaker.allows(webhook.id)) {
      delivery.state = 'circuit_broken';
      return;
    }
    for (;;) {
      const ok = await attempt(webhook, delivery);
      breaker.record(webhook.id, !ok);
      const wait = ok ? undefined : pauseBeforeRetry(delivery.attempts, options.retryMs);
      if (wait === undefined || stopping.signal.aborted) {
        delivery.state = ok ? 'succeeded' : 'failed';
        return;
      }
      // An aborted pause means that the sandbox stops: the loop then ends with one more, aborted, attempt.
      await pause(wait * options.retryScale, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const track = async (work: Promise<unknown>): Promise<void> => {
    const running = work.finally(() => underWay.delete(running));
    underWay.add(running);
    await running;
    changed();
  };

  const send = async (call: OutboundCall): Promise<WebhookDelivery | undefined> => {
    const webhook = account.webhooks.get(call.webhookId);
    if (webhook?.status !== 'active' || stopping.signal.aborted) return undefined;
    const delivery = newDelivery(account, webhook, call);
    log.push(delivery);
    if (delivery.state === 'waiting') await track(run(webhook, delivery));
    return delivery;
  };

  const gate = createGate((call) => void send(call));
  account.outbox.onFlush(gate.pass);
  const idle = async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return {
    deliveries: () => log,
    clear() {
      log = log.filter((delivery) => delivery.state === 'waiting');
    },
    send,
    async test(webhook, body) {
      const call = { webhookId: webhook.id, body, ticketId: 0, ruleId: 0 };
      const delivery = newDelivery(account, webhook, call);
      await track(attempt(webhook, delivery));
      return delivery;
    },
    gate,
    idle,
    async stop() {
      gate.stop();
      stopping.abort();
      await idle();
    },
  };
}
