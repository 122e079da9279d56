import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { createChecker, oasIsHere } from './support/oas.ts';
import { at, listAt, numberAt, textAt } from './support/read.ts';
import { AGENT, ENGLISH, SEED } from './support/seed.ts';

const MINUTE = 60_000;
let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: SEED, now: '2026-04-08T07:30:00Z' });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

const nowS = () => Math.floor(sandbox.clock.now() / 1000);
const ids = (body: unknown, key = 'tickets') => listAt(body, key).map((item) => numberAt(item, 'id'));
const make = async (subject: string) =>
  numberAt(
    (await api.post('/tickets', { ticket: { subject, requester_id: ENGLISH, comment: { body: subject } } }))
      .body,
    'ticket.id',
  );
const cursorPage = async (query: string) => await api.get(`/incremental/tickets/cursor.json?${query}`);

describe('by cursor', () => {
  test('start_time first, then the cursor, until the stream ends; then only what changed since', async () => {
    const first = await cursorPage(`start_time=${nowS() - 86_400}&per_page=1`);
    expect([first.status, ids(first.body), at(first.body, 'end_of_stream')]).toEqual([200, [101], false]);
    expect(textAt(first.body, 'after_url')).toContain(encodeURIComponent(textAt(first.body, 'after_cursor')));
    expect(textAt(first.body, 'after_url')).not.toContain('start_time');
    const second = await cursorPage(`per_page=1&cursor=${textAt(first.body, 'after_cursor')}`);
    expect([ids(second.body), at(second.body, 'end_of_stream')]).toEqual([[102], true]);
    const after = textAt(second.body, 'after_cursor');
    const nothing = await cursorPage(`cursor=${after}`);
    expect([ids(nothing.body), at(nothing.body, 'after_cursor')]).toEqual([[], after]);
    await api.put('/tickets/101', { ticket: { priority: 'low' } });
    expect(ids((await cursorPage(`cursor=${after}`)).body)).toEqual([]);
    sandbox.clock.advance(61_000);
    expect(ids((await cursorPage(`cursor=${after}`)).body)).toEqual([101]);
  });

  test('a cursor holds its place when tickets before it move on and new ones come in', async () => {
    const three = [await make('a'), await make('b'), await make('c')];
    sandbox.clock.advance(2 * MINUTE);
    const start = nowS() - 600;
    const page = await cursorPage(`start_time=${start}&per_page=2`);
    expect(ids(page.body)).toEqual(three.slice(0, 2));
    await api.put(`/tickets/${three[0]}`, { ticket: { priority: 'high' } });
    const late = await make('d');
    sandbox.clock.advance(2 * MINUTE);
    const rest = await cursorPage(`cursor=${textAt(page.body, 'after_cursor')}`);
    expect(ids(rest.body).sort()).toEqual([three[0], three[2], late].sort());
    expect(ids(rest.body)[0]).toBe(three[2]);
  });

  test('deleted tickets come along as "deleted", unless excluded', async () => {
    await api.delete('/tickets/101');
    sandbox.clock.advance(2 * MINUTE);
    const start = nowS() - 86_400;
    const { body } = await cursorPage(`start_time=${start}`);
    const gone = listAt(body, 'tickets').find((ticket) => numberAt(ticket, 'id') === 101);
    expect(gone).toMatchObject({ status: 'deleted' });
    expect(ids(body)).toEqual([102, 101]);
    expect(ids((await cursorPage(`start_time=${start}&exclude_deleted=true`)).body)).toEqual([102]);
  });

  test('a start within the last minute, none at all, and a cursor that is none are refused', async () => {
    const recent = await cursorPage(`start_time=${nowS() - 30}`);
    expect([recent.status, recent.body]).toEqual([
      400,
      {
        error: 'StartTimeTooRecent',
        description: 'Too recent start_time. Use a start_time older than 60 seconds',
      },
    ]);
    expect((await cursorPage('')).status).toBe(400);
    expect((await cursorPage('cursor=undefined')).status).toBe(400);
  });

  test('people come along on request', async () => {
    const { body } = await cursorPage(`start_time=${nowS() - 86_400}&include=users`);
    expect(ids(body, 'users')).toContain(ENGLISH);
  });
});

describe('who may, and how often', () => {
  test('administrators only', async () => {
    const agent = await sessionClient(sandbox, AGENT);
    for (const path of [
      'tickets/cursor',
      'tickets',
      'ticket_events',
      'users/cursor',
      'users',
      'organizations',
    ])
      expect([path, (await agent.get(`/incremental/${path}?start_time=0`)).status]).toEqual([path, 403]);
  });

  test('ten calls a minute on a plan without the high volume, over all exports together', async () => {
    await sandbox.stop();
    sandbox = await startSandbox({ seed: SEED, plan: 'professional' });
    api = await serviceClient(sandbox);
    for (let call = 0; call < 9; call += 1) await cursorPage('start_time=0');
    const last = await api.get('/incremental/users/cursor?start_time=0');
    expect(last.headers.get('zendesk-ratelimit-incremental-exports')).toMatch(
      /^total=10; remaining=0; resets=/,
    );
    const refused = await cursorPage('start_time=0');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    sandbox.clock.advance(61_000);
    expect((await cursorPage('start_time=0')).status).toBe(200);
  });
});

describe('by time', () => {
  test('the next page starts at the end time; a second is never cut in two', async () => {
    const page = await api.get(`/incremental/tickets?start_time=${nowS() - 86_400}&per_page=1`);
    const stamp = Date.parse(textAt(page.body, 'tickets.0.updated_at')) / 1000;
    expect(page.body).toMatchObject({ count: 1, end_of_stream: false, end_time: stamp });
    expect(textAt(page.body, 'next_page')).toContain(`start_time=${stamp}`);
    const next = await api.get(`/incremental/tickets?start_time=${stamp}`);
    expect(ids(next.body)).toEqual([101, 102]);
    const none = await api.get(`/incremental/tickets?start_time=${nowS() - 61}`);
    expect(none.body).toMatchObject({ tickets: [], count: 0, end_of_stream: true });
  });

  test('ticket events are audits with their changes as properties; comments whole only when asked for', async () => {
    await api.put('/tickets/101', {
      ticket: { tags: ['late'], comment: { body: 'On its way', public: true } },
    });
    sandbox.clock.advance(2 * MINUTE);
    const path = `/incremental/ticket_events?start_time=${nowS() - 300}`;
    const event = at((await api.get(path)).body, 'ticket_events.0');
    expect(event).toMatchObject({ ticket_id: 101, event_type: 'Audit', via: 'Web service' });
    const children = listAt(event, 'child_events');
    expect(children).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ event_type: 'Comment', comment_present: true, comment_public: true }),
        expect.objectContaining({
          event_type: 'Change',
          tags: ['late'],
          added_tags: ['late'],
          removed_tags: [],
        }),
      ]),
    );
    expect(children.filter((child) => JSON.stringify(child).includes('"body":"On its way"'))).toEqual([]);
    const whole = await api.get(`${path}&include=comment_events`);
    expect(listAt(whole.body, 'ticket_events.0.child_events')).toContainEqual(
      expect.objectContaining({ event_type: 'Comment', body: 'On its way', public: true }),
    );
  });

  test('users and organisations, with the older answer to a start that is too recent', async () => {
    expect(ids((await api.get('/incremental/users?start_time=0')).body, 'users')).toContain(ENGLISH);
    const recent = await api.get(`/incremental/users/cursor?start_time=${nowS()}`);
    expect([recent.status, at(recent.body, 'error')]).toEqual([422, 'InvalidValue']);
    expect((await api.get('/incremental/organizations?start_time=0')).status).toBe(200);
  });
});

test.skipIf(!oasIsHere)('replies have the shapes of the description', async () => {
  const check = createChecker();
  const reply = async (path: string) => (await api.get(`/incremental/${path}?start_time=0`)).body;
  expect(check('CursorBasedExportIncrementalTicketsResponse', await reply('tickets/cursor'))).toEqual([]);
  expect(check('TimeBasedExportIncrementalTicketsResponse', await reply('tickets'))).toEqual([]);
  expect(check('CursorBasedExportIncrementalUsersResponse', await reply('users/cursor'))).toEqual([]);
  expect(check('TimeBasedExportIncrementalUsersResponse', await reply('users'))).toEqual([]);
});
