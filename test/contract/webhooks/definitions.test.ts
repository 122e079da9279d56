import { describe, expect, test } from 'vitest';
import { listAt, textAt } from '../support/read.ts';
import { definedWebhooks, whole } from './defined-webhooks.ts';

const { account, make } = definedWebhooks();

describe('what is refused', () => {
  const event = ['zen:event-type:ticket.created'];
  test.each([
    ['an unknown event', { subscriptions: ['zen:event-type:ticket.exploded'] }],
    ['events by another method than POST', { subscriptions: event, http_method: 'PUT' }],
    ['events in another format than json', { subscriptions: event, request_format: 'xml' }],
    ['an unknown kind of credentials', { authentication: { type: 'magic', data: {} } }],
    ['credentials without their secret', { authentication: { type: 'bearer_token', data: {} } }],
    ['six custom headers', { custom_headers: { a: '1', b: '2', c: '3', d: '4', e: '5', f: '6' } }],
    ['a header that holds credentials', { custom_headers: { Authorization: 'Bearer x' } }],
    ['a header of Zendesk’s own', { custom_headers: { 'X-Zendesk-Account-Id': '1' } }],
  ])('%s', async (_what, more) => {
    const refused = await account.api.post('/webhooks', { webhook: { ...whole, ...more } });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ errors: [{ code: 'InvalidWebhook' }] });
  });

  test('a PUT that leaves out what is mandatory, where a PATCH may', async () => {
    const id = await make({});
    expect((await account.api.put(`/webhooks/${id}`, { webhook: { name: 'Only a name' } })).status).toBe(400);
    expect((await account.api.patch(`/webhooks/${id}`, { webhook: { name: 'Only a name' } })).status).toBe(
      204,
    );
  });
});

test('a list is filtered by part of the name and by status, and sorted', async () => {
  await make({ name: 'Zebra one' });
  await make({ name: 'Zebra two', status: 'inactive' });
  const names = async (query: string) =>
    listAt((await account.api.get(`/webhooks?${query}`)).body, 'webhooks').map((one) => textAt(one, 'name'));
  expect(await names('filter[name_contains]=zebra&sort=-name')).toEqual(['Zebra two', 'Zebra one']);
  expect(await names('filter[name_contains]=Zebra&filter[status]=inactive')).toEqual(['Zebra two']);
});

test('a copy has a name, an id and a secret of its own', async () => {
  const id = await make({
    name: 'Source',
    authentication: { type: 'bearer_token', data: { token: 'hush' } },
  });
  const copy = await account.api.post(`/webhooks?clone_webhook_id=${id}`, undefined);
  expect(copy.status).toBe(201);
  expect(copy.body).toMatchObject({ webhook: { name: 'Source (copy)', endpoint: whole.endpoint } });
  const copyId = textAt(copy.body, 'webhook.id');
  const secret = async (of: string) =>
    textAt((await account.api.get(`/webhooks/${of}/signing_secret`)).body, 'signing_secret.secret');
  expect(copyId).not.toBe(id);
  expect(await secret(copyId)).not.toBe(await secret(id));
  expect((await account.api.post('/webhooks?clone_webhook_id=nothing', undefined)).status).toBe(404);
});
