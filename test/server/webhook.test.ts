import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../server/http/app.ts';
import { createBatch } from '../../server/http/batch.ts';
import type { WebhookPayload } from '../../server/http/payload.ts';
import { type Served, serve } from '../../server/http/serve.ts';
import { sign } from '../../server/http/signature.ts';
import { testLog } from './support/log.ts';

const SECRET = 'current';
let served: Served;
let url: string;
let woken: WebhookPayload[];
let wake: (payload: WebhookPayload) => Promise<void>;
let database: () => Promise<void>;
let told: ReturnType<typeof testLog>;

beforeEach(async () => {
  woken = [];
  wake = async (payload) => {
    woken.push(payload);
  };
  database = async () => {};
  told = testLog();
  const app = createApp({
    secrets: () => [SECRET, 'previous'],
    wake: (payload) => wake(payload),
    log: told.log,
    checks: { database: () => database() },
  });
  served = await serve(app, { port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${served.port}`;
});
afterEach(() => served.close(1_000));

interface Sent {
  readonly body?: string;
  readonly secret?: string;
  readonly timestamp?: string;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

const BODY = '{"ticket_id":"104","updated_at":"2026-04-08T09:00:05Z"}';

async function send({ body = BODY, secret = SECRET, headers = {}, method = 'POST', ...rest }: Sent = {}) {
  const timestamp = rest.timestamp ?? new Date().toISOString();
  const response = await fetch(`${url}/webhooks/zendesk`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'X-Zendesk-Webhook-Signature': sign(secret, timestamp, Buffer.from(body)),
      'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
      ...headers,
    },
    ...(method === 'GET' ? {} : { body }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe('POST /webhooks/zendesk', () => {
  it('answers 202 and hands on the ticket and the time of its change', async () => {
    expect(await send()).toMatchObject({ status: 202, body: { accepted: true } });
    expect(woken).toEqual([
      { ticketId: 104, changedAt: Date.parse('2026-04-08T09:00:05Z'), correlation: expect.any(String) },
    ]);
  });

  it('answers only when the wake is committed', async () => {
    let commit = (): void => {};
    const asked = new Promise<void>((begun) => {
      wake = () =>
        new Promise((resolve) => {
          commit = resolve;
          begun();
        });
    });
    let answered = false;
    const answer = send().finally(() => {
      answered = true;
    });
    await asked;
    // Two whole round trips, in which an answer given too early would have come.
    await (await fetch(`${url}/healthz`)).json();
    await (await fetch(`${url}/healthz`)).json();
    expect(answered).toBe(false);
    commit();
    expect((await answer).status).toBe(202);
  });

  it.each([
    ['by the previous secret', { secret: 'previous' }],
    ['with a number as id', { body: '{"ticket_id":104}' }],
    ['without a time', { body: '{"ticket_id":"104"}' }],
    ['with a time that can not be read', { body: '{"ticket_id":"104","updated_at":"yesterday"}' }],
    ['with a character set', { headers: { 'Content-Type': 'application/json; charset=UTF-8' } }],
  ])('takes a webhook %s', async (_title, sent) => {
    expect((await send(sent)).status).toBe(202);
    expect(woken.map(({ ticketId }) => ticketId)).toEqual([104]);
  });

  const old = new Date(Date.now() - 3_700_000).toISOString();
  it.each([
    ['a wrong secret', { secret: 'guessed' }, 401, 'wrong_signature'],
    ['no signature', { headers: { 'X-Zendesk-Webhook-Signature': '' } }, 401, 'missing_signature'],
    ['no timestamp', { headers: { 'X-Zendesk-Webhook-Signature-Timestamp': '' } }, 401, 'missing_signature'],
    ['a timestamp in Unix seconds', { timestamp: '1767323045' }, 401, 'malformed_timestamp'],
    ['an old timestamp', { timestamp: old }, 401, 'stale_timestamp'],
    ['no JSON', { body: '{"ticket_id":' }, 400, 'malformed_json'],
    ['an empty body', { body: '' }, 400, 'malformed_json'],
    ['no ticket', { body: '{"ticket":"104"}' }, 400, 'malformed_payload'],
    ['a list', { body: '[104]' }, 400, 'malformed_payload'],
    [
      'a ticket that is no number',
      { body: '{"ticket_id":"104; drop table wakes"}' },
      400,
      'malformed_payload',
    ],
    ['ticket 0', { body: '{"ticket_id":0}' }, 400, 'malformed_payload'],
    ['a ticket beyond all numbers', { body: '{"ticket_id":"9999999999999999"}' }, 400, 'malformed_payload'],
    ['plain text', { headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported_media_type'],
    [
      'a form',
      { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported_media_type',
    ],
    ['a compressed body', { headers: { 'Content-Encoding': 'gzip' } }, 415, 'unsupported_media_type'],
    [
      'more than 256 KB',
      { body: `{"ticket_id":"104","x":"${'x'.repeat(262_144)}"}` },
      413,
      'payload_too_large',
    ],
    ['another method', { method: 'PUT' }, 405, 'method_not_allowed'],
    ['GET', { method: 'GET' }, 405, 'method_not_allowed'],
  ])('refuses %s', async (_title, sent, status, error) => {
    const answer = await send(sent);
    expect(answer).toMatchObject({ status, body: { error, message: expect.stringMatching(/\w.*\.$/) } });
    expect(woken).toEqual([]);
  });

  it('takes a body of 256 KB', async () => {
    const frame = '{"ticket_id":"104","x":""}';
    const body = frame.replace('""', `"${'x'.repeat(262_144 - frame.length)}"`);
    expect(body).toHaveLength(262_144);
    expect((await send({ body })).status).toBe(202);
  });

  it('tells Zendesk to come back while the database is down', async () => {
    wake = () => Promise.reject(new Error('connect ECONNREFUSED'));
    const answer = await send();
    expect(answer).toMatchObject({ status: 503, body: { error: 'unavailable' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(answer.headers.get('retry-after'))).toBeLessThan(60);
    expect(told.text()).toContain('wake not stored');
  });

  it('logs neither secrets nor bodies', async () => {
    await send({ secret: 'guessed', body: '{"ticket_id":"Dear Sir"}' });
    await send({ body: '{"ticket_id":"Dear Sir"}' });
    expect(told.text()).toContain('wrong_signature');
    expect(told.text()).not.toMatch(/Dear Sir|current|previous|guessed/);
  });
});

describe('webhooks together', () => {
  it('share one commit, and each is answered by its own', async () => {
    const commits: number[][] = [];
    let release = (): void => {};
    const add = createBatch<number>(async (items) => {
      commits.push(items);
      if (commits.length === 1) {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      }
      if (items.includes(9)) throw new Error('down');
    });
    const first = add(1);
    const others = [2, 3, 4].map(add);
    release();
    await Promise.all([first, ...others]);
    expect(commits).toEqual([[1], [2, 3, 4]]);
    await expect(add(9)).rejects.toThrow('down');
    await add(5);
    expect(commits.at(-1)).toEqual([5]);
  });
});

describe('the other addresses', () => {
  it('say that the process is alive and whether it is ready', async () => {
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', checks: { database: 'ok' } },
    ]);
    database = () => Promise.reject(new Error('down'));
    const down = await fetch(`${url}/readyz`);
    expect([down.status, await down.json()]).toEqual([
      503,
      { status: 'not_ready', checks: { database: 'failing' } },
    ]);
  });

  it('are not there, and nothing says by what they are served', async () => {
    const response = await fetch(`${url}/admin`);
    expect([response.status, await response.json()]).toEqual([
      404,
      expect.objectContaining({ error: 'not_found' }),
    ]);
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('survive a body that ends too early', async () => {
    const socket = connect(served.port, '127.0.0.1');
    socket.end(
      'POST /webhooks/zendesk HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"ti',
    );
    socket.resume();
    await once(socket, 'close');
    expect((await send()).status).toBe(202);
  });
});

describe('closing', () => {
  it('lets an answer under way finish, and takes no more', async () => {
    let release = (): void => {};
    const asked = new Promise<void>((begun) => {
      wake = () =>
        new Promise((resolve) => {
          release = resolve;
          begun();
        });
    });
    const answer = send();
    await asked;
    const closed = served.close(5_000);
    release();
    expect((await answer).status).toBe(202);
    await closed;
    await expect(send()).rejects.toThrow();
  });
});
