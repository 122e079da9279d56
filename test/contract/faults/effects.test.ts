import { describe, expect, test } from 'vitest';
import { at } from '../support/read.ts';
import { faultyAccount, PUT } from './faulty-account.ts';

const { account, put, priority, failed } = faultyAccount();

async function cookie(): Promise<string> {
  const session = await fetch(`${account.sandbox.url}/__sandbox/session`);
  return session.headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('effects', () => {
  test('an answer takes the place of the work, as text or as JSON, with its headers', async () => {
    account.sandbox.faults.add({
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
    expect(account.sandbox.requests().find(({ status }) => status === 503)?.endpoint).toBe(PUT.endpoint);
  });

  test('a reset before the work leaves nothing done, one after it leaves all of it done', async () => {
    const off = account.sandbox.faults.add({ match: PUT, effect: { kind: 'reset', when: 'before' } });
    await expect(put()).rejects.toThrow();
    expect(await priority()).not.toBe('urgent');
    off();
    account.sandbox.faults.add({ match: PUT, effect: { kind: 'reset', when: 'after' } });
    await expect(put()).rejects.toThrow();
    expect(await priority()).toBe('urgent');
    await expect.poll(() => failed().map(({ endpoint }) => endpoint)).toEqual([PUT.endpoint, PUT.endpoint]);
  });

  test.each([
    ['before', false],
    ['after', true],
  ] as const)('silence %s the work lasts until the client gives up', async (when, done) => {
    account.sandbox.faults.add({ match: PUT, effect: { kind: 'silence', when } });
    const patience = new AbortController();
    const call = fetch(`${account.sandbox.url}/api/v2/tickets/101`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: await cookie() },
      body: '{"ticket":{"priority":"urgent"}}',
      signal: patience.signal,
    });
    call.catch(() => undefined);
    await expect.poll(() => account.sandbox.faults.list()[0]?.struck).toBe(1);
    if (done) await expect.poll(priority).toBe('urgent');
    patience.abort();
    await expect(call).rejects.toThrow();
    await expect.poll(() => failed().length).toBe(1);
    expect((await priority()) === 'urgent').toBe(done);
  });

  test('a late reply comes, and the work was done before it', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    account.sandbox.faults.add(({ endpoint }) =>
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
    account.sandbox.faults.add({ match: PUT, effect: { kind: 'slow', ms: 150 } });
    expect((await put()).status).toBe(200);
    expect(account.sandbox.requests().at(-1)?.ms).toBeGreaterThanOrEqual(149);
  });

  test('malformed: the work is done, and the JSON of a whole HTTP reply ends in the middle', async () => {
    account.sandbox.faults.add({ match: PUT, effect: { kind: 'malformed' }, times: 1 });
    await expect(put()).rejects.toThrow(SyntaxError);
    expect(await priority()).toBe('urgent');
  });

  test.each(['UpdateConflict', 'DatabaseConflict'] as const)('a conflict: %s', async (error) => {
    account.sandbox.faults.add({ match: PUT, effect: { kind: 'conflict', error } });
    const answer = await put();
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ error, description: expect.any(String) });
  });
});
