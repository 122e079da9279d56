import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FaultRule, type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, listAt, textAt } from './support/read.ts';
import { AGENT, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

const PUT = { endpoint: 'PUT /api/v2/tickets/:id' };
const put = (priority = 'urgent') => api.put('/tickets/101', { ticket: { priority } });
const priority = async () => at((await api.get('/tickets/101')).body, 'ticket.priority');
const failed = () => sandbox.requests().filter(({ status }) => status === 0);

describe('effects', () => {
  test('an answer takes the place of the work, as text or as JSON, with its headers', async () => {
    sandbox.faults.add({
      match: PUT,
      effect: { kind: 'answer', status: 503, body: { error: 'x' }, headers: { 'Retry-After': '7' } },
    });
    const answer = await put();
    expect([answer.status, answer.body, answer.headers.get('retry-after')]).toEqual([
      503,
      { error: 'x' },
      '7',
    ]);
    expect(await priority()).not.toBe('urgent');
    expect(sandbox.requests().find(({ status }) => status === 503)?.endpoint).toBe(PUT.endpoint);
  });

  test('a reset before the work leaves nothing done, one after it leaves all of it done', async () => {
    const off = sandbox.faults.add({ match: PUT, effect: { kind: 'reset', when: 'before' } });
    await expect(put()).rejects.toThrow();
    expect(await priority()).not.toBe('urgent');
    off();
    sandbox.faults.add({ match: PUT, effect: { kind: 'reset', when: 'after' } });
    await expect(put()).rejects.toThrow();
    expect(await priority()).toBe('urgent');
    await expect.poll(() => failed().map(({ endpoint }) => endpoint)).toEqual([PUT.endpoint, PUT.endpoint]);
  });

  test.each([
    ['before', false],
    ['after', true],
  ] as const)('silence %s the work lasts until the client gives up', async (when, done) => {
    sandbox.faults.add({ match: PUT, effect: { kind: 'silence', when } });
    const patience = new AbortController();
    const call = fetch(`${sandbox.url}/api/v2/tickets/101`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: await cookie() },
      body: '{"ticket":{"priority":"urgent"}}',
      signal: patience.signal,
    });
    call.catch(() => undefined);
    await expect.poll(() => sandbox.faults.list()[0]?.struck).toBe(1);
    if (done) await expect.poll(priority).toBe('urgent');
    patience.abort();
    await expect(call).rejects.toThrow();
    await expect.poll(() => failed().length).toBe(1);
    expect((await priority()) === 'urgent').toBe(done);
  });

  test('a late reply comes, and the work was done before it', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    sandbox.faults.add(({ endpoint }) =>
      endpoint === PUT.endpoint ? { kind: 'silence', when: 'after', until: () => promise } : undefined,
    );
    let isThere = false;
    const reply = put().finally(() => {
      isThere = true;
    });
    await expect.poll(priority).toBe('urgent');
    expect(isThere).toBe(false);
    resolve();
    expect(at((await reply).body, 'ticket.priority')).toBe('urgent');
  });

  test('slow waits, then does the work and answers as ever', async () => {
    sandbox.faults.add({ match: PUT, effect: { kind: 'slow', ms: 150 } });
    expect((await put()).status).toBe(200);
    expect(sandbox.requests().at(-1)?.ms).toBeGreaterThanOrEqual(149);
  });

  test('malformed: the work is done, and the JSON of a whole HTTP reply ends in the middle', async () => {
    sandbox.faults.add({ match: PUT, effect: { kind: 'malformed' }, times: 1 });
    await expect(put()).rejects.toThrow(SyntaxError);
    expect(await priority()).toBe('urgent');
  });

  test.each(['UpdateConflict', 'DatabaseConflict'] as const)('a conflict: %s', async (error) => {
    sandbox.faults.add({ match: PUT, effect: { kind: 'conflict', error } });
    const answer = await put();
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ error, description: expect.any(String) });
  });
});

async function cookie(): Promise<string> {
  const session = await fetch(`${sandbox.url}/__sandbox/session`);
  return session.headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('which requests', () => {
  const refused = { kind: 'answer', status: 500, body: {} } as const;
  const statuses = async (calls: number) => {
    const found: number[] = [];
    for (let call = 0; call < calls; call++) found.push((await api.get('/tickets/101')).status);
    return found;
  };

  test('by endpoint as the log names it: an id is no word', async () => {
    sandbox.faults.add({ match: { endpoint: 'GET /api/v2/tickets/:id' }, effect: refused });
    expect((await api.get('/tickets/101.json?include=users')).status).toBe(500);
    expect((await api.get('/tickets/count')).status).toBe(200);
    expect((await api.get('/tickets/101/audits')).status).toBe(200);
  });

  test('by a part of the path, by an expression, by method', async () => {
    const off = sandbox.faults.add({ match: { path: '/audits', method: 'get' }, effect: refused });
    expect((await api.get('/tickets/101/audits')).status).toBe(500);
    expect((await api.get('/tickets/101')).status).toBe(200);
    off();
    sandbox.faults.add({ match: { path: '/tickets\\/10[12]$/' }, effect: refused });
    expect((await api.get('/tickets/102')).status).toBe(500);
    expect((await api.get('/tickets/102/audits')).status).toBe(200);
  });

  test('by caller: programs with a token, or the browsers of agents', async () => {
    const agent = await sessionClient(sandbox, AGENT);
    sandbox.faults.add({ match: { caller: 'program' }, effect: refused });
    expect((await api.get('/tickets/101')).status).toBe(500);
    expect((await agent.get('/tickets/101')).status).toBe(200);
  });

  test('skip, then so many times, then no more', async () => {
    sandbox.faults.add({ effect: refused, skip: 1, times: 2 });
    expect(await statuses(5)).toEqual([200, 500, 500, 200, 200]);
    expect(sandbox.faults.list()).toEqual([]);
  });

  test('a share is struck, the same one for the same seed', async () => {
    const run = async (randomSeed: number) => {
      const own = await startSandbox({ seed: SEED, randomSeed });
      try {
        const client = await serviceClient(own);
        own.faults.add({ effect: refused, share: 0.3 });
        const found: number[] = [];
        for (let call = 0; call < 60; call++) found.push((await client.get('/tickets/101')).status);
        return found;
      } finally {
        await own.stop();
      }
    };
    const first = await run(7);
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
    const struck = first.filter((status) => status === 500).length;
    expect(struck).toBeGreaterThan(6);
    expect(struck).toBeLessThan(32);
  });

  test('until its time is over on the account’s clock', async () => {
    sandbox.faults.add({ effect: refused, untilMs: 60_000 });
    expect(await statuses(1)).toEqual([500]);
    sandbox.clock.advance(61_000);
    expect(await statuses(1)).toEqual([200]);
    expect(sandbox.faults.list()).toEqual([]);
  });

  test('the first that has something to say decides, and a hook may say all that a rule may', async () => {
    sandbox.faults.add(({ endpoint, caller }) =>
      endpoint === PUT.endpoint && caller === 'program'
        ? { kind: 'conflict', error: 'UpdateConflict' }
        : undefined,
    );
    sandbox.faults.add({ effect: refused });
    expect((await put()).status).toBe(409);
    expect((await api.get('/tickets/101')).status).toBe(500);
    sandbox.faults.clear();
    expect((await put()).status).toBe(200);
  });

  test('the tokens’ own endpoint can be struck too', async () => {
    sandbox.faults.add({ match: { endpoint: 'POST /oauth/tokens' }, effect: refused });
    const reply = await fetch(`${sandbox.url}/oauth/tokens`, { method: 'POST' });
    expect(reply.status).toBe(500);
  });
});

describe('over HTTP', () => {
  const control = async (method: string, path: string, body?: unknown) => {
    const reply = await fetch(`${sandbox.url}/__sandbox${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: reply.status, body: parsed };
  };

  test('a rule is switched on, listed with its strikes, and switched off', async () => {
    const rule: FaultRule = {
      name: 'mine',
      match: PUT,
      effect: { kind: 'conflict', error: 'DatabaseConflict' },
    };
    const made = await control('POST', '/faults', rule);
    expect(made.status).toBe(201);
    expect((await put()).status).toBe(409);
    const listed = listAt((await control('GET', '/faults')).body, 'faults');
    expect(listed).toMatchObject([{ name: 'mine', struck: 1, endsAt: null, rule: { match: PUT } }]);
    const id = textAt(made.body, 'fault.id');
    expect((await control('DELETE', `/faults/${id}`)).status).toBe(204);
    expect((await control('DELETE', `/faults/${id}`)).status).toBe(404);
    expect((await put()).status).toBe(200);
  });

  test('all are switched off at once', async () => {
    await control('POST', '/faults', { preset: 'server-error' });
    await control('POST', '/faults', { preset: 'forbidden' });
    expect((await control('DELETE', '/faults')).status).toBe(204);
    expect(sandbox.faults.list()).toEqual([]);
    expect((await put()).status).toBe(200);
  });

  test.each([
    ['no effect', {}, /effect/],
    ['an unknown effect', { effect: { kind: 'magic' } }, /effect\.kind/],
    ['a status that is none', { effect: { kind: 'answer', status: 20 } }, /effect\.status/],
    ['a field that is none', { effect: { kind: 'malformed' }, often: 3 }, /often/],
    ['a share over 1', { effect: { kind: 'malformed' }, share: 30 }, /share/],
    ['a broken expression', { match: { path: '/(/' }, effect: { kind: 'malformed' } }, /match\.path/],
    [
      'an endpoint without its method',
      { match: { endpoint: '/tickets' }, effect: { kind: 'malformed' } },
      /match\.endpoint/,
    ],
    ['an unknown name', { preset: 'earthquake' }, /preset: .*earthquake.*rate-limit/],
    ['a parameter that the named one lacks', { preset: 'server-error', ms: 5 }, /ms: server-error/],
    ['a parameter out of bounds', { preset: 'slow', ms: -5 }, /ms/],
  ])('%s is refused by its name', async (_what, body, words) => {
    const refused = await control('POST', '/faults', body);
    expect(refused.status).toBe(422);
    expect(textAt(refused.body, 'description')).toMatch(words);
    expect(sandbox.faults.list()).toEqual([]);
  });
});
