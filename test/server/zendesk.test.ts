import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWaits } from '../../server/waits.ts';
import { ZendeskError } from '../../server/zendesk/errors.ts';
import {
  createZendesk,
  type Zendesk,
  type ZendeskCall,
  type ZendeskOptions,
} from '../../server/zendesk/index.ts';
import { type FakeAccount, fakeAccount, json } from './support/fake-account.ts';

const TICKET = {
  id: 104,
  subject: 'Bill',
  status: 'open',
  type: null,
  tags: ['formal_complaint'],
  custom_fields: [
    { id: 9, value: 'complaint_by_email' },
    { id: 10, value: null },
    { id: 11, value: { odd: true } },
  ],
  requester_id: 51,
  submitter_id: 51,
  assignee_id: null,
  group_id: 7,
  created_at: '2026-04-08T09:00:00Z',
  updated_at: '2026-04-08T09:00:05Z',
  due_at: null,
  via: { channel: 'email', source: { from: { address: 'x@example.com' }, to: {}, rel: null } },
};
const USER = { id: 3, name: 'Complaint Clock', role: 'agent', locale: 'en-GB', email: 'clock@example.com' };

let account: FakeAccount;
let calls: ZendeskCall[];

beforeEach(async () => {
  account = await fakeAccount();
  calls = [];
});
afterEach(() => account.stop());

function connect(options: Partial<ZendeskOptions> = {}): Zendesk {
  return createZendesk({
    baseUrl: account.url,
    clientId: 'clock',
    clientSecret: 'top-secret',
    scope: 'read tickets:write',
    onCall: (call) => calls.push(call),
    ...options,
  });
}

async function errorOf(promise: Promise<unknown>): Promise<ZendeskError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ZendeskError)) throw new Error(`not a ZendeskError: ${String(error)}`);
  return error;
}

describe('tokens', () => {
  it('are fetched once by client credentials, also for calls at the same time', async () => {
    account.answer(json(200, { user: USER }));
    const { port } = connect();
    await Promise.all([port.me(), port.user(3), port.user(3)]);
    const asked = account.seen.filter(({ url }) => url === '/oauth/tokens');
    expect(asked.map(({ body }) => JSON.parse(body))).toEqual([
      {
        grant_type: 'client_credentials',
        client_id: 'clock',
        client_secret: 'top-secret',
        scope: 'read tickets:write',
      },
    ]);
    expect(account.calls.map(({ authorization }) => authorization)).toEqual(Array(3).fill('Bearer token-1'));
  });

  it('are replaced before they end', async () => {
    account.answer(json(200, { user: USER }));
    let given = 0;
    // A tenth of a life of one millisecond is left at once.
    account.answerTokens((seen, response) => {
      given += 1;
      json(200, { access_token: `short-${given}`, expires_in: 0.001 })(seen, response);
    });
    const { port } = connect();
    await port.me();
    await port.me();
    expect(new Set(account.calls.map(({ authorization }) => authorization)).size).toBe(2);
  });

  it('are renewed once after a 401, and the call is sent again', async () => {
    account.answer(json(401, { error: "Couldn't authenticate you" }), json(200, { user: USER }));
    expect(await connect().port.user(3)).toMatchObject({ id: 3 });
    expect(account.calls.map(({ authorization }) => authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('are not asked for over and over where Zendesk keeps refusing them', async () => {
    account.answer(json(401, { error: "Couldn't authenticate you" }));
    expect(await errorOf(connect().port.user(3))).toMatchObject({
      code: 'unauthorized',
      status: 401,
      effect: 'none',
    });
    expect(account.calls).toHaveLength(2);
  });

  it('that are refused name the settings to check, and repeat no secret', async () => {
    account.answerTokens((seen, response) =>
      json(401, { error: 'invalid_client', echo: seen.body })(seen, response),
    );
    const error = await errorOf(connect().port.updateTicket(1, { tags: [] }));
    expect(error).toMatchObject({ code: 'unauthorized', effect: 'none' });
    expect(error.message).toContain('ZENDESK_CLIENT_SECRET');
    expect(error.message + JSON.stringify(error) + String(error.body)).not.toContain('top-secret');
    expect(account.calls).toHaveLength(0);
  });

  it('of an anonymous user count as none', async () => {
    account.answer(json(200, { user: { id: null, name: 'Anonymous user', role: 'end-user' } }));
    expect(await errorOf(connect().port.me())).toMatchObject({ code: 'unauthorized' });
  });
});

describe('a reply', () => {
  it.each([
    [403, { error: { title: 'Forbidden', message: 'You do not have access' } }, 'forbidden', 'Forbidden'],
    [404, { error: 'RecordNotFound', description: 'Not found' }, 'not_found', 'RecordNotFound'],
    [409, { error: 'UpdateConflict', description: 'Safe update' }, 'conflict', 'UpdateConflict'],
    [422, { error: 'RecordInvalid', description: 'closed', details: {} }, 'invalid', 'RecordInvalid'],
    [
      400,
      { errors: [{ code: 'InvalidPaginationParameter', title: 'x' }] },
      'invalid',
      'InvalidPaginationParameter',
    ],
  ])('of %i becomes a typed error that names the fault, its body aside', async (status, body, code, name) => {
    account.answer(json(status, body));
    const error = await errorOf(connect().port.updateTicket(104, { tags: [] }));
    expect(error).toMatchObject({ code, status, effect: 'none', body });
    expect(error.message).toBe(`Zendesk answered ${status} to PUT /tickets/:id: ${name}`);
    expect(JSON.stringify(error)).not.toContain('description');
  });

  it.each([500, 502, 504])('of %i to a write leaves open whether it happened', async (status) => {
    account.answer((_seen, response) => {
      response.writeHead(status, { 'Content-Type': 'text/html' });
      response.end('<html>');
    });
    const error = await errorOf(connect().port.updateTicket(104, { tags: [] }));
    expect(error).toMatchObject({ code: 'unavailable', status, effect: 'unknown' });
    expect(account.calls).toHaveLength(1);
  });

  it('of 502 to a read is asked for again', async () => {
    account.answer(
      (_seen, response) => response.writeHead(502).end('bad gateway'),
      json(200, { ticket: TICKET }),
    );
    expect((await connect().port.ticket(104)).id).toBe(104);
  });

  it('of 200 without JSON is an error, not an empty ticket', async () => {
    account.answer((_seen, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>maintenance'),
    );
    expect(await errorOf(connect().port.ticket(104))).toMatchObject({ code: 'malformed', status: 200 });
  });

  it('that redirects is an error, and the token does not follow it', async () => {
    account.answer((_seen, response) =>
      response.writeHead(301, { Location: `${account.url}/elsewhere` }).end(),
    );
    const error = await errorOf(connect().port.ticket(104));
    expect(error.message).toContain('ZENDESK_URL');
    expect(account.calls).toHaveLength(1);
  });

  it('of an unexpected shape says where, not what', async () => {
    account.answer(json(200, { ticket: { ...TICKET, requester_id: 'Mr Smith' } }));
    const error = await errorOf(connect().port.ticket(104));
    expect(error).toMatchObject({ code: 'malformed' });
    expect(error.message).toContain('requester_id');
    expect(error.message).not.toContain('Smith');
  });
});

describe('limits', () => {
  it('are waited for as long as Retry-After says, then the call is repeated', async () => {
    const at: number[] = [];
    account.answer(
      (seen, response) => {
        at.push(performance.now());
        json(429, { error: 'APIRateLimitExceeded' }, { 'Retry-After': '1' })(seen, response);
      },
      (seen, response) => {
        at.push(performance.now());
        json(200, { ticket: TICKET })(seen, response);
      },
    );
    await connect().port.updateTicket(104, { tags: [] });
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(990);
    expect(account.calls.map(({ method }) => method)).toEqual(['PUT', 'PUT']);
  });

  it('that last longer than a request may wait are told to the caller', async () => {
    account.answer(json(429, { error: 'APIRateLimitExceeded' }, { 'Retry-After': '93' }));
    expect(await errorOf(connect().port.ticket(104))).toMatchObject({
      code: 'rate_limited',
      retryAfterMs: 93_000,
      effect: 'none',
    });
    expect(account.calls).toHaveLength(1);
  });

  it('are given up after a few tries', async () => {
    account.answer(json(429, { error: 'TooManyRequests' }, { 'Retry-After': '0' }));
    expect(await errorOf(connect().port.ticket(104))).toMatchObject({ code: 'rate_limited' });
    expect(account.calls).toHaveLength(4);
  });

  it('apply to a 503 that says when to come back, also for a write', async () => {
    account.answer(json(503, {}, { 'Retry-After': '0' }), json(200, { ticket: TICKET }));
    expect((await connect().port.updateTicket(104, { tags: [] })).id).toBe(104);
  });

  it('are not waited for by a service that stops', async () => {
    const stopping = new AbortController();
    account.answer((seen, response) => {
      json(429, {}, { 'Retry-After': '50' })(seen, response);
      setImmediate(() => stopping.abort());
    });
    expect(await errorOf(connect({ signal: stopping.signal }).port.ticket(104))).toMatchObject({
      code: 'rate_limited',
    });
  });
});

describe('the connection', () => {
  it('that gives no reply in time leaves open whether a write happened', async () => {
    // A token is there first: only the call itself is to be too late.
    account.answer(json(200, { user: USER }));
    let patienceMs = 60_000;
    const waits = createWaits();
    const timeout = (ms: number): AbortSignal => waits.timeout(Math.min(ms, patienceMs));
    const { port } = connect({ timeoutMs: 60_000, waits: { ...waits, timeout } });
    await port.me();
    account.answer(() => {});
    patienceMs = 200;
    expect(await errorOf(port.updateTicket(104, { tags: [] }))).toMatchObject({
      code: 'timed_out',
      effect: 'unknown',
    });
    expect(await errorOf(port.ticket(104))).toMatchObject({ code: 'timed_out', effect: 'none' });
  });

  it('that stalls in the middle of a reply times out as well', async () => {
    account.answer((_seen, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"ticket":');
    });
    expect(await errorOf(connect({ timeoutMs: 200 }).port.ticket(104))).toMatchObject({ code: 'timed_out' });
  });

  it('that breaks leaves open whether a write happened, and a read is sent again', async () => {
    account.answer((_seen, response) => response.destroy(), json(200, { ticket: TICKET }));
    expect((await connect().port.ticket(104)).id).toBe(104);
    account.answer((_seen, response) => response.destroy());
    expect(await errorOf(connect().port.updateTicket(104, { tags: [] }))).toMatchObject({
      code: 'lost',
      effect: 'unknown',
    });
  });

  it('that can not be made has sent nothing', async () => {
    const { port } = connect();
    await account.stop();
    expect(await errorOf(port.updateTicket(104, { tags: [] }))).toMatchObject({
      code: 'unavailable',
      effect: 'none',
    });
    account = await fakeAccount();
  });
});

describe('reading', () => {
  it('gives a ticket with nothing left out and nothing assumed', async () => {
    account.answer(json(200, { ticket: TICKET }));
    const ticket = await connect().port.ticket(104);
    expect(ticket).toMatchObject({
      id: 104,
      type: null,
      assigneeId: null,
      brandId: null,
      updatedAt: Date.parse('2026-04-08T09:00:05Z'),
      updatedStamp: '2026-04-08T09:00:05Z',
      via: { channel: 'email' },
      isMessaging: false,
    });
    expect([...ticket.customFields]).toEqual([
      [9, 'complaint_by_email'],
      [10, null],
      [11, null],
    ]);
  });

  it('knows the tickets of a merge, whichever way Zendesk names them, and the follow-ups of a closed ticket', async () => {
    const merged = (from: unknown) => ({
      ...TICKET,
      followup_ids: [105, 106],
      via: { channel: 'web', source: { from, to: {}, rel: 'merge' } },
    });
    account.answer(
      json(200, { ticket: merged({ ticket_ids: [7, 8] }) }),
      json(200, { ticket: merged({ ticket_id: 7 }) }),
    );
    const { port } = connect();
    expect(await port.ticket(1)).toMatchObject({ via: { mergedWith: [7, 8] }, followUpIds: [105, 106] });
    expect((await port.ticket(1)).via).toMatchObject({ mergedWith: [7] });
  });

  it('knows a follow-up and a conversation', async () => {
    const via = {
      channel: 'web',
      source: { from: { ticket_id: 77, subject: 's' }, to: {}, rel: 'follow_up' },
    };
    account.answer(
      json(200, { ticket: { ...TICKET, via } }),
      json(200, { ticket: { ...TICKET, via: { channel: 'native_messaging' } } }),
    );
    const { port } = connect();
    expect(await port.ticket(1)).toMatchObject({
      via: { rel: 'follow_up', followUpOf: 77 },
      isMessaging: false,
    });
    expect(await port.ticket(1)).toMatchObject({ isMessaging: true });
  });

  it('gives all pages of audits, the oldest first, by cursor', async () => {
    const audit = (id: number, events: unknown[], metadata: unknown = {}) => ({
      id,
      ticket_id: 104,
      author_id: 3,
      created_at: `2026-04-08T09:00:0${id}Z`,
      metadata,
      via: { channel: 'web' },
      events,
    });
    const trigger = { channel: 'rule', source: { from: { id: 8, title: 'Notify' }, rel: 'trigger' } };
    account.answer(
      json(200, {
        audits: [
          audit(2, [
            { id: 1, type: 'Comment', author_id: 51, public: true, body: 'Hello' },
            { id: 2, type: 'Change', field_name: 'tags', value: ['a', 'b'], previous_value: ['a'] },
            {
              id: 3,
              type: 'Change',
              field_name: 'status',
              value: 'open',
              previous_value: 'new',
              via: trigger,
            },
            { id: 4, type: 'AgentMacroReference', macro_id: '360001' },
            { id: 5, type: 'Notification', recipients: [51], via: trigger },
            { id: 6, type: 'Change', field_name: 'sla_policy', value: { minutes: 5 }, previous_value: null },
            { id: 7, type: 'Satisfaction', score: 'good' },
          ]),
        ],
        meta: { has_more: true, after_cursor: 'next==' },
        links: { next: 'https://somewhere.else/api/v2/tickets/104/audits?page[after]=next' },
      }),
      json(200, {
        audits: [
          audit(1, [{ id: 1, type: 'Create', field_name: 'tags', value: ['x'] }], {
            custom: { complaint: { event: 'received' } },
          }),
        ],
        meta: { has_more: false, after_cursor: null },
      }),
    );
    const audits = await connect().port.audits(104);
    expect(audits.map(({ id }) => id)).toEqual([1, 2]);
    expect(audits[0]?.metadata).toEqual({ complaint: { event: 'received' } });
    expect(audits[0]?.events).toEqual([{ kind: 'create', field: 'tags', value: ['x'], byRule: false }]);
    expect(audits[1]?.events).toEqual([
      { kind: 'comment', public: true, authorId: 51, body: 'Hello' },
      { kind: 'change', field: 'tags', value: ['a', 'b'], previous: ['a'], byRule: false },
      { kind: 'change', field: 'status', value: 'open', previous: 'new', byRule: true },
      { kind: 'macro', macroId: 360001 },
      { kind: 'notification', recipients: [51], triggerId: 8 },
      { kind: 'other', type: 'Change' },
      { kind: 'other', type: 'Satisfaction' },
    ]);
    expect(account.calls.map(({ url }) => decodeURIComponent(url))).toEqual([
      '/api/v2/tickets/104/audits?include=users&page[size]=100',
      '/api/v2/tickets/104/audits?include=users&page[size]=100&page[after]=next==',
    ]);
  });

  it('tells of the users who come along, but for those who are told in part only', async () => {
    const whole = { ...USER, suspended: false, active: true };
    const { email: _, ...noAddress } = whole;
    const audits = { audits: [], users: [{ ...whole, id: 4 }], meta: { has_more: false } };
    account.answer(
      json(200, { ticket: TICKET, users: [whole, { ...noAddress, id: 51 }, { id: 52 }] }),
      json(200, audits),
      json(200, { ticket: TICKET }),
    );
    const { port } = connect();
    const heard: number[] = [];
    port.onUsers((users) => heard.push(...users.map(({ id }) => id)));
    await port.ticket(104);
    expect(heard).toEqual([3]);
    await port.audits(104);
    await port.ticket(104);
    expect(heard).toEqual([3, 4]);
  });

  it('gives what a macro would write', async () => {
    const comment = {
      body: 'Dear customer',
      html_body: '<p>Dear customer</p>',
      public: true,
      scoped_body: [['channel:all', 'x']],
    };
    account.answer(json(200, { result: { ticket: { id: 104, comment, tags: ['complaint_ack_sent'] } } }));
    expect(await connect().port.applyMacro(104, 8)).toEqual({
      body: 'Dear customer',
      htmlBody: '<p>Dear customer</p>',
      public: true,
      tags: ['complaint_ack_sent'],
    });
    expect(account.calls[0]?.url).toContain('/tickets/104/macros/8/apply');
  });

  it('takes nulls wherever Zendesk may send them', async () => {
    const sparse = Object.fromEntries(Object.keys(TICKET).map((key) => [key, null]));
    const { id, status, requester_id, created_at, updated_at } = TICKET;
    account.answer(json(200, { ticket: { ...sparse, id, status, requester_id, created_at, updated_at } }));
    expect(await connect().port.ticket(104)).toMatchObject({
      subject: '',
      tags: [],
      via: { channel: 'unknown' },
    });
  });
});

describe('rest', () => {
  it('reaches any path, replies whole and bodies as given', async () => {
    account.answer(json(201, { webhook: { id: '01ABC' }, ticket: { id: 1 } }));
    const { rest } = connect();
    expect(await rest.post('webhooks', { webhook: { name: 'x' } })).toEqual({
      webhook: { id: '01ABC' },
      ticket: { id: 1 },
    });
    await rest.get('search', { query: 'type:ticket tags:a&b' });
    await rest.put('triggers/5', { trigger: {} });
    expect(account.calls.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', '/api/v2/webhooks', '{"webhook":{"name":"x"}}'],
      ['GET', '/api/v2/search?query=type%3Aticket+tags%3Aa%26b', ''],
      ['PUT', '/api/v2/triggers/5', '{"trigger":{}}'],
    ]);
  });

  it('deletes', async () => {
    account.answer((_seen, response) => response.writeHead(204).end());
    await connect().rest.delete('triggers/5');
    expect(account.calls[0]).toMatchObject({ method: 'DELETE', url: '/api/v2/triggers/5' });
  });

  it('follows numbered pages of the account, and no others', async () => {
    const next_page = `${account.url}/api/v2/dynamic_content/items?page=2`;
    account.answer(json(200, { items: [1], next_page }), json(200, { items: [2], next_page: null }));
    expect(await connect().rest.list('dynamic_content/items', 'items')).toEqual([1, 2]);
    account.answer(json(200, { items: [1], next_page: 'https://evil.example/api/v2/items' }));
    expect(await errorOf(connect().rest.list('dynamic_content/items', 'items'))).toMatchObject({
      code: 'malformed',
    });
  });

  it("tells the account's time by its newest reply, and not by what may be a proxy's", async () => {
    const zendesk = connect();
    const say = (status: number, date: string) => json(status, { ticket: TICKET }, { date });
    expect(zendesk.port.timeAtLeast()).toBeUndefined();
    account.answer(say(200, 'Wed, 08 Apr 2026 10:00:00 GMT'));
    await zendesk.port.ticket(104);
    account.answer(say(404, 'Wed, 08 Apr 2026 23:00:00 GMT'), say(200, 'what?'));
    await errorOf(zendesk.port.ticket(104));
    await zendesk.port.ticket(104);
    const ten = Date.parse('2026-04-08T10:00:00Z');
    await expect.poll(() => zendesk.port.timeAtLeast()).toBeGreaterThan(ten);
    account.answer(say(200, 'Wed, 08 Apr 2026 09:00:00 GMT'));
    await zendesk.port.ticket(104);
    expect(zendesk.port.timeAtLeast()).toBeLessThan(ten);
  });

  it('reports each exchange without ids', async () => {
    account.answer(json(404, {}));
    await errorOf(connect().rest.get('webhooks/01GB7WWYD3QDG6DVGS2F6DMM20/signing_secret', { a: 1 }));
    expect(calls).toEqual([
      { endpoint: '/oauth/tokens', method: 'POST', status: 200, ms: expect.any(Number) },
      { endpoint: '/webhooks/:id/signing_secret', method: 'GET', status: 404, ms: expect.any(Number) },
    ]);
  });
});
