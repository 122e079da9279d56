import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { ApiError, hasEnded } from '../../../app/dashboard/api/api-error.ts';
import { createApi } from '../../../app/dashboard/api/client.ts';

// A service that answers only to the session it gave last.
const MINUTE = 60_000;
let server: Server;
let address = '';
let held = 'first';
let renewals = 0;
let isOver = false;
let isAway = false;

const problem = (response: ServerResponse, status: number, code: string): unknown =>
  response
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ code, detail: '' }));
const json = (response: ServerResponse, body: unknown): unknown =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

function answer(request: IncomingMessage, response: ServerResponse): unknown {
  if (request.url === '/api/v1/session') {
    if (isAway) return problem(response, 503, 'zendesk_unavailable');
    if (isOver) return problem(response, 401, 'session_over');
    renewals += 1;
    held = `renewed-${renewals}`;
    return json(response, { token: held, access: 'lead', expiresAt: new Date(15 * MINUTE).toISOString() });
  }
  if (request.headers.authorization !== `Bearer ${held}`) return problem(response, 401, 'session_expired');
  if (request.url === '/api/v1/odd') return json(response, { n: 'none' });
  return json(response, { n: 1 });
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound: AddressInfo | string | null = server.address();
  address = typeof bound === 'object' && bound ? `http://127.0.0.1:${bound.port}` : '';
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
  held = 'first';
  renewals = 0;
  isOver = false;
  isAway = false;
});

const numbered = z.object({ n: z.number() });
const apiAt = ({ token = 'first', expiresAt = 15 * MINUTE } = {}) =>
  createApi({
    session: { token, access: 'lead', expiresAt },
    fetch: (path, init) => fetch(new URL(String(path), `${address}/dashboard`), init),
    now: () => 0,
  });

test('a session is renewed once before it ends, for all who ask at the same time', async () => {
  const api = apiAt({ expiresAt: 2 * MINUTE });
  const answers = await Promise.all([1, 2, 3].map((n) => api.json({ path: `cases?n=${n}` }, numbered)));
  expect(answers).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
  expect(renewals).toBe(1);
});

test('one that the service finds expired is renewed, and the question asked again', async () => {
  expect(await apiAt({ token: 'old' }).json({ path: 'overview' }, numbered)).toEqual({ n: 1 });
  expect(renewals).toBe(1);
});

test('one that can not be renewed just now is used as long as it holds', async () => {
  isAway = true;
  expect(await apiAt({ expiresAt: MINUTE }).json({ path: 'overview' }, numbered)).toEqual({ n: 1 });
  await expect(apiAt({ expiresAt: 0 }).json({ path: 'overview' }, numbered)).rejects.toMatchObject({
    status: 503,
  });
});

test('one that is over ends the page', async () => {
  isOver = true;
  const error = await apiAt({ token: 'old' })
    .json({ path: 'overview' }, numbered)
    .catch((one: unknown) => one);
  expect(error).toMatchObject({ code: 'session_over', status: 401 });
  expect(hasEnded(error)).toBe(true);
});

test('an answer of another shape, and none at all, are told apart', async () => {
  await expect(apiAt().json({ path: 'odd' }, numbered)).rejects.toMatchObject({ code: 'malformed' });
  const away = createApi({
    session: { token: 'first', access: 'lead', expiresAt: 15 * MINUTE },
    fetch: () => fetch('http://127.0.0.1:1/'),
    now: () => 0,
  });
  const error = await away.json({ path: 'overview' }, numbered).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: 'unreachable', status: 0 });
});

test('what was answered is known until something is changed', async () => {
  const api = apiAt();
  await api.json({ path: 'actions' }, numbered);
  expect(api.known('actions', numbered)).toEqual({ n: 1 });
  await api.json({ path: 'actions', method: 'POST', body: {} }, numbered);
  expect(api.known('actions', numbered)).toBeUndefined();
});
