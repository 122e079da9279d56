import { afterEach, expect, vi } from 'vitest';
import { type Account, accountForEach } from '../support/account.ts';
import type { Answer } from '../support/client.ts';
import { textAt } from '../support/read.ts';
import { type Received, type Receiver, type Scripted, startReceiver } from '../support/receiver.ts';
import { SEED } from '../support/seed.ts';

/** What a test of the calls of a webhook works with. */
export interface TriggeredWebhook {
  readonly account: Account;
  /** Makes a webhook of a receiver with this script, and a trigger that calls it at each change of a ticket. */
  webhook(script: Scripted[]): Promise<{ id: string; receiver: Receiver }>;
  /** What the receiver of the webhook got. */
  received(): Received[];
  /** Changes the priority of ticket 101. */
  update(priority?: string): Promise<Answer>;
  /** Waits until no call is under way any more. */
  settled(): Promise<void>;
}

/** Calls it from a trigger, with whatever changed. */
async function callFromTrigger(account: Account, id: string): Promise<void> {
  const body = '{"ticket_id":"{{ticket.id}}","updated_at":"{{ticket.updated_at_with_timestamp}}"}';
  const saved = await account.api.post('/triggers', {
    trigger: {
      title: 'Call',
      conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Change' }] },
      actions: [{ field: 'notification_webhook', value: [id, body] }],
    },
  });
  expect(saved.status).toBe(201);
}

async function makeWebhook(account: Account, endpoint: string): Promise<string> {
  const made = await account.api.post('/webhooks', {
    webhook: {
      name: 'Probe',
      endpoint,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: ['conditional_ticket_events'],
    },
  });
  expect(made.status).toBe(201);
  return textAt(made.body, 'webhook.id');
}

/**
 * An account for each test of the file, in which a trigger calls a webhook. Short waits, so that all retries are seen;
 * the rules that count them are the real ones. No machine is too slow to answer.
 */
export function triggeredWebhook(): TriggeredWebhook {
  let receiver: Receiver | undefined;
  // Stands before the account, so that the receiver is closed after it.
  afterEach(async () => {
    await receiver?.close();
    receiver = undefined;
  });
  const account = accountForEach({
    seed: { ...SEED, triggers: [] },
    webhookRetryMs: 10,
    webhookTimeoutMs: 120_000,
  });
  return {
    account,
    async webhook(script) {
      receiver = await startReceiver(script);
      const id = await makeWebhook(account, receiver.url);
      await callFromTrigger(account, id);
      return { id, receiver };
    },
    received: () => receiver?.received ?? [],
    update: (priority = 'low') => account.api.put('/tickets/101', { ticket: { priority } }),
    settled: () =>
      vi.waitFor(
        () => expect(account.sandbox.deliveries().every((one) => one.state !== 'waiting')).toBe(true),
        60_000,
      ),
  };
}
