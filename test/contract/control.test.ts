import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, eventsOf, listAt, numberAt } from './support/read.ts';
import { AGENT, ENGLISH, NO_MAIL, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-app-'));
  const manifest = {
    name: 'Probe App',
    version: '1.2.3',
    frameworkVersion: '2.0',
    defaultLocale: 'en',
    location: { support: { ticket_sidebar: { url: 'assets/index.html', flexible: true } } },
    parameters: [
      { name: 'open', type: 'text', default: 'yes' },
      { name: 'secret', type: 'text', secure: true },
    ],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  sandbox = await startSandbox({ seed: SEED, apps: [{ folder, settings: { secret: 'hush' } }] });
  api = await serviceClient(sandbox);
});
afterAll(async () => {
  await sandbox.stop();
  await rm(folder, { recursive: true });
});

async function control(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${sandbox.url}/__sandbox${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, body: parsed };
}

test('a mail makes a ticket of its sender, by the channel e-mail, and runs through the triggers', async () => {
  const made = await control('POST', '/mail', {
    from: 'eve@mail.example',
    subject: 'Out of order',
    body: 'It broke.',
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    ticket: {
      requester_id: ENGLISH,
      subject: 'Out of order',
      status: 'new',
      via: { channel: 'email', source: { from: { address: 'eve@mail.example' } } },
    },
  });
  const audit = listAt(
    (await api.get(`/tickets/${numberAt(made.body, 'ticket.id')}/audits`)).body,
    'audits',
  )[0];
  expect(audit).toMatchObject({ author_id: ENGLISH });
  expect(eventsOf(audit).map((event) => event.type)).toContain('Notification');
  expect(sandbox.mails().at(-1)).toMatchObject({ to: 'eve@mail.example', subject: '[Request received]' });
});

test('a mail of someone new makes a user; one of a suspended sender is held back', async () => {
  const made = await control('POST', '/mail', {
    from: 'someone@else.example',
    name: 'Some One',
    subject: 'Hi',
    body: 'Hello',
  });
  const user = await api.get(`/users/${numberAt(made.body, 'ticket.requester_id')}`);
  expect(user.body).toMatchObject({
    user: { name: 'Some One', email: 'someone@else.example', role: 'end-user' },
  });
  expect((await control('POST', '/mail', { from: 'sid@spam.example', subject: 'x', body: 'y' })).status).toBe(
    400,
  );
  expect(
    (await control('POST', '/mail', { from: 'eve@mail.example', body: 'x', ticket_id: 99_999 })).status,
  ).toBe(404);
});

test('a call makes a ticket of the channel voice with an internal note', async () => {
  const made = await control('POST', '/call', { user_id: NO_MAIL, summary: 'Was angry' });
  expect(made.body).toMatchObject({
    ticket: { requester_id: NO_MAIL, submitter_id: AGENT, is_public: false, via: { channel: 'voice' } },
  });
  const audit = listAt(
    (await api.get(`/tickets/${numberAt(made.body, 'ticket.id')}/audits`)).body,
    'audits',
  )[0];
  expect(eventsOf(audit)[0]).toMatchObject({
    type: 'Comment',
    public: false,
    author_id: AGENT,
    body: 'Was angry',
  });
});

test('sessions: the first plain agent by default, any user on demand; their updates come by web', async () => {
  const page = await fetch(`${sandbox.url}/__sandbox/session`);
  expect(at(await page.json(), 'user.id')).toBe(AGENT);
  expect(page.headers.get('set-cookie')).toMatch(/^sandbox_session=\w+;.*HttpOnly/);
  const agent = await sessionClient(sandbox, AGENT);
  const saved = await agent.put('/tickets/101', { ticket: { priority: 'high' } });
  expect(saved.body).toMatchObject({ audit: { author_id: AGENT, via: { channel: 'web' } } });
  expect((await control('POST', '/session', { user_id: 1 })).status).toBe(422);
});

test('the log of requests tells who asked what, and can be cleared', async () => {
  await control('DELETE', '/requests');
  await api.get('/tickets/101.json?include=users');
  await api.get('/nowhere');
  const { body } = await control('GET', '/requests');
  expect(listAt(body, 'requests')).toMatchObject([
    {
      method: 'GET',
      path: '/api/v2/tickets/101.json?include=users',
      status: 200,
      userId: 11,
      endpoint: 'GET /api/v2/tickets/:id',
    },
    { path: '/api/v2/nowhere', status: 404, endpoint: 'GET /api/v2/nowhere' },
  ]);
  expect(sandbox.requests()).toHaveLength(2);
});

test('the log is counted by endpoint and by status, and the newest can be asked for', async () => {
  await control('DELETE', '/requests');
  await api.get('/tickets/101');
  await api.get('/tickets/102');
  await api.get('/tickets/999999');
  await api.get('/users/me');
  const { body } = await control('GET', '/requests/summary');
  expect(body).toMatchObject({
    total: 4,
    statuses: { 200: 3, 404: 1 },
    endpoints: [
      { endpoint: 'GET /api/v2/tickets/:id', count: 3, statuses: { 200: 2, 404: 1 } },
      { count: 1 },
    ],
  });
  const newest = await control('GET', '/requests?limit=1');
  expect(newest.body).toMatchObject({ requests: [{ path: '/api/v2/users/me' }], total: 4 });
});

test('the plan sets the limit while the account runs, and lag is set for reads and searches', async () => {
  expect((await control('PUT', '/plan', { plan: 'team' })).body).toEqual({
    plan: 'team',
    requestsPerMinute: 200,
  });
  expect((await api.get('/tickets/101')).headers.get('x-rate-limit')).toBe('200');
  const refused = await control('PUT', '/plan', { plan: 'free' });
  expect([refused.status, at(refused.body, 'description')]).toEqual([
    422,
    expect.stringMatching(/plan: use one of/),
  ]);
  await control('PUT', '/plan', { plan: 'enterprise_plus' });
  expect((await control('PUT', '/lag', { readMs: 100 })).body).toEqual({ readMs: 100, searchMs: 0 });
  expect((await control('PUT', '/lag', { readMs: -1 })).status).toBe(422);
  await control('PUT', '/lag', { readMs: 0 });
});

test('the state tells what is set and how much there is', async () => {
  const { body } = await control('GET', '/state');
  expect(body).toMatchObject({
    account: { subdomain: 'probe' },
    plan: 'enterprise_plus',
    clock: { rate: 1 },
    lag: { readMs: 0, searchMs: 0 },
    faults: [],
    counts: { tickets: expect.any(Number), deliveriesWaiting: 0 },
  });
});

test('a log can be emptied', async () => {
  await control('POST', '/mail', { from: 'eve@mail.example', subject: 'Again', body: 'x' });
  expect(listAt((await control('GET', '/mails')).body, 'mails').length).toBeGreaterThan(0);
  expect((await control('DELETE', '/mails')).status).toBe(204);
  expect((await control('GET', '/mails')).body).toEqual({ mails: [], total: 0 });
  expect((await control('DELETE', '/deliveries')).status).toBe(204);
});

test('the event stream tells of changed tickets and of a moved clock', async () => {
  const stopper = new AbortController();
  const stream = await fetch(`${sandbox.url}/__sandbox/events`, { signal: stopper.signal });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (text: string) => {
    while (reader && !heard.includes(text)) heard += (await reader.read()).value ?? '';
  };
  await until(': connected');
  await api.put('/tickets/102', { ticket: { priority: 'urgent' } });
  await until('event: ticket\ndata: {"id":102}');
  sandbox.clock.advance(60_000);
  await until('event: clock\ndata: {"now":');
  expect(heard).toMatch(/"offset":\d+\}/);
  stopper.abort();
});

test('apps are listed with their locations, and with no secure setting', async () => {
  const { body } = await control('GET', '/apps');
  expect(body).toMatchObject({
    apps: [
      {
        name: 'Probe App',
        version: '1.2.3',
        locations: { support: { ticket_sidebar: { url: 'assets/index.html' } } },
        settings: { open: 'yes' },
      },
    ],
  });
  expect(JSON.stringify(body)).not.toContain('hush');
});

test('an app folder without a manifest is refused by name', async () => {
  await expect(startSandbox({ apps: [{ folder: join(folder, 'nothing') }] })).rejects.toThrow(
    /nothing\/manifest\.json cannot be read/,
  );
});

test('a seed that contradicts itself is refused with what is wrong', async () => {
  const bad = {
    ...SEED,
    tickets: [{ id: 1, subject: 'x', requester_id: 4711, comments: [{ author_id: AGENT, body: 'x' }] }],
  };
  await expect(startSandbox({ seed: bad })).rejects.toThrow(/ticket 1: names user 4711/);
  const late = {
    ...SEED,
    tickets: [
      {
        id: 1,
        subject: 'x',
        requester_id: ENGLISH,
        created_at: 'soon',
        comments: [{ author_id: AGENT, body: 'x' }],
      },
    ],
  };
  await expect(startSandbox({ seed: late })).rejects.toThrow(/created_at.*is no time/s);
});
