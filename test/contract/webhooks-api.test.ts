import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { at, listAt, textAt } from './support/read.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';
import { SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let receiver: Receiver;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: { ...SEED, triggers: [] } });
  api = await serviceClient(sandbox);
  receiver = await startReceiver([{ status: 201, headers: { 'x-mark': 'm' }, body: 'fine' }]);
});
afterAll(async () => {
  await sandbox.stop();
  await receiver.close();
});

const whole = {
  name: 'Whole',
  endpoint: 'https://a.example/x',
  http_method: 'POST',
  request_format: 'json',
  status: 'active',
  subscriptions: ['conditional_ticket_events'],
};
const make = async (more: Record<string, unknown>) => {
  const made = await api.post('/webhooks', { webhook: { ...whole, ...more } });
  expect(made.status).toBe(201);
  return textAt(made.body, 'webhook.id');
};

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
    const shown = await api.get(`/webhooks/${id}`);
    expect(shown.body).toMatchObject({
      webhook: {
        authentication: { type: authentication.type, add_position: 'header' },
        custom_headers: { 'X-Team': 'blue' },
      },
    });
    expect(JSON.stringify(shown.body)).not.toContain('hush');
    const tested = await api.post(`/webhooks/test?webhook_id=${id}`, { request: { payload: '{"a":1}' } });
    expect(tested.status).toBe(200);
    expect(receiver.received.at(-1)).toMatchObject({
      headers: { [header]: value, 'x-team': 'blue' },
      body: '{"a":1}',
    });
  });

  test('an update that says nothing of them, or leaves the secret out, keeps them', async () => {
    const authentication = { type: 'basic_auth', data: { username: 'u', password: 'hush' } };
    const id = await make({ endpoint: receiver.url, authentication });
    await api.patch(`/webhooks/${id}`, { webhook: { name: 'Renamed' } });
    const changed = { type: 'basic_auth', data: { username: 'v' } };
    expect((await api.patch(`/webhooks/${id}`, { webhook: { authentication: changed } })).status).toBe(204);
    await api.post(`/webhooks/test?webhook_id=${id}`, {});
    expect(receiver.received.at(-1)?.headers.authorization).toBe(`Basic ${btoa('v:hush')}`);
    await api.patch(`/webhooks/${id}`, { webhook: { authentication: null } });
    await api.post(`/webhooks/test?webhook_id=${id}`, {});
    expect(receiver.received.at(-1)?.headers.authorization).toBeUndefined();
  });
});

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
    const refused = await api.post('/webhooks', { webhook: { ...whole, ...more } });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ errors: [{ code: 'InvalidWebhook' }] });
  });

  test('a PUT that leaves out what is mandatory, where a PATCH may', async () => {
    const id = await make({});
    expect((await api.put(`/webhooks/${id}`, { webhook: { name: 'Only a name' } })).status).toBe(400);
    expect((await api.patch(`/webhooks/${id}`, { webhook: { name: 'Only a name' } })).status).toBe(204);
  });
});

test('a list is filtered by part of the name and by status, and sorted', async () => {
  await make({ name: 'Zebra one' });
  await make({ name: 'Zebra two', status: 'inactive' });
  const names = async (query: string) =>
    listAt((await api.get(`/webhooks?${query}`)).body, 'webhooks').map((one) => textAt(one, 'name'));
  expect(await names('filter[name_contains]=zebra&sort=-name')).toEqual(['Zebra two', 'Zebra one']);
  expect(await names('filter[name_contains]=Zebra&filter[status]=inactive')).toEqual(['Zebra two']);
});

test('a copy has a name, an id and a secret of its own', async () => {
  const id = await make({
    name: 'Source',
    authentication: { type: 'bearer_token', data: { token: 'hush' } },
  });
  const copy = await api.post(`/webhooks?clone_webhook_id=${id}`, undefined);
  expect(copy.status).toBe(201);
  expect(copy.body).toMatchObject({ webhook: { name: 'Source (copy)', endpoint: whole.endpoint } });
  const copyId = textAt(copy.body, 'webhook.id');
  const secret = async (of: string) =>
    textAt((await api.get(`/webhooks/${of}/signing_secret`)).body, 'signing_secret.secret');
  expect(copyId).not.toBe(id);
  expect(await secret(copyId)).not.toBe(await secret(id));
  expect((await api.post('/webhooks?clone_webhook_id=nothing', undefined)).status).toBe(404);
});

describe('a test', () => {
  test('of an endpoint that no webhook has, with what it answered', async () => {
    const request = {
      endpoint: receiver.url,
      http_method: 'POST',
      request_format: 'json',
      payload: '{"b":2}',
    };
    const tested = await api.post('/webhooks/test', { request });
    expect(tested.body).toMatchObject({ response: { status: 201, payload: 'fine' } });
    expect(listAt(tested.body, 'response.headers')).toContainEqual({ key: 'x-mark', value: 'm' });
    expect(receiver.received.at(-1)?.body).toBe('{"b":2}');
  });

  test('of a webhook that is switched off, without a line in its log', async () => {
    const id = await make({ endpoint: receiver.url, status: 'inactive' });
    expect(at((await api.post(`/webhooks/test?webhook_id=${id}`, {})).body, 'response.status')).toBe(201);
    expect(listAt((await api.get(`/webhooks/${id}/invocations`)).body, 'invocations')).toEqual([]);
  });

  test('of an endpoint that cannot be reached, and of a webhook that is not there', async () => {
    const request = { endpoint: 'http://127.0.0.1:1/x', http_method: 'POST', request_format: 'json' };
    expect(at((await api.post('/webhooks/test', { request })).body, 'response.status')).toBe(502);
    expect((await api.post('/webhooks/test?webhook_id=nothing', {})).status).toBe(404);
  });
});

describe('the log', () => {
  const fire = async (more: Record<string, unknown>, change: Record<string, unknown>) => {
    const id = await make({ subscriptions: ['zen:event-type:ticket.priority_changed'], ...more });
    const before = sandbox.deliveries().length;
    await api.put('/tickets/101', { ticket: change });
    await expect
      .poll(
        () =>
          sandbox
            .deliveries()
            .slice(before)
            .find((one) => one.webhookId === id)?.state,
      )
      .toMatch(/ed$|large$/);
    return id;
  };

  test('tells headers, body and answer of each attempt, but no credentials', async () => {
    const id = await fire(
      { endpoint: receiver.url, authentication: { type: 'bearer_token', data: { token: 'hush' } } },
      { priority: 'low' },
    );
    const invocation = textAt((await api.get(`/webhooks/${id}/invocations`)).body, 'invocations.0.id');
    const attempts = await api.get(`/webhooks/${id}/invocations/${invocation}/attempts`);
    expect(attempts.body).toMatchObject({
      attempts: [
        { invocation_id: invocation, status: 'success', status_code: '201', response: { payload: 'fine' } },
      ],
    });
    const headers = listAt(attempts.body, 'attempts.0.request.headers').map((one) => textAt(one, 'key'));
    expect(headers).toEqual(expect.arrayContaining(['Content-Type', 'X-Zendesk-Webhook-Signature']));
    expect(JSON.stringify(attempts.body)).not.toContain('hush');
    expect((await api.get(`/webhooks/${id}/invocations/nothing/attempts`)).status).toBe(404);
  });

  test('is filtered by status and time, and ends after seven days of the account’s clock', async () => {
    const id = await fire({ endpoint: 'http://127.0.0.1:1/x' }, { priority: 'high' });
    const found = async (query: string) =>
      listAt((await api.get(`/webhooks/${id}/invocations?${query}`)).body, 'invocations').length;
    expect(await found('')).toBe(1);
    expect(await found('filter[status]=failed')).toBe(1);
    expect(await found('filter[status]=success')).toBe(0);
    const soon = new Date(sandbox.clock.now() + 3_600_000).toISOString();
    expect(await found(`filter[from_ts]=${soon}`)).toBe(0);
    expect(await found(`filter[to_ts]=${soon}`)).toBe(1);
    expect((await api.get(`/webhooks/${id}/invocations?filter[to_ts]=late`)).status).toBe(400);
    sandbox.clock.advance(7 * 86_400_000);
    expect(await found('')).toBe(0);
  });

  test('a payload of 256 KB or more is never sent', async () => {
    const before = receiver.received.length;
    const id = await fire(
      { endpoint: receiver.url, subscriptions: ['zen:event-type:ticket.subject_changed'] },
      { subject: 'x'.repeat(260 * 1024) },
    );
    expect((await api.get(`/webhooks/${id}/invocations`)).body).toMatchObject({
      invocations: [{ status: 'failed', status_code: '' }],
    });
    expect(receiver.received).toHaveLength(before);
  });
});
