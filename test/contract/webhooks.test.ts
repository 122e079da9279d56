import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { at, eventsOf, listAt, textAt } from './support/read.ts';
import { type Receiver, type Scripted, startReceiver } from './support/receiver.ts';
import { SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let receiver: Receiver | undefined;

// Short waits, so that all retries are seen; the rules that count them are the real ones. No machine is too slow to answer.
beforeEach(() => start({}));

async function start(options: SandboxOptions): Promise<void> {
  sandbox = await startSandbox({
    seed: { ...SEED, triggers: [] },
    webhookRetryMs: 10,
    webhookTimeoutMs: 120_000,
    ...options,
  });
  api = await serviceClient(sandbox);
}

afterEach(async () => {
  await sandbox.stop();
  await receiver?.close();
  receiver = undefined;
});

async function webhook(script: Scripted[]): Promise<{ id: string; receiver: Receiver }> {
  receiver = await startReceiver(script);
  const made = await api.post('/webhooks', {
    webhook: {
      name: 'Probe',
      endpoint: receiver.url,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: ['conditional_ticket_events'],
    },
  });
  expect(made.status).toBe(201);
  const id = textAt(made.body, 'webhook.id');
  const body = '{"ticket_id":"{{ticket.id}}","updated_at":"{{ticket.updated_at_with_timestamp}}"}';
  const saved = await api.post('/triggers', {
    trigger: {
      title: 'Call',
      conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Change' }] },
      actions: [{ field: 'notification_webhook', value: [id, body] }],
    },
  });
  expect(saved.status).toBe(201);
  return { id, receiver };
}

const update = (priority = 'low') => api.put('/tickets/101', { ticket: { priority } });
const settled = () =>
  vi.waitFor(() => expect(sandbox.deliveries().every((one) => one.state !== 'waiting')).toBe(true), 60_000);

describe('delivery', () => {
  test('a trigger calls the webhook, signed over the raw body with the secret the API shows', async () => {
    const { id, receiver } = await webhook([{ status: 200 }]);
    const saved = await update();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), 60_000);
    const [call] = receiver.received;
    const secret = textAt((await api.get(`/webhooks/${id}/signing_secret`)).body, 'signing_secret.secret');
    const timestamp = call?.headers['x-zendesk-webhook-signature-timestamp'] ?? '';
    expect(call?.headers['x-zendesk-webhook-signature']).toBe(
      createHmac('sha256', secret)
        .update(timestamp + call?.body)
        .digest('base64'),
    );
    expect(timestamp).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    expect(Math.abs(Date.parse(timestamp) - Date.now())).toBeLessThan(60_000);
    expect(call?.headers['x-zendesk-webhook-id']).toBe(id);
    expect(call?.headers['x-zendesk-account-id']).toMatch(/^\d+$/);
    expect(JSON.parse(call?.body ?? '')).toEqual({
      ticket_id: '101',
      updated_at: textAt(saved.body, 'ticket.updated_at'),
    });
  });

  test('the signature time is real time, however far the clock was moved', async () => {
    const { receiver } = await webhook([{ status: 200 }]);
    sandbox.clock.advance(40 * 86_400_000);
    await update();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), 60_000);
    const timestamp = Date.parse(
      receiver.received[0]?.headers['x-zendesk-webhook-signature-timestamp'] ?? '',
    );
    expect(Math.abs(timestamp - Date.now())).toBeLessThan(60_000);
  });

  test('the reply to the update never waits for the webhook', async () => {
    await webhook(['hang']);
    const saved = await update();
    expect(saved.status).toBe(200);
    expect(sandbox.deliveries().every((one) => one.state === 'waiting')).toBe(true);
  });

  test('an inactive webhook is not called, nor is one by seeded tickets', async () => {
    const { id, receiver } = await webhook([{ status: 200 }]);
    expect((await api.patch(`/webhooks/${id}`, { webhook: { status: 'inactive' } })).status).toBe(204);
    await update();
    await api.patch(`/webhooks/${id}`, { webhook: { status: 'active' } });
    await update('high');
    await settled();
    expect(receiver.received).toHaveLength(1);
  });
});

describe('retries', () => {
  const attemptsFor = async (script: Scripted[]) => {
    const { receiver } = await webhook(script);
    await update();
    await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThan(0), 60_000);
    await settled();
    return sandbox.deliveries()[0]?.attempts.map((attempt) => attempt.status ?? attempt.error);
  };

  test('a time-out is retried five times', async () => {
    await sandbox.stop();
    await start({ webhookTimeoutMs: 150 });
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
    expect(
      new Set(receiver?.received.map((call) => call.headers['x-zendesk-webhook-invocation-id'])).size,
    ).toBe(1);
    const delivery = sandbox.deliveries()[0];
    const invocations = await api.get(`/webhooks/${delivery?.webhookId}/invocations`);
    expect(invocations.body).toMatchObject({
      invocations: [{ id: delivery?.invocationId, status: 'success', status_code: '200' }],
    });
    const attempts = await api.get(
      `/webhooks/${delivery?.webhookId}/invocations/${delivery?.invocationId}/attempts`,
    );
    expect(attempts.body).toMatchObject({
      attempts: [{ status_code: '409' }, { status_code: '200', status: 'success' }],
    });
    const control = await (await fetch(`${sandbox.url}/__sandbox/deliveries`)).json();
    expect(listAt(control, 'deliveries')).toHaveLength(1);
  });
});

test('the circuit opens when most calls fail, and one call is let through after the pause', async () => {
  const { receiver } = await webhook([{ status: 500 }]);
  const priorities = ['low', 'high'];
  // The limit of updates per ticket is per user: the clock is moved to start a new span.
  for (let call = 0; call < 101; call++) {
    if (call % 25 === 0) sandbox.clock.advance(600_000);
    await update(priorities[call % 2]);
    await settled();
  }
  expect(receiver.received).toHaveLength(100);
  expect(sandbox.deliveries().at(-1)?.state).toBe('circuit_broken');
});

describe('the API', () => {
  const whole = {
    name: 'W',
    endpoint: 'https://a.example/x',
    http_method: 'POST',
    request_format: 'json',
    status: 'active',
    subscriptions: ['conditional_ticket_events'],
  };

  test('a webhook is made, shown without its secrets, changed and deleted', async () => {
    const auth = { type: 'bearer_token', data: { token: 'hush' }, add_position: 'header' };
    const made = await api.post('/webhooks', {
      webhook: { ...whole, description: 'mark', authentication: auth },
    });
    const id = textAt(made.body, 'webhook.id');
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    const shown = await api.get(`/webhooks/${id}`);
    expect(shown.body).toMatchObject({ webhook: { id, name: 'W', description: 'mark', status: 'active' } });
    expect(JSON.stringify(shown.body)).not.toContain('hush');
    expect(JSON.stringify(shown.body)).not.toContain('signing_secret');
    expect((await api.put(`/webhooks/${id}`, { webhook: { ...whole, name: 'V' } })).status).toBe(204);
    expect((await api.get('/webhooks?filter[name_contains]=V')).body).toMatchObject({
      webhooks: [{ id, name: 'V' }],
      meta: { has_more: false },
    });
    expect((await api.delete(`/webhooks/${id}`)).status).toBe(204);
    expect((await api.get(`/webhooks/${id}`)).status).toBe(404);
  });

  test('the signing secret is shown, and another after a reset', async () => {
    const id = textAt((await api.post('/webhooks', { webhook: whole })).body, 'webhook.id');
    const first = await api.get(`/webhooks/${id}/signing_secret`);
    expect(first.body).toMatchObject({ signing_secret: { algorithm: 'SHA256' } });
    const second = await api.post(`/webhooks/${id}/signing_secret`, {});
    expect(second.status).toBe(201);
    expect(textAt(second.body, 'signing_secret.secret')).not.toBe(
      textAt(first.body, 'signing_secret.secret'),
    );
    expect((await api.get(`/webhooks/${id}/signing_secret`)).body).toEqual(second.body);
  });

  test.each([
    ['no name', { ...whole, name: '' }],
    ['no address', { ...whole, endpoint: 'nowhere' }],
    ['an unknown method', { ...whole, http_method: 'FETCH' }],
    [
      'two ways of being called',
      { ...whole, subscriptions: ['conditional_ticket_events', 'zen:event-type:user.created'] },
    ],
  ])('%s is refused in the envelope of this API', async (_name, body) => {
    const refused = await api.post('/webhooks', { webhook: body });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ errors: [{ code: 'InvalidWebhook' }] });
  });

  test('the connection method cannot be changed, and a webhook in use cannot be deleted', async () => {
    const { id } = await webhook([{ status: 200 }]);
    expect(
      (await api.patch(`/webhooks/${id}`, { webhook: { subscriptions: ['zen:event-type:user.created'] } }))
        .status,
    ).toBe(400);
    expect((await api.delete(`/webhooks/${id}`)).status).toBe(400);
  });

  test('a trigger must name a webhook that there is', async () => {
    const refused = await api.post('/triggers', {
      trigger: {
        title: 'x',
        conditions: { all: [] },
        actions: [{ field: 'notification_webhook', value: ['nothing', '{}'] }],
      },
    });
    expect(refused.status).toBe(422);
  });

  test('calls of webhooks leave the ticket as it is', async () => {
    await webhook([{ status: 200 }]);
    const saved = await update();
    expect(eventsOf(at(saved.body, 'audit')).map((event) => event.type)).toEqual(['Change']);
  });
});
