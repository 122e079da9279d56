import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ledger, openLedger } from '../../server/ledger/index.ts';
import type { LimitedRequest } from '../../server/zendesk/limiter.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { type Fate, type SharingProcess, startProcess } from './support/sharing-process.ts';
import { virtualWaits } from './support/virtual-waits.ts';

const MINUTE = 60_000;
const SHARE = 0.2;
/** What the simulated account tells is its limit; until then the processes think of 200. */
const ACCOUNT = 240;
/** A moment far from the other tests' and runs', since each begins where the one before has ended. */
let epoch = Date.UTC(2030, 0, 1);

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await testDatabase();
  ledger = await openLedger({ databaseUrl: database.url, onError: () => {} });
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

const read: LimitedRequest = { method: 'GET', endpoint: '/tickets/:id', path: '/tickets/1' };
const update = (id: number): LimitedRequest => ({
  method: 'PUT',
  endpoint: '/tickets/:id',
  path: `/tickets/${id}`,
});

const step = fc.record({
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constant('burst' as const) },
    { weight: 2, arbitrary: fc.constant('join' as const) },
    { weight: 1, arbitrary: fc.constant('stop' as const) },
    { weight: 2, arbitrary: fc.constant('kill' as const) },
  ),
  who: fc.nat(3),
  request: fc.constantFrom(read, read, update(1), update(1), update(2)),
  burst: fc.integer({ min: 1, max: 60 }),
  takesMs: fc.integer({ min: 0, max: 12_000 }),
  arrives: fc.double({ min: 0, max: 1, noNaN: true }),
  seconds: fc.integer({ min: 0, max: 20 }),
  fates: fc.array(fc.constantFrom<Fate>('lost', 'unanswered', 'answered', 'answered', 'answered'), {
    maxLength: 3,
  }),
  isSlow: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The most of `times` that lie in any span of this length. */
function mostIn(times: readonly number[], spanMs: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + spanMs).length));
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function createSimulation() {
  const waits = virtualWaits();
  const began = epoch;
  const arrivals: { readonly request: LimitedRequest; readonly at: number }[] = [];
  const asked = new Set<Promise<unknown>>();
  const fates: Fate[] = [];
  let processes: SharingProcess[] = [];
  const shared = {
    ledger,
    waits,
    now: () => began + waits.elapsed(),
    share: SHARE,
    fate: (): Fate => fates.shift() ?? 'answered',
    asked,
  };
  /** The database has answered, and what follows from that is done. */
  const idle = async (): Promise<void> => {
    await settled();
    while (asked.size > 0) {
      await Promise.allSettled([...asked]);
      await settled();
    }
  };
  const pass = async (seconds: number, isSlow: boolean): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      await waits.pass(1_000);
      // Where the database is slow, whole seconds pass before it answers.
      if (!isSlow) await idle();
    }
  };
  const join = async (): Promise<void> => {
    processes.push(await startProcess(shared));
  };
  const leave = async (one: SharingProcess, isKilled: boolean): Promise<void> => {
    processes = processes.filter((other) => other !== one);
    if (isKilled) one.kill();
    else await one.stop().catch(() => {});
  };
  const burst = (one: SharingProcess, { request, burst: calls, takesMs, arrives }: Step): void => {
    const arrived = (made: LimitedRequest, at: number) => arrivals.push({ request: made, at });
    const plan = { request, takesMs, arrivesAfterMs: takesMs * arrives, arrived };
    for (let made = 0; made < calls; made += 1) void one.call(plan);
  };
  return {
    arrivals,
    take: async (taken: Step): Promise<void> => {
      fates.push(...taken.fates);
      const one = processes[taken.who % Math.max(1, processes.length)];
      if (taken.what === 'join' && processes.length < 4) await join();
      else if (one && taken.what === 'burst') burst(one, taken);
      else if (one && taken.what !== 'join') await leave(one, taken.what === 'kill');
      await pass(taken.seconds, taken.isSlow);
    },
    join,
    pass,
    end: async (): Promise<void> => {
      fates.length = 0;
      for (const one of [...processes]) await leave(one, false);
      await idle();
      epoch = began + waits.elapsed() + 20 * MINUTE;
    },
  };
}

const calls = (arrivals: ReturnType<typeof createSimulation>['arrivals'], path?: string) =>
  arrivals
    .filter(
      ({ request }) => path === undefined || (request.method === 'PUT' && request.path.startsWith(path)),
    )
    .map(({ at }) => at);

test('however processes join, stop and die: no minute has more calls than the share, over all of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
      const simulation = createSimulation();
      const { arrivals } = simulation;
      await simulation.join();
      for (const one of steps) await simulation.take(one);
      await simulation.end();
      expect(mostIn(calls(arrivals), MINUTE)).toBeLessThanOrEqual(ACCOUNT * SHARE);
      expect(mostIn(calls(arrivals, '/tickets/'), MINUTE)).toBeLessThanOrEqual(100 * SHARE);
      for (const path of ['/tickets/1', '/tickets/2'])
        expect(mostIn(calls(arrivals, path), 10 * MINUTE)).toBeLessThanOrEqual(30);
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 600_000);

const join: Step = {
  what: 'join',
  who: 0,
  request: read,
  burst: 40,
  takesMs: 0,
  arrives: 0,
  seconds: 0,
  fates: [],
  isSlow: false,
};

test('a process alone has the whole share at once, and its successor what it has left', async () => {
  // Nobody remembers what an account told hours ago: the share is that of 200 calls a minute.
  epoch += 120 * MINUTE;
  const { take, end, arrivals } = createSimulation();
  await take(join);
  await take({ ...join, what: 'burst', burst: 36, seconds: 1 });
  expect(arrivals).toHaveLength(36);
  await take({ ...join, what: 'kill', seconds: 1 });
  await take(join);
  await take({ ...join, what: 'burst', burst: 10, seconds: 1 });
  expect(arrivals).toHaveLength(40);
  await end();
});
