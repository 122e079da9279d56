import { describe, expect, test, vi } from 'vitest';
import { startSandbox } from '../../sandbox/index.ts';
import { serviceClient } from '../support/client.ts';
import { listAt } from '../support/read.ts';
import { type Scripted, startReceiver } from '../support/receiver.ts';
import { SEED } from '../support/seed.ts';
import { triggeredWebhook } from './triggered-webhook.ts';

const { account, webhook, update, received, settled } = triggeredWebhook();

describe('retries', () => {
  const attemptsFor = async (script: Scripted[]) => {
    const { receiver } = await webhook(script);
    await update();
    await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThan(0), 60_000);
    await settled();
    return account.sandbox.deliveries()[0]?.attempts.map((attempt) => attempt.status ?? attempt.error);
  };

  test('a time-out is retried five times', async () => {
    await account.restart({ webhookTimeoutMs: 150 });
    expect(await attemptsFor(['hang'])).toEqual(Array(6).fill('timeout'));
  });

  test('a 409 is retried three times', async () => {
    expect(await attemptsFor([{ status: 409 }])).toEqual([409, 409, 409, 409]);
  });

  test('429 and 503 are retried when they name a wait under a minute', async () => {
    expect(
      await attemptsFor([
        { status: 503, headers: { 'retry-after': '0' } },
        { status: 429, headers: { 'retry-after': '0' } },
        { status: 200 },
      ]),
    ).toEqual([503, 429, 200]);
  });

  test('a longer wait, or none named, is the end', async () => {
    expect(await attemptsFor([{ status: 503, headers: { 'retry-after': '60' } }])).toEqual([503]);
  });

  test('a moved clock loses no retry, and the pauses can be scaled', async () => {
    const scaled = await startSandbox({ seed: { ...SEED, triggers: [] }, webhookRetryScale: 0.001 });
    const own = await startReceiver([{ status: 503, headers: { 'retry-after': '50' } }, { status: 200 }]);
    try {
      const client = await serviceClient(scaled);
      const webhook = {
        name: 'Events',
        endpoint: own.url,
        http_method: 'POST',
        request_format: 'json',
        status: 'active',
        subscriptions: ['zen:event-type:ticket.priority_changed'],
      };
      await client.post('/webhooks', { webhook });
      await client.put('/tickets/101', { ticket: { priority: 'low' } });
      scaled.clock.advance(40 * 86_400_000);
      await expect.poll(() => scaled.deliveries()[0]?.state).toBe('succeeded');
      expect(scaled.deliveries()[0]?.attempts.map(({ status }) => status)).toEqual([503, 200]);
    } finally {
      await scaled.stop();
      await own.close();
    }
  });

  test('other failures are not retried', async () => {
    expect(await attemptsFor([{ status: 500 }])).toEqual([500]);
  });

  test('retries carry the same invocation, and the log of the API shows each attempt', async () => {
    await attemptsFor([{ status: 409 }, { status: 200 }]);
    expect(new Set(received().map((call) => call.headers['x-zendesk-webhook-invocation-id'])).size).toBe(1);
    const delivery = account.sandbox.deliveries()[0];
    const invocations = await account.api.get(`/webhooks/${delivery?.webhookId}/invocations`);
    expect(invocations.body).toMatchObject({
      invocations: [{ id: delivery?.invocationId, status: 'success', status_code: '200' }],
    });
    const attempts = await account.api.get(
      `/webhooks/${delivery?.webhookId}/invocations/${delivery?.invocationId}/attempts`,
    );
    expect(attempts.body).toMatchObject({
      attempts: [{ status_code: '409' }, { status_code: '200', status: 'success' }],
    });
    const control = await (await fetch(`${account.sandbox.url}/__sandbox/deliveries`)).json();
    expect(listAt(control, 'deliveries')).toHaveLength(1);
  });
});

test('the circuit opens when most calls fail, and one call is let through after the pause', async () => {
  const { receiver } = await webhook([{ status: 500 }]);
  const priorities = ['low', 'high'];
  // The limit of updates per ticket is per user: the clock is moved to start a new span.
  for (let call = 0; call < 101; call++) {
    if (call % 25 === 0) account.sandbox.clock.advance(600_000);
    await update(priorities[call % 2]);
    await settled();
  }
  expect(receiver.received).toHaveLength(100);
  expect(account.sandbox.deliveries().at(-1)?.state).toBe('circuit_broken');
});
