import { createHmac } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { textAt } from '../support/read.ts';
import { triggeredWebhook } from './triggered-webhook.ts';

const { account, webhook, update, settled } = triggeredWebhook();

describe('delivery', () => {
  test('a trigger calls the webhook, signed over the raw body with the secret the API shows', async () => {
    const { id, receiver } = await webhook([{ status: 200 }]);
    const saved = await update();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), 60_000);
    const [call] = receiver.received;
    const secret = textAt(
      (await account.api.get(`/webhooks/${id}/signing_secret`)).body,
      'signing_secret.secret',
    );
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
    account.sandbox.clock.advance(40 * 86_400_000);
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
    expect(account.sandbox.deliveries().every((one) => one.state === 'waiting')).toBe(true);
  });

  test('an inactive webhook is not called, nor is one by seeded tickets', async () => {
    const { id, receiver } = await webhook([{ status: 200 }]);
    expect((await account.api.patch(`/webhooks/${id}`, { webhook: { status: 'inactive' } })).status).toBe(
      204,
    );
    await update();
    await account.api.patch(`/webhooks/${id}`, { webhook: { status: 'active' } });
    await update('high');
    await settled();
    expect(receiver.received).toHaveLength(1);
  });
});
