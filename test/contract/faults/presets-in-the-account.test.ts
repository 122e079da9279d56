import { describe, expect, test } from 'vitest';
import { at, eventsOf, listAt } from '../support/read.ts';
import { AGENT } from '../support/seed.ts';
import { faultyAccount } from './faulty-account.ts';

const { account, put } = faultyAccount();

describe('faults by name that change the account', () => {
  test.each([
    'token-revoked',
    'token-expired',
  ] as const)('%s: 401 until a new one is fetched', async (name) => {
    account.sandbox.faults.preset(name);
    expect((await put()).status).toBe(401);
    expect(account.sandbox.faults.list()).toEqual([]);
    await account.signIn();
    expect((await put()).status).toBe(200);
  });

  test('notifications-off: the requester is not written to, until it is over', async () => {
    const reply = async () => {
      const comment = { body: 'Hello', public: true, author_id: AGENT };
      const saved = await account.api.put('/tickets/101', { ticket: { comment } });
      return eventsOf(at(saved.body, 'audit')).map((event) => event.type);
    };
    expect(await reply()).toContain('Notification');
    const { id } = account.sandbox.faults.preset('notifications-off');
    const active = listAt((await account.api.get('/triggers')).body, 'triggers').map((one) =>
      at(one, 'active'),
    );
    expect(active).toContain(false);
    expect(await reply()).not.toContain('Notification');
    account.sandbox.faults.remove(id);
    expect(await reply()).toContain('Notification');
  });

  test('stale-reads and search-lag set how far the account is behind, and put it back', async () => {
    const lag = async () => (await fetch(`${account.sandbox.url}/__sandbox/lag`)).json();
    account.sandbox.faults.preset('stale-reads', { ms: 4000 });
    account.sandbox.faults.preset('search-lag', { ms: 90_000, minutes: 1 });
    expect(await lag()).toEqual({ readMs: 4000, searchMs: 90_000 });
    account.sandbox.clock.advance(60_000);
    expect(await lag()).toEqual({ readMs: 4000, searchMs: 0 });
    account.sandbox.faults.clear();
    expect(await lag()).toEqual({ readMs: 0, searchMs: 0 });
  });
});
