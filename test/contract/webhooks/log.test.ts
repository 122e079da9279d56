import { describe, expect, test } from 'vitest';
import { listAt, textAt } from '../support/read.ts';
import { definedWebhooks } from './defined-webhooks.ts';

const { account, receiver, make } = definedWebhooks();

describe('the log', () => {
  const fire = async (more: Record<string, unknown>, change: Record<string, unknown>) => {
    const id = await make({ subscriptions: ['zen:event-type:ticket.priority_changed'], ...more });
    const before = account.sandbox.deliveries().length;
    await account.api.put('/tickets/101', { ticket: change });
    await expect
      .poll(
        () =>
          account.sandbox
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
    const invocation = textAt(
      (await account.api.get(`/webhooks/${id}/invocations`)).body,
      'invocations.0.id',
    );
    const attempts = await account.api.get(`/webhooks/${id}/invocations/${invocation}/attempts`);
    expect(attempts.body).toMatchObject({
      attempts: [
        { invocation_id: invocation, status: 'success', status_code: '201', response: { payload: 'fine' } },
      ],
    });
    const headers = listAt(attempts.body, 'attempts.0.request.headers').map((one) => textAt(one, 'key'));
    expect(headers).toEqual(expect.arrayContaining(['Content-Type', 'X-Zendesk-Webhook-Signature']));
    expect(JSON.stringify(attempts.body)).not.toContain('hush');
    expect((await account.api.get(`/webhooks/${id}/invocations/nothing/attempts`)).status).toBe(404);
  });

  test('is filtered by status and time, and ends after seven days of the account’s clock', async () => {
    const id = await fire({ endpoint: 'http://127.0.0.1:1/x' }, { priority: 'high' });
    const found = async (query: string) =>
      listAt((await account.api.get(`/webhooks/${id}/invocations?${query}`)).body, 'invocations').length;
    expect(await found('')).toBe(1);
    expect(await found('filter[status]=failed')).toBe(1);
    expect(await found('filter[status]=success')).toBe(0);
    const soon = new Date(account.sandbox.clock.now() + 3_600_000).toISOString();
    expect(await found(`filter[from_ts]=${soon}`)).toBe(0);
    expect(await found(`filter[to_ts]=${soon}`)).toBe(1);
    expect((await account.api.get(`/webhooks/${id}/invocations?filter[to_ts]=late`)).status).toBe(400);
    account.sandbox.clock.advance(7 * 86_400_000);
    expect(await found('')).toBe(0);
  });

  test('a payload of 256 KB or more is never sent', async () => {
    const before = receiver.received.length;
    const id = await fire(
      { endpoint: receiver.url, subscriptions: ['zen:event-type:ticket.subject_changed'] },
      { subject: 'x'.repeat(260 * 1024) },
    );
    expect((await account.api.get(`/webhooks/${id}/invocations`)).body).toMatchObject({
      invocations: [{ status: 'failed', status_code: '' }],
    });
    expect(receiver.received).toHaveLength(before);
  });
});
