import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { token } from '../support/client.ts';
import { textAt } from '../support/read.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { faultyAccount } from './faulty-account.ts';

const { account, put } = faultyAccount();

describe('faults by name on the way to webhooks', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
    const webhook = {
      name: 'Events',
      endpoint: receiver.url,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: ['zen:event-type:ticket.priority_changed'],
    };
    expect((await account.api.post('/webhooks', { webhook })).status).toBe(201);
  });
  afterEach(() => receiver.close());
  const heard = () => receiver.received.map((call) => textAt(JSON.parse(call.body), 'event.current'));
  const strikes = () => account.sandbox.faults.list()[0]?.struck;

  test('what a request caused leaves, though its reply never comes', async () => {
    account.sandbox.faults.preset('timeout-after', { match: { method: 'PUT' } });
    const patience = new AbortController();
    const lost = fetch(`${account.sandbox.url}/api/v2/tickets/101`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${await token(account.sandbox)}`,
        'content-type': 'application/json',
      },
      body: '{"ticket":{"priority":"low"}}',
      signal: patience.signal,
    });
    lost.catch(() => undefined);
    await expect.poll(heard).toEqual(['LOW']);
    patience.abort();
    await expect(lost).rejects.toThrow();
  });

  test('an outage in which calls are lost', async () => {
    const { id } = account.sandbox.faults.preset('webhook-outage', { mode: 'lost' });
    await put('low');
    await expect.poll(strikes).toBe(1);
    account.sandbox.faults.remove(id);
    await put('high');
    await expect.poll(heard).toEqual(['HIGH']);
  });

  test('an outage after which calls come late, by the account’s clock', async () => {
    account.sandbox.faults.preset('webhook-outage', { mode: 'late', minutes: 10 });
    await put('low');
    await put('high');
    await expect.poll(strikes).toBe(2);
    expect(heard()).toEqual([]);
    account.sandbox.clock.advance(10 * 60_000);
    await expect.poll(() => heard().toSorted()).toEqual(['HIGH', 'LOW']);
  });

  test('duplicates: the same event twice, as two invocations', async () => {
    account.sandbox.faults.preset('webhook-duplicates');
    await put('low');
    await expect.poll(heard).toEqual(['LOW', 'LOW']);
    const ids = receiver.received.map((call) => call.headers['x-zendesk-webhook-invocation-id']);
    expect(new Set(ids).size).toBe(2);
    expect(new Set(receiver.received.map((call) => call.body)).size).toBe(1);
  });

  test('reordering: what is gathered leaves the other way round', async () => {
    const order = async () =>
      account.sandbox.deliveries().map((one) => textAt(JSON.parse(one.requestBody), 'event.current'));
    const { id } = account.sandbox.faults.preset('webhook-reordering', { ms: 60_000 });
    await put('low');
    await put('high');
    await expect.poll(strikes).toBe(2);
    expect(await order()).toEqual([]);
    account.sandbox.faults.remove(id);
    expect(await order()).toEqual(['HIGH', 'LOW']);
  });
});
