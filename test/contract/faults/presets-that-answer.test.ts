import { describe, expect, test } from 'vitest';
import { token } from '../support/client.ts';
import { at, numberAt } from '../support/read.ts';
import { faultyAccount } from './faulty-account.ts';

const { account, put } = faultyAccount();

const raw = async (path: string) =>
  fetch(`${account.sandbox.url}/api/v2${path}`, {
    headers: { authorization: `Bearer ${await token(account.sandbox)}` },
  });

describe('faults by name that answer', () => {
  test('rate-limit: 429 with Retry-After, for so many minutes of the account’s clock', async () => {
    account.sandbox.faults.preset('rate-limit', { minutes: 20, retryAfterS: 17 });
    const limited = await put();
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '17']);
    expect(at(limited.body, 'error')).toBe('APIRateLimitExceeded');
    account.sandbox.clock.advance(18 * 60_000);
    expect((await put()).status).toBe(429);
    account.sandbox.clock.advance(2 * 60_000);
    expect((await put()).status).toBe(200);
  });

  test('bad-gateway: 502 with a page of HTML', async () => {
    const authorization = `Bearer ${await token(account.sandbox)}`;
    account.sandbox.faults.preset('bad-gateway');
    const reply = await fetch(`${account.sandbox.url}/api/v2/tickets/101`, { headers: { authorization } });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(await reply.text()).toContain('<h1>502 Bad Gateway</h1>');
  });

  test('unavailable: 503 with and without Retry-After', async () => {
    account.sandbox.faults.preset('unavailable', { times: 1 });
    const plain = await put();
    expect([plain.status, plain.headers.get('retry-after')]).toEqual([503, null]);
    account.sandbox.faults.preset('unavailable', { retryAfterS: 5 });
    expect((await put()).headers.get('retry-after')).toBe('5');
  });

  test.each([
    ['server-error', 500],
    ['forbidden', 403],
    ['database-conflict', 409],
  ] as const)('%s: %i', async (name, status) => {
    account.sandbox.faults.preset(name, { match: { method: 'PUT' } });
    expect((await put()).status).toBe(status);
    expect((await account.api.get('/tickets/101')).status).toBe(200);
  });

  test('macro-missing: a macro is not found, its list still is', async () => {
    const made = await account.api.post('/macros', {
      macro: { title: 'M', actions: [{ field: 'status', value: 'pending' }] },
    });
    const id = numberAt(made.body, 'macro.id');
    account.sandbox.faults.preset('macro-missing');
    expect((await account.api.get(`/macros/${id}`)).status).toBe(404);
    expect((await account.api.get(`/tickets/101/macros/${id}/apply`)).body).toMatchObject({
      error: 'RecordNotFound',
    });
    expect((await account.api.get('/macros')).status).toBe(200);
  });

  test.each(['reset-before', 'refuse-connections', 'reset-after'] as const)('%s', async (name) => {
    account.sandbox.faults.preset(name, { match: { method: 'PUT' } });
    await expect(put()).rejects.toThrow();
    expect(at((await account.api.get('/tickets/101')).body, 'ticket.priority') === 'urgent').toBe(
      name === 'reset-after',
    );
  });

  test.each(['slow', 'timeout-before', 'timeout-after'] as const)('%s with an end', async (name) => {
    account.sandbox.faults.preset(name, { ms: 120, match: { method: 'PUT' } });
    expect((await put()).status).toBe(200);
    expect(account.sandbox.requests().at(-1)?.ms).toBeGreaterThanOrEqual(119);
  });

  test('malformed', async () => {
    account.sandbox.faults.preset('malformed', { match: { method: 'GET' } });
    const reply = await raw('/tickets/101');
    expect(reply.status).toBe(200);
    const text = await reply.text();
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });
});
