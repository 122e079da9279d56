import { expect } from 'vitest';
import { type Account, accountForEach } from '../support/account.ts';
import type { Answer } from '../support/client.ts';
import { receiverForEach } from '../support/kept-receiver.ts';
import { at, textAt } from '../support/read.ts';
import { SEED } from '../support/seed.ts';

/** What a test of the events that webhooks subscribe to works with. */
export interface HeardEvents {
  readonly account: Account;
  /** Makes a webhook that subscribes to these ticket events. */
  listenTo(...names: string[]): Promise<void>;
  /** What has been sent, in the order in which it came. */
  payloads(): unknown[];
  /** The names of the events that were sent, sorted. */
  heard(): string[];
  /** What the event of that name tells. */
  eventOf(name: string): unknown;
  /** Changes ticket 101. */
  update(ticket: Record<string, unknown>): Promise<Answer>;
}

/** An account for each test of the file, on 8 April 2026, and a receiver that hears of its events. */
export function heardEvents(): HeardEvents {
  const receiver = receiverForEach();
  const account = accountForEach({ seed: { ...SEED, triggers: [] }, now: '2026-04-08T07:30:00Z' });
  const payloads = () => receiver.received.map((call): unknown => JSON.parse(call.body));
  return {
    account,
    async listenTo(...names) {
      const webhook = {
        name: 'Events',
        endpoint: receiver.url,
        http_method: 'POST',
        request_format: 'json',
        status: 'active',
        subscriptions: names.map((name) => `zen:event-type:ticket.${name}`),
      };
      expect((await account.api.post('/webhooks', { webhook })).status).toBe(201);
    },
    payloads,
    heard: () =>
      payloads()
        .map((payload) => textAt(payload, 'type').replace('zen:event-type:ticket.', ''))
        .toSorted(),
    eventOf: (name) =>
      at(
        payloads().find((payload) => textAt(payload, 'type').endsWith(`.${name}`)),
        'event',
      ),
    update: (ticket) => account.api.put('/tickets/101', { ticket }),
  };
}
