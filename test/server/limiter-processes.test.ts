import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../server/ledger/index.ts';
import { type Sharing, startSharing } from '../../server/start-up/share-limit.ts';
import { createWaits } from '../../server/waits.ts';
import { createLimiter, type Limiter } from '../../server/zendesk/limiter.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { testLog } from './support/log.ts';

let database: TestDatabase;
let ledger: Ledger;
let sharings: Sharing[];

beforeEach(async () => {
  database = await testDatabase();
  ledger = await openLedger({ databaseUrl: database.url, onError: () => {} });
  sharings = [];
});
afterEach(async () => {
  await Promise.all(sharings.map((sharing) => sharing.stop()));
  await ledger.close();
  await database.drop();
});

async function join(): Promise<{ limiter: Limiter; sharing: Sharing }> {
  const limiter = createLimiter({ share: 0.5, waits: createWaits(), maxWaitMs: 1_000 });
  const sharing = await startSharing({ ledger, limiter, log: testLog().log, everyMs: 20 });
  sharings.push(sharing);
  return { limiter, sharing };
}

const call = { method: 'GET', endpoint: '/users/me', path: '/users/me' };
const most = ({ limiter }: { limiter: Limiter }) => limiter.state().most;

describe('several processes', () => {
  it('split the share, and have it back when one stops', async () => {
    const one = await join();
    expect(most(one)).toBe(100);
    const other = await join();
    expect(most(other)).toBe(50);
    await expect.poll(() => most(one)).toBe(50);
    sharings.splice(1);
    await other.sharing.stop();
    await expect.poll(() => most(one)).toBe(100);
  });

  it('forget one that died half a minute ago, and only then', async () => {
    await ledger.beat({ id: randomUUID(), now: Date.now() - 31_000, calls: 90 });
    await ledger.beat({ id: randomUUID(), now: Date.now() - 10_000, calls: 0 });
    expect(most(await join())).toBe(50);
  });

  it('leave a newcomer only what the others have not used', async () => {
    const one = await join();
    for (let made = 0; made < 80; made += 1) (await one.limiter.admit(call)).ended();
    await expect.poll(async () => (await ledger.beat({ id: randomUUID(), now: 0, calls: 0 })).calls).toBe(80);
    const other = await join();
    expect(most(other)).toBe(20);
  });

  it('go on with the last division while the database is gone', async () => {
    const one = await join();
    await join();
    await expect.poll(() => most(one)).toBe(50);
    const told = testLog();
    const limiter = createLimiter({ share: 0.5, waits: createWaits(), maxWaitMs: 1_000 });
    const down = { beat: () => Promise.reject(new Error('down')), leave: async () => {} };
    const sharing = await startSharing({ ledger: down, limiter, log: told.log, everyMs: 20 });
    await expect.poll(() => told.text()).toContain('is the database up?');
    expect(limiter.state().most).toBe(100);
    await sharing.stop();
  });
});
