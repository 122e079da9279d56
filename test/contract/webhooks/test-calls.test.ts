import { describe, expect, test } from 'vitest';
import { at, listAt } from '../support/read.ts';
import { definedWebhooks } from './defined-webhooks.ts';

const { account, receiver, make } = definedWebhooks();

describe('a test', () => {
  test('of an endpoint that no webhook has, with what it answered', async () => {
    const request = {
      endpoint: receiver.url,
      http_method: 'POST',
      request_format: 'json',
      payload: '{"b":2}',
    };
    const tested = await account.api.post('/webhooks/test', { request });
    expect(tested.body).toMatchObject({ response: { status: 201, payload: 'fine' } });
    expect(listAt(tested.body, 'response.headers')).toContainEqual({ key: 'x-mark', value: 'm' });
    expect(receiver.received.at(-1)?.body).toBe('{"b":2}');
  });

  test('of a webhook that is switched off, without a line in its log', async () => {
    const id = await make({ endpoint: receiver.url, status: 'inactive' });
    expect(at((await account.api.post(`/webhooks/test?webhook_id=${id}`, {})).body, 'response.status')).toBe(
      201,
    );
    expect(listAt((await account.api.get(`/webhooks/${id}/invocations`)).body, 'invocations')).toEqual([]);
  });

  test('of an endpoint that cannot be reached, and of a webhook that is not there', async () => {
    const request = { endpoint: 'http://127.0.0.1:1/x', http_method: 'POST', request_format: 'json' };
    expect(at((await account.api.post('/webhooks/test', { request })).body, 'response.status')).toBe(502);
    expect((await account.api.post('/webhooks/test?webhook_id=nothing', {})).status).toBe(404);
  });
});
