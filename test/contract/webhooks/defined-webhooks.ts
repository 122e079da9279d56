import { expect } from 'vitest';
import { type Account, accountForAll } from '../support/account.ts';
import { type KeptReceiver, receiverForAll } from '../support/kept-receiver.ts';
import { textAt } from '../support/read.ts';
import { SEED } from '../support/seed.ts';

/** A webhook as it may be posted. */
export const whole = {
  name: 'Whole',
  endpoint: 'https://a.example/x',
  http_method: 'POST',
  request_format: 'json',
  status: 'active',
  subscriptions: ['conditional_ticket_events'],
};

/** What a test of the webhooks' API works with. */
export interface DefinedWebhooks {
  readonly account: Account;
  /** Answers 201 with the header `x-mark` and the word `fine`. */
  readonly receiver: KeptReceiver;
  /** Makes a webhook that differs so from the whole one, and tells its id. */
  make(more: Record<string, unknown>): Promise<string>;
}

/** One account for the tests of the file, without triggers, and an endpoint for its webhooks. */
export function definedWebhooks(): DefinedWebhooks {
  const receiver = receiverForAll([{ status: 201, headers: { 'x-mark': 'm' }, body: 'fine' }]);
  const account = accountForAll({ seed: { ...SEED, triggers: [] } });
  return {
    account,
    receiver,
    async make(more) {
      const made = await account.api.post('/webhooks', { webhook: { ...whole, ...more } });
      expect(made.status).toBe(201);
      return textAt(made.body, 'webhook.id');
    },
  };
}
