import { describe, expect, test } from 'vitest';
import { at, eventsOf, textAt } from '../support/read.ts';
import { triggeredWebhook } from './triggered-webhook.ts';

const { account, webhook, update } = triggeredWebhook();

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
    const made = await account.api.post('/webhooks', {
      webhook: { ...whole, description: 'mark', authentication: auth },
    });
    const id = textAt(made.body, 'webhook.id');
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    const shown = await account.api.get(`/webhooks/${id}`);
    expect(shown.body).toMatchObject({ webhook: { id, name: 'W', description: 'mark', status: 'active' } });
    expect(JSON.stringify(shown.body)).not.toContain('hush');
    expect(JSON.stringify(shown.body)).not.toContain('signing_secret');
    expect((await account.api.put(`/webhooks/${id}`, { webhook: { ...whole, name: 'V' } })).status).toBe(204);
    expect((await account.api.get('/webhooks?filter[name_contains]=V')).body).toMatchObject({
      webhooks: [{ id, name: 'V' }],
      meta: { has_more: false },
    });
    expect((await account.api.delete(`/webhooks/${id}`)).status).toBe(204);
    expect((await account.api.get(`/webhooks/${id}`)).status).toBe(404);
  });

  test('the signing secret is shown, and another after a reset', async () => {
    const id = textAt((await account.api.post('/webhooks', { webhook: whole })).body, 'webhook.id');
    const first = await account.api.get(`/webhooks/${id}/signing_secret`);
    expect(first.body).toMatchObject({ signing_secret: { algorithm: 'SHA256' } });
    const second = await account.api.post(`/webhooks/${id}/signing_secret`, {});
    expect(second.status).toBe(201);
    expect(textAt(second.body, 'signing_secret.secret')).not.toBe(
      textAt(first.body, 'signing_secret.secret'),
    );
    expect((await account.api.get(`/webhooks/${id}/signing_secret`)).body).toEqual(second.body);
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
    const refused = await account.api.post('/webhooks', { webhook: body });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ errors: [{ code: 'InvalidWebhook' }] });
  });

  test('the connection method cannot be changed, and a webhook in use cannot be deleted', async () => {
    const { id } = await webhook([{ status: 200 }]);
    expect(
      (
        await account.api.patch(`/webhooks/${id}`, {
          webhook: { subscriptions: ['zen:event-type:user.created'] },
        })
      ).status,
    ).toBe(400);
    expect((await account.api.delete(`/webhooks/${id}`)).status).toBe(400);
  });

  test('a trigger must name a webhook that there is', async () => {
    const refused = await account.api.post('/triggers', {
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
