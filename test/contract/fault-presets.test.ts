import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, token } from './support/client.ts';
import { at, eventsOf, listAt, numberAt, textAt } from './support/read.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';
import { AGENT, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

const put = (priority = 'urgent') => api.put('/tickets/101', { ticket: { priority } });
const raw = async (path: string) =>
  fetch(`${sandbox.url}/api/v2${path}`, { headers: { authorization: `Bearer ${await token(sandbox)}` } });

describe('faults by name that answer', () => {
  test('rate-limit: 429 with Retry-After, for so many minutes of the account’s clock', async () => {
    sandbox.faults.preset('rate-limit', { minutes: 20, retryAfterS: 17 });
    const limited = await put();
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '17']);
    expect(at(limited.body, 'error')).toBe('APIRateLimitExceeded');
    sandbox.clock.advance(18 * 60_000);
    expect((await put()).status).toBe(429);
    sandbox.clock.advance(2 * 60_000);
    expect((await put()).status).toBe(200);
  });

  test('bad-gateway: 502 with a page of HTML', async () => {
    const authorization = `Bearer ${await token(sandbox)}`;
    sandbox.faults.preset('bad-gateway');
    const reply = await fetch(`${sandbox.url}/api/v2/tickets/101`, { headers: { authorization } });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(await reply.text()).toContain('<h1>502 Bad Gateway</h1>');
  });

  test('unavailable: 503 with and without Retry-After', async () => {
    sandbox.faults.preset('unavailable', { times: 1 });
    const plain = await put();
    expect([plain.status, plain.headers.get('retry-after')]).toEqual([503, null]);
    sandbox.faults.preset('unavailable', { retryAfterS: 5 });
    expect((await put()).headers.get('retry-after')).toBe('5');
  });

  test.each([
    ['server-error', 500],
    ['forbidden', 403],
    ['database-conflict', 409],
  ] as const)('%s: %i', async (name, status) => {
    sandbox.faults.preset(name, { match: { method: 'PUT' } });
    expect((await put()).status).toBe(status);
    expect((await api.get('/tickets/101')).status).toBe(200);
  });

  test('macro-missing: a macro is not found, its list still is', async () => {
    const made = await api.post('/macros', {
      macro: { title: 'M', actions: [{ field: 'status', value: 'pending' }] },
    });
    const id = numberAt(made.body, 'macro.id');
    sandbox.faults.preset('macro-missing');
    expect((await api.get(`/macros/${id}`)).status).toBe(404);
    expect((await api.get(`/tickets/101/macros/${id}/apply`)).body).toMatchObject({
      error: 'RecordNotFound',
    });
    expect((await api.get('/macros')).status).toBe(200);
  });

  test.each(['reset-before', 'refuse-connections', 'reset-after'] as const)('%s', async (name) => {
    sandbox.faults.preset(name, { match: { method: 'PUT' } });
    await expect(put()).rejects.toThrow();
    expect(at((await api.get('/tickets/101')).body, 'ticket.priority') === 'urgent').toBe(
      name === 'reset-after',
    );
  });

  test.each(['slow', 'timeout-before', 'timeout-after'] as const)('%s with an end', async (name) => {
    sandbox.faults.preset(name, { ms: 120, match: { method: 'PUT' } });
    expect((await put()).status).toBe(200);
    expect(sandbox.requests().at(-1)?.ms).toBeGreaterThanOrEqual(119);
  });

  test('malformed', async () => {
    sandbox.faults.preset('malformed', { match: { method: 'GET' } });
    const reply = await raw('/tickets/101');
    expect(reply.status).toBe(200);
    const text = await reply.text();
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });
});

describe('faults by name that change the account', () => {
  test.each([
    'token-revoked',
    'token-expired',
  ] as const)('%s: 401 until a new one is fetched', async (name) => {
    sandbox.faults.preset(name);
    expect((await put()).status).toBe(401);
    expect(sandbox.faults.list()).toEqual([]);
    api = await serviceClient(sandbox);
    expect((await put()).status).toBe(200);
  });

  test('notifications-off: the requester is not written to, until it is over', async () => {
    const reply = async () => {
      const comment = { body: 'Hello', public: true, author_id: AGENT };
      const saved = await api.put('/tickets/101', { ticket: { comment } });
      return eventsOf(at(saved.body, 'audit')).map((event) => event.type);
    };
    expect(await reply()).toContain('Notification');
    const { id } = sandbox.faults.preset('notifications-off');
    const active = listAt((await api.get('/triggers')).body, 'triggers').map((one) => at(one, 'active'));
    expect(active).toContain(false);
    expect(await reply()).not.toContain('Notification');
    sandbox.faults.remove(id);
    expect(await reply()).toContain('Notification');
  });

  test('stale-reads and search-lag set how far the account is behind, and put it back', async () => {
    const lag = async () => (await fetch(`${sandbox.url}/__sandbox/lag`)).json();
    sandbox.faults.preset('stale-reads', { ms: 4000 });
    sandbox.faults.preset('search-lag', { ms: 90_000, minutes: 1 });
    expect(await lag()).toEqual({ readMs: 4000, searchMs: 90_000 });
    sandbox.clock.advance(60_000);
    expect(await lag()).toEqual({ readMs: 4000, searchMs: 0 });
    sandbox.faults.clear();
    expect(await lag()).toEqual({ readMs: 0, searchMs: 0 });
  });
});

describe('faults by name on the way to webhooks', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
    const webhook = {
      name: 'Events',
      endpoint: receiver.url,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: ['zen:event-type:ticket.priority_changed'],
    };
    expect((await api.post('/webhooks', { webhook })).status).toBe(201);
  });
  afterEach(() => receiver.close());
  const heard = () => receiver.received.map((call) => textAt(JSON.parse(call.body), 'event.current'));
  const strikes = () => sandbox.faults.list()[0]?.struck;

  test('what a request caused leaves, though its reply never comes', async () => {
    sandbox.faults.preset('timeout-after', { match: { method: 'PUT' } });
    const patience = new AbortController();
    const lost = fetch(`${sandbox.url}/api/v2/tickets/101`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${await token(sandbox)}`,
        'content-type': 'application/json',
      },
      body: '{"ticket":{"priority":"low"}}',
      signal: patience.signal,
    });
    lost.catch(() => undefined);
    await expect.poll(heard).toEqual(['LOW']);
    patience.abort();
    await expect(lost).rejects.toThrow();
  });

  test('an outage in which calls are lost', async () => {
    const { id } = sandbox.faults.preset('webhook-outage', { mode: 'lost' });
    await put('low');
    await expect.poll(strikes).toBe(1);
    sandbox.faults.remove(id);
    await put('high');
    await expect.poll(heard).toEqual(['HIGH']);
  });

  test('an outage after which calls come late, by the account’s clock', async () => {
    sandbox.faults.preset('webhook-outage', { mode: 'late', minutes: 10 });
    await put('low');
    await put('high');
    await expect.poll(strikes).toBe(2);
    expect(heard()).toEqual([]);
    sandbox.clock.advance(10 * 60_000);
    await expect.poll(() => heard().toSorted()).toEqual(['HIGH', 'LOW']);
  });

  test('duplicates: the same event twice, as two invocations', async () => {
    sandbox.faults.preset('webhook-duplicates');
    await put('low');
    await expect.poll(heard).toEqual(['LOW', 'LOW']);
    const ids = receiver.received.map((call) => call.headers['x-zendesk-webhook-invocation-id']);
    expect(new Set(ids).size).toBe(2);
    expect(new Set(receiver.received.map((call) => call.body)).size).toBe(1);
  });

  test('reordering: what is gathered leaves the other way round', async () => {
    const order = async () =>
      sandbox.deliveries().map((one) => textAt(JSON.parse(one.requestBody), 'event.current'));
    const { id } = sandbox.faults.preset('webhook-reordering', { ms: 60_000 });
    await put('low');
    await put('high');
    await expect.poll(strikes).toBe(2);
    expect(await order()).toEqual([]);
    sandbox.faults.remove(id);
    expect(await order()).toEqual(['HIGH', 'LOW']);
  });
});

test('every named fault is listed with its parameters, and can be switched on as listed', async () => {
  const listed = listAt(await (await fetch(`${sandbox.url}/__sandbox/faults`)).json(), 'presets');
  expect(listed).toHaveLength(22);
  for (const preset of listed) {
    const parameters = listAt(preset, 'parameters').map((one) => [textAt(one, 'name'), defaultOf(one)]);
    const body = { preset: textAt(preset, 'name'), ...Object.fromEntries(parameters) };
    const made = await fetch(`${sandbox.url}/__sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([body.preset, made.status]).toEqual([body.preset, 201]);
  }
});

/** The default of a parameter, or 1 where it has none. */
function defaultOf(parameter: unknown): unknown {
  const record = Object.entries(Object(parameter)).find(([key]) => key === 'default');
  return record?.[1] ?? 1;
}
