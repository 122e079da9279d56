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

/** @param maxWaitMs as no machine takes to ask the database */
async function join(maxWaitMs = 60_000): Promise<{ limiter: Limiter; sharing: Sharing }> {
  const waits = createWaits();
  const limiter = createLimiter({ share: 0.5, waits, maxWaitMs });
  const sharing = await startSharing({ ledger, limiter, log: testLog().log, waits, everyMs: 20 });
  sharings.push(sharing);
  return { limiter, sharing };
}

const call = { method: 'GET', endpoint: '/users/me', path: '/users/me' };
const update = (id: number) => ({ method: 'PUT', endpoint: '/tickets/:id', path: `/tickets/${id}` });
const most = ({ limiter }: { limiter: Limiter }) => limiter.state().most;
/** What all have taken of a limit, as a process sees it that has nothing. */
async function takenOf(key: string): Promise<number> {
  const id = randomUUID();
  const told = { id, now: Date.now(), limit: undefined, keys: [key] };
  const { calls } = await ledger.beat(told, () => []);
  await ledger.leave(id);
  return calls.get(key) ?? 0;
}
/** A process that was there at a time, and had taken calls. */
async function gone(now: number, calls = 0, until = now + 60_000): Promise<void> {
  const told = { id: randomUUID(), now, limit: undefined, keys: ['account'] };
  await ledger.beat(told, () => [{ key: 'account', calls, until }]);
}
async function make(limiter: Limiter, count: number, request = call): Promise<void> {
  for (let made = 0; made < count; made += 1) (await limiter.admit(request)).ended();
}

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

  it('forget one that died half a minute ago, and only then; what it had taken, when its time is over', async () => {
    await gone(Date.now() - 31_000, 90);
    await gone(Date.now() - 10_000, 0);
    const { limiter, sharing } = await join();
    expect(most({ limiter })).toBe(10);
    await gone(Date.now() - 70_000, 9);
    await sharing.stop();
    sharings.pop();
    expect(await takenOf('account')).toBe(90);
  });

  it('leave a newcomer only what the others have not used', async () => {
    const one = await join();
    await make(one.limiter, 80);
    await expect.poll(() => takenOf('account')).toBe(80);
    const other = await join();
    expect(most(other)).toBe(20);
    await make(other.limiter, 20);
    expect(await takenOf('account')).toBe(100);
  });

  it('leave their calls behind when they stop, for as long as they count', async () => {
    const one = await join();
    await make(one.limiter, 80);
    sharings.pop();
    await one.sharing.stop();
    expect(most(await join())).toBe(20);
  });

  it('keep nothing while they are idle, and are let go at once when they are alone', async () => {
    const one = await join();
    await make(one.limiter, 1);
    await expect.poll(() => takenOf('account')).toBe(1);
    await Promise.all(Array.from({ length: 99 }, () => make(one.limiter, 1)));
    expect(one.limiter.state()).toMatchObject({ used: 100, waiting: 0 });
  });

  it('share the limits of endpoints too, and the 30 updates of one ticket in ten minutes', async () => {
    const [one, other] = [await join(), await join()];
    await make(one.limiter, 20, update(7));
    await make(other.limiter, 10, update(7));
    const { limiter: impatient } = await join(2_500);
    const refused = impatient.admit(update(7)).catch((thrown: unknown) => thrown);
    await make(other.limiter, 5, update(8));
    expect(await takenOf('update')).toBeGreaterThanOrEqual(35);
    expect(await refused).toMatchObject({ code: 'rate_limited', effect: 'none' });
  });

  it('make no call while the database can not be asked, and say so once', async () => {
    const told = testLog();
    const waits = createWaits();
    const limiter = createLimiter({ share: 0.5, waits, maxWaitMs: 60_000 });
    let isDown = true;
    const flaky = {
      leave: ledger.leave,
      beat: (...asked: Parameters<Ledger['beat']>) =>
        isDown ? Promise.reject(new Error('down')) : ledger.beat(...asked),
    };
    const sharing = await startSharing({ ledger: flaky, limiter, log: told.log, waits, everyMs: 20 });
    sharings.push(sharing);
    const admitted = limiter.admit(call);
    await expect.poll(() => limiter.state().waiting).toBe(1);
    expect(told.text().split('is the database up?')).toHaveLength(2);
    isDown = false;
    (await admitted).ended();
    expect(limiter.state()).toMatchObject({ used: 1, waiting: 0 });
  });
});
