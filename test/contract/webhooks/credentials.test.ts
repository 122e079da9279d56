import { describe, expect, test } from 'vitest';
import { definedWebhooks } from './defined-webhooks.ts';

const { account, receiver, make } = definedWebhooks();

describe('credentials', () => {
  test.each([
    [
      { type: 'basic_auth', data: { username: 'u', password: 'hush' } },
      'authorization',
      `Basic ${btoa('u:hush')}`,
    ],
    [{ type: 'bearer_token', data: { token: 'hush' } }, 'authorization', 'Bearer hush'],
    [{ type: 'api_key', data: { name: 'X-Key', value: 'hush' } }, 'x-key', 'hush'],
  ])('$type is sent and never shown', async (authentication, header, value) => {
    const id = await make({ endpoint: receiver.url, authentication, custom_headers: { 'X-Team': 'blue' } });
    const shown = await account.api.get(`/webhooks/${id}`);
    expect(shown.body).toMatchObject({
      webhook: {
        authentication: { type: authentication.type, add_position: 'header' },
        custom_headers: { 'X-Team': 'blue' },
      },
    });
    expect(JSON.stringify(shown.body)).not.toContain('hush');
    const tested = await account.api.post(`/webhooks/test?webhook_id=${id}`, {
      request: { payload: '{"a":1}' },
    });
    expect(tested.status).toBe(200);
    expect(receiver.received.at(-1)).toMatchObject({
      headers: { [header]: value, 'x-team': 'blue' },
      body: '{"a":1}',
    });
  });

  test('an update that says nothing of them, or leaves the secret out, keeps them', async () => {
    const authentication = { type: 'basic_auth', data: { username: 'u', password: 'hush' } };
    const id = await make({ endpoint: receiver.url, authentication });
    await account.api.patch(`/webhooks/${id}`, { webhook: { name: 'Renamed' } });
    const changed = { type: 'basic_auth', data: { username: 'v' } };
    expect(
      (await account.api.patch(`/webhooks/${id}`, { webhook: { authentication: changed } })).status,
    ).toBe(204);
    await account.api.post(`/webhooks/test?webhook_id=${id}`, {});
    expect(receiver.received.at(-1)?.headers.authorization).toBe(`Basic ${btoa('v:hush')}`);
    await account.api.patch(`/webhooks/${id}`, { webhook: { authentication: null } });
    await account.api.post(`/webhooks/test?webhook_id=${id}`, {});
    expect(receiver.received.at(-1)?.headers.authorization).toBeUndefined();
  });
});
