import { describe, expect, test } from 'vitest';
import { startSandbox } from '../../sandbox/index.ts';
import { serviceClient, sessionClient } from '../support/client.ts';
import { AGENT, SEED } from '../support/seed.ts';
import { faultyAccount, PUT } from './faulty-account.ts';

const { account, put } = faultyAccount();

describe('which requests', () => {
  const refused = { kind: 'answer', status: 500, body: {} } as const;
  const statuses = async (calls: number) => {
    const found: number[] = [];
    for (let call = 0; call < calls; call++) found.push((await account.api.get('/tickets/101')).status);
    return found;
  };

  test('by endpoint as the log names it: an id is no word', async () => {
    account.sandbox.faults.add({ match: { endpoint: 'GET /api/v2/tickets/:id' }, effect: refused });
    expect((await account.api.get('/tickets/101.json?include=users')).status).toBe(500);
    expect((await account.api.get('/tickets/count')).status).toBe(200);
    expect((await account.api.get('/tickets/101/audits')).status).toBe(200);
  });

  test('by a part of the path, by an expression, by method', async () => {
    const off = account.sandbox.faults.add({ match: { path: '/audits', method: 'get' }, effect: refused });
    expect((await account.api.get('/tickets/101/audits')).status).toBe(500);
    expect((await account.api.get('/tickets/101')).status).toBe(200);
    off();
    account.sandbox.faults.add({ match: { path: '/tickets\\/10[12]$/' }, effect: refused });
    expect((await account.api.get('/tickets/102')).status).toBe(500);
    expect((await account.api.get('/tickets/102/audits')).status).toBe(200);
  });

  test('by caller: programs with a token, or the browsers of agents', async () => {
    const agent = await sessionClient(account.sandbox, AGENT);
    account.sandbox.faults.add({ match: { caller: 'program' }, effect: refused });
    expect((await account.api.get('/tickets/101')).status).toBe(500);
    expect((await agent.get('/tickets/101')).status).toBe(200);
  });

  test('skip, then so many times, then no more', async () => {
    account.sandbox.faults.add({ effect: refused, skip: 1, times: 2 });
    expect(await statuses(5)).toEqual([200, 500, 500, 200, 200]);
    expect(account.sandbox.faults.list()).toEqual([]);
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
    account.sandbox.faults.add({ effect: refused, untilMs: 60_000 });
    expect(await statuses(1)).toEqual([500]);
    account.sandbox.clock.advance(61_000);
    expect(await statuses(1)).toEqual([200]);
    expect(account.sandbox.faults.list()).toEqual([]);
  });

  test('the first that has something to say decides, and a hook may say all that a rule may', async () => {
    account.sandbox.faults.add(({ endpoint, caller }) =>
      endpoint === PUT.endpoint && caller === 'program'
        ? { kind: 'conflict', error: 'UpdateConflict' }
        : undefined,
    );
    account.sandbox.faults.add({ effect: refused });
    expect((await put()).status).toBe(409);
    expect((await account.api.get('/tickets/101')).status).toBe(500);
    account.sandbox.faults.clear();
    expect((await put()).status).toBe(200);
  });

  test('the tokens’ own endpoint can be struck too', async () => {
    account.sandbox.faults.add({ match: { endpoint: 'POST /oauth/tokens' }, effect: refused });
    const reply = await fetch(`${account.sandbox.url}/oauth/tokens`, { method: 'POST' });
    expect(reply.status).toBe(500);
  });
});
