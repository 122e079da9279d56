import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitUntilThere } from '../../server/start-up/wait-until-there.ts';
import { createWaits, type Waits } from '../../server/waits.ts';
import { ZendeskError, type ZendeskErrorCode } from '../../server/zendesk/errors.ts';
import { createZendesk } from '../../server/zendesk/index.ts';
import { scopeFault } from '../../server/zendesk/scopes.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type FakeAccount, fakeAccount, json } from './support/fake-account.ts';
import { testLog } from './support/log.ts';
import { virtualWaits } from './support/virtual-waits.ts';

describe('the scopes of the service', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0, latencyMs: 0 });
  });
  afterEach(() => sandbox.stop());

  const faultWith = async (scope: string): Promise<string | undefined> => {
    const { url: baseUrl, clientId, clientSecret } = sandbox;
    return scopeFault(createZendesk({ baseUrl, clientId, clientSecret, scope }));
  };

  it.each([
    'read tickets:write',
    'read write',
    'tickets:write users:read read',
  ])('may be "%s"', async (scope) => {
    expect(await faultWith(scope)).toBeUndefined();
  });

  it.each([
    ['tickets:read tickets:write users:read', ['read'], ['tickets:write']],
    ['read', ['tickets:write'], ['read:']],
    ['users:read', ['read:', 'tickets:write:'], []],
  ])('"%s" lack %j, by name', async (scope, named, unnamed) => {
    const fault = await faultWith(scope);
    for (const one of named) expect(fault).toContain(`\n  ${one}`);
    for (const one of unnamed) expect(fault).not.toContain(`\n  ${one}`);
  });

  it('with a name that Zendesk does not know are told apart from missing ones', async () => {
    expect(await faultWith('read tickets:write ticketz:read')).toContain('ZENDESK_SCOPE for a name');
  });

  it('are looked for without changing anything', async () => {
    await faultWith('read tickets:write');
    const writes = sandbox.requests().filter(({ method, status }) => method !== 'GET' && status < 400);
    expect(writes.filter(({ path }) => path.startsWith('/api'))).toEqual([]);
  });
});

describe('a start', () => {
  const fail = (code: ZendeskErrorCode): Error => new ZendeskError('in the test', { code, effect: 'none' });

  it('waits at growing intervals for what may come, and says so', async () => {
    const waits = virtualWaits();
    const told = testLog();
    const coded = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    const errors = [
      fail('unavailable'),
      new Error('wrapped', { cause: coded }),
      fail('timed_out'),
      fail('lost'),
    ];
    const at: number[] = [];
    const started = waitUntilThere({ what: 'Zendesk', log: told.log, waits }, async () => {
      at.push(waits.elapsed());
      const error = errors.shift();
      if (error) throw error;
      return 'there';
    });
    await waits.pass(60_000);
    expect(await started).toBe('there');
    expect(at).toEqual([0, 1_000, 3_000, 7_000, 15_000]);
    expect(told.text().match(/waiting for Zendesk/g)).toHaveLength(4);
  });

  it.each([
    'unauthorized',
    'forbidden',
    'malformed',
  ] as const)('ends at once where Zendesk answers %s', async (code) => {
    const waits = virtualWaits();
    const work = waitUntilThere({ what: 'Zendesk', log: testLog().log, waits }, () =>
      Promise.reject(fail(code)),
    );
    await expect(work).rejects.toMatchObject({ code });
  });

  it('that waits can be ended', async () => {
    const waits = virtualWaits();
    const ending = new AbortController();
    const options = { what: 'Postgres', log: testLog().log, waits, signal: ending.signal };
    const work = waitUntilThere(options, () => Promise.reject(fail('unavailable')));
    const ended = expect(work).rejects.toMatchObject({ code: 'unavailable' });
    await waits.pass(500);
    ending.abort();
    await ended;
  });
});

describe('an account that refuses the service', () => {
  let account: FakeAccount;
  beforeEach(async () => {
    account = await fakeAccount();
  });
  afterEach(() => account.stop());

  const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => 'ok',
      (error: unknown) => (error instanceof ZendeskError ? error.code : error),
    );

  it('is asked again every half minute at most, and says since when', async () => {
    const waits = virtualWaits();
    const { rest, refusedSince } = createZendesk({
      baseUrl: account.url,
      clientId: 'clock',
      clientSecret: 'top-secret',
      scope: 'read',
      waits,
    });
    account.answer(json(200, {}));
    expect(await codeOf(rest.get('one'))).toBe('ok');
    expect(refusedSince()).toBeUndefined();
    account.answer(json(401, { error: "Couldn't authenticate you" }));
    account.answerTokens(json(401, { error: 'invalid_client' }));
    const before = account.seen.length;
    expect(await Promise.all(['two', 'three', 'four'].map((path) => codeOf(rest.get(path))))).toEqual(
      Array(3).fill('unauthorized'),
    );
    const asked = account.seen.length - before;
    expect(await codeOf(rest.get('five'))).toBe('unauthorized');
    expect(account.seen.length - before).toBe(asked);
    expect(refusedSince()).toBeTypeOf('number');
    await waits.pass(30_000);
    account.answer(json(200, {}));
    account.answerTokens(json(200, { access_token: 'new', expires_in: 1_800 }));
    expect(await codeOf(rest.get('six'))).toBe('ok');
    expect(refusedSince()).toBeUndefined();
  });
});

describe('replies that can not be read', () => {
  let account: FakeAccount;
  beforeEach(async () => {
    account = await fakeAccount();
  });
  afterEach(() => account.stop());

  const connect = (waits = createWaits()) =>
    createZendesk({ baseUrl: account.url, clientId: 'clock', clientSecret: 'x', scope: 'read', waits }).port;
  const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );

  it.each([
    ['malformed JSON', '{"ticket":'],
    ['nothing', ''],
    ['a page', '<html>'],
    ['no ticket', '{}'],
    ['half a ticket', '{"ticket":{"id":1}}'],
  ])('to an update leave open whether it happened: %s', async (_what, body) => {
    account.answer((_seen, response) => response.writeHead(200).end(body));
    expect(await errorOf(connect().updateTicket(1, { tags: [] }))).toMatchObject({
      code: 'malformed',
      effect: 'unknown',
    });
    expect(account.calls).toHaveLength(1);
  });

  it('leave open whether an update happened: 204', async () => {
    account.answer((_seen, response) => response.writeHead(204).end());
    expect(await errorOf(connect().updateTicket(1, { tags: [] }))).toMatchObject({ effect: 'unknown' });
  });

  it('are not read without end', async () => {
    let sent = 0;
    account.answer((_seen, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const chunk = Buffer.alloc(1024 * 1024, ' ');
      const more = (): void => {
        while (!response.destroyed && sent < 200) {
          sent += 1;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end('{}');
      };
      more();
    });
    const error = await errorOf(connect().ticket(1));
    expect(error).toMatchObject({ code: 'malformed', effect: 'none' });
    expect(error).toMatchObject({ message: expect.stringContaining('too large') });
    expect(sent).toBeLessThan(100);
  });

  it('come in pieces that split letters, and are put together', async () => {
    const body = Buffer.from(JSON.stringify({ user: { id: 3, role: 'agent', name: 'Zoë Müller' } }));
    account.answer((_seen, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      for (const byte of body) response.write(Buffer.from([byte]));
      response.end();
    });
    expect(await connect().user(3)).toMatchObject({ name: 'Zoë Müller' });
  });

  it.each(['504', '502', '503'])('of a gateway to a read are asked for again: %s', async (status) => {
    account.answer(
      (_seen, response) => response.writeHead(Number(status)).end('<html>'),
      json(200, { user: { id: 3, role: 'agent' } }),
    );
    const impatient: Waits = { ...createWaits(), pause: async () => 'over' };
    expect(await connect(impatient).user(3)).toMatchObject({ id: 3 });
    expect(account.calls).toHaveLength(2);
  });

  it('that ask to wait for days are asked again after an hour', async () => {
    account.answer(json(429, {}, { 'Retry-After': '864000' }));
    expect(await errorOf(connect().user(3))).toMatchObject({ retryAfterMs: 3_600_000 });
  });
});
