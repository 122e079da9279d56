import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Clock } from '../../server/clock.ts';
import { type Jobs, type JobsOptions, type Look, startJobs } from '../../server/jobs/index.ts';
import { type Ledger, openLedger } from '../../server/ledger/index.ts';
import { ZendeskError } from '../../server/zendesk/errors.ts';
import { ledgerDatabase, type TestDatabase } from '../support/postgres.ts';
import { movableClock, runningClock } from './support/clock.ts';
import { testLog } from './support/log.ts';
import { heldLooks } from './support/looks.ts';

let database: TestDatabase;
let ledger: Ledger;
let started: Jobs[];

beforeEach(async () => {
  database = await ledgerDatabase();
  ledger = await openLedger({ databaseUrl: database.url, onError: () => {} });
  started = [];
});
afterEach(async () => {
  await Promise.all(started.map((jobs) => jobs.stop(1_000)));
  await ledger.close();
  await database.drop();
});

async function start(look: Look, clock: Clock, options: Partial<JobsOptions> = {}): Promise<Jobs> {
  const { log } = testLog();
  const jobs = await startJobs({
    databaseUrl: database.url,
    ledger,
    clock,
    look,
    log,
    quietMs: 0,
    ...options,
  });
  started.push(jobs);
  return jobs;
}

async function sql(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const eventually = <T>(check: () => T | Promise<T>, timeout = 60_000): Promise<T> =>
  vi.waitFor(check, { timeout, interval: 20 });

describe('a wake', () => {
  it('leads to a look, once, and is settled by it', async () => {
    const clock = movableClock();
    const looks = heldLooks();
    await start(looks.look, clock);
    await ledger.wake([{ ticketId: 104, at: clock.now(), changedAt: clock.now() - 1_000 }]);
    await eventually(() => expect(looks.open).toHaveLength(1));
    expect(looks.begun[0]).toMatchObject({ ticketId: 104, changedAt: clock.now() - 1_000, attempts: 0 });
    looks.open[0]?.release();
    await eventually(async () => expect(await ledger.dueWakes(clock.now(), 10)).toEqual([]));
    expect(looks.begun).toHaveLength(1);
  });

  it('does not tell of a change too long ago to be waited for', async () => {
    const clock = movableClock();
    const looks = heldLooks();
    await start(looks.look, clock);
    await ledger.wake([{ ticketId: 104, at: clock.now(), changedAt: clock.now() - 20_000 }]);
    await eventually(() => expect(looks.begun[0]).toMatchObject({ changedAt: null }));
    looks.open[0]?.release();
  });

  it('in the future waits for the clock, and falls due as soon as the clock is moved', async () => {
    const clock = movableClock();
    const next = clock.now() + 86_400_000;
    const looks = heldLooks(() => next);
    const jobs = await start(looks.look, clock, { tickMs: 600_000 });
    await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    await eventually(() => expect(looks.open).toHaveLength(1));
    looks.open[0]?.release();
    await eventually(async () => expect(await ledger.nextWakeAt(clock.now())).toBe(next));
    expect(looks.begun).toHaveLength(1);
    clock.advance(86_400_000);
    jobs.poke();
    await eventually(() => expect(looks.begun).toHaveLength(2));
    looks.open[0]?.release();
  });

  it('loses none of 20 changes that come during a look', async () => {
    const clock = runningClock();
    let version = 0;
    const seen: number[] = [];
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const look: Look = async () => {
      seen.push(version);
      await gate;
      return { nextLookAt: undefined, save: async () => {} };
    };
    await start(look, clock);
    const change = async () => {
      version += 1;
      await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    };
    await change();
    await eventually(() => expect(seen).toEqual([1]));
    for (let changes = 0; changes < 20; changes += 1) await change();
    release();
    await eventually(() => expect(seen.at(-1)).toBe(21));
    await eventually(async () => expect(await ledger.dueWakes(clock.now(), 10)).toEqual([]));
    expect(seen.length).toBeLessThan(21);
  });

  it('within the quiet time waits for its end', async () => {
    const clock = movableClock();
    const looks = heldLooks();
    const jobs = await start(looks.look, clock, { quietMs: 3_000 });
    await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    await eventually(() => expect(looks.open).toHaveLength(1));
    looks.open[0]?.release();
    await eventually(async () => expect(await ledger.dueWakes(clock.now() + 3_000, 10)).toEqual([]));
    await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    expect(await ledger.dueWakes(clock.now() + 2_999, 10)).toEqual([]);
    clock.advance(3_000);
    jobs.poke();
    await eventually(() => expect(looks.begun).toHaveLength(2));
    looks.open[0]?.release();
  });

  it('again within the quiet time brings a longer one, and once it has come to rest the usual one', async () => {
    const clock = movableClock();
    const looks = heldLooks();
    const jobs = await start(looks.look, clock, { quietMs: 3_000 });
    const wake = () => ledger.wake([{ ticketId: 104, at: clock.now() }]);
    const look = async (number: number) => {
      jobs.poke();
      await eventually(() => expect(looks.begun).toHaveLength(number));
      looks.open[0]?.release();
      await eventually(async () => expect((await ledger.readWake(104))?.wakeAt).toBeNull());
      const quiet = (await ledger.readWake(104))?.quietUntil ?? 0;
      return quiet - clock.now();
    };
    await wake();
    expect(await look(1)).toBe(3_000);
    await wake();
    clock.advance(3_000);
    expect(await look(2)).toBe(9_000);
    await wake();
    clock.advance(9_000);
    expect(await look(3)).toBe(9_000);
    clock.advance(9_000);
    await wake();
    expect(await look(4)).toBe(3_000);
  });

  it('of many tickets is worked off without waiting for the next poll', async () => {
    const clock = runningClock();
    const looked: number[] = [];
    const look: Look = async ({ ticketId }) => {
      looked.push(ticketId);
      return { nextLookAt: undefined, save: async () => {} };
    };
    await start(look, clock, { concurrency: 2 });
    const tickets = Array.from({ length: 150 }, (_, index) => index + 1);
    await ledger.wake(tickets.map((ticketId) => ({ ticketId, at: clock.now() })));
    // At two looks a poll it would take minutes.
    await eventually(() => expect(new Set(looked).size).toBe(150));
  });
});

describe('a look that fails', () => {
  it('is repeated after a growing pause, and its error is kept without texts', async () => {
    const clock = movableClock();
    const looks = heldLooks();
    const jobs = await start(looks.look, clock);
    const woken = clock.now();
    await ledger.wake([{ ticketId: 104, at: woken }]);
    await eventually(() => expect(looks.open).toHaveLength(1));
    looks.open[0]?.fail(new SyntaxError('Unexpected token, "Dear Sir, I am Mr Smith" is not JSON'));
    const next = await eventually(async () => {
      const at = await ledger.nextWakeAt(woken);
      expect(at).toBeGreaterThanOrEqual(woken + 1_600);
      return at ?? 0;
    });
    expect(await ledger.readWake(104)).toMatchObject({ attempts: 1 });
    clock.advance(next - clock.now());
    jobs.poke();
    await eventually(() => expect(looks.begun[1]).toMatchObject({ attempts: 1 }));
    looks.open[0]?.fail(new Error('again'));
    await eventually(async () =>
      expect(await ledger.nextWakeAt(clock.now())).toBeGreaterThanOrEqual(clock.now() + 3_200),
    );
  });

  it('waits as long as Zendesk told', async () => {
    const clock = movableClock();
    const looks = heldLooks();
    await start(looks.look, clock);
    await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    await eventually(() => expect(looks.open).toHaveLength(1));
    looks.open[0]?.fail(
      new ZendeskError('429', { code: 'rate_limited', effect: 'none', retryAfterMs: 90_000 }),
    );
    await eventually(async () => expect(await ledger.nextWakeAt(clock.now())).toBe(clock.now() + 90_000));
  });

  it('does not hold up other tickets', async () => {
    const clock = movableClock();
    const looked: number[] = [];
    const look: Look = async ({ ticketId }) => {
      if (ticketId === 1) throw new Error('broken');
      looked.push(ticketId);
      return { nextLookAt: undefined, save: async () => {} };
    };
    await start(look, clock, { concurrency: 1 });
    await ledger.wake([1, 2, 3].map((ticketId) => ({ ticketId, at: clock.now() })));
    await eventually(() => expect(looked.sort()).toEqual([2, 3]));
  });

  it('writes nothing of a message that may quote a ticket into the log', async () => {
    const clock = movableClock();
    const told = testLog();
    const failing: Look = () => Promise.reject(new SyntaxError('"Dear Sir, I am Mr Smith" is not JSON'));
    await start(failing, clock, { log: told.log });
    await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    await eventually(() => expect(told.text()).toContain('look failed'));
    expect(told.text()).toContain('SyntaxError');
    expect(told.text()).not.toContain('Smith');
  });
});

describe('several processes on one database', () => {
  it('look at a ticket once at a time, and share the tickets', async () => {
    const clock = runningClock();
    const busy = new Map<number, number>();
    const overlaps: number[] = [];
    const byProcess = [new Set<number>(), new Set<number>()];
    const both = Promise.withResolvers<void>();
    let most = 0;
    const lookOf =
      (index: number): Look =>
      async ({ ticketId }) => {
        busy.set(ticketId, (busy.get(ticketId) ?? 0) + 1);
        if ((busy.get(ticketId) ?? 0) > 1) overlaps.push(ticketId);
        most = Math.max(
          most,
          [...busy.values()].reduce((sum, count) => sum + count, 0),
        );
        byProcess[index]?.add(ticketId);
        // Each holds what it has until the other one has something too.
        if (byProcess.every((looked) => looked.size > 0)) both.resolve();
        await both.promise;
        // Time for the other process to step on it.
        await ledger.ping();
        await ledger.ping();
        busy.set(ticketId, (busy.get(ticketId) ?? 0) - 1);
        return { nextLookAt: undefined, save: async () => {} };
      };
    await Promise.all([start(lookOf(0), clock), start(lookOf(1), clock)]);
    const tickets = Array.from({ length: 20 }, (_, index) => index + 1);
    for (let round = 0; round < 5; round += 1) {
      await ledger.wake(tickets.map((ticketId) => ({ ticketId, at: clock.now() })));
    }
    await eventually(async () => expect(await ledger.dueWakes(clock.now(), 100)).toEqual([]));
    expect(overlaps).toEqual([]);
    expect(most).toBeGreaterThan(1);
    expect(byProcess.every((looked) => looked.size > 0)).toBe(true);
  });

  it('take over the look of one that was killed', async () => {
    const program = join(import.meta.dirname, 'support/stuck-worker.ts');
    const stuck = spawn(process.execPath, [program, database.url], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => {
      stuck.kill('SIGKILL');
    });
    await ledger.wake([{ ticketId: 104, at: Date.now() }]);
    await once(stuck.stdout, 'data');
    stuck.kill('SIGKILL');
    await once(stuck, 'exit');
    // As if nobody had been heard of for so long.
    await sql(`update pgboss.job set heartbeat_on = heartbeat_on - heartbeat_seconds * interval '1s'`);
    const looks = heldLooks();
    await start(looks.look, runningClock(), { superviseSeconds: 1 });
    await eventually(() => expect(looks.open).toHaveLength(1));
    looks.open[0]?.release();
  });

  it('save nothing of a look whose job was given away meanwhile', async () => {
    const clock = movableClock();
    let saved = 0;
    const looks = heldLooks();
    const look: Look = async (request) => ({
      ...(await looks.look(request)),
      save: async () => {
        saved += 1;
      },
    });
    const told = testLog();
    await start(look, clock, { log: told.log, tickMs: 600_000 });
    await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    await eventually(() => expect(looks.open).toHaveLength(1));
    await sql(`update pgboss.job set state = 'failed' where name = 'look'`);
    looks.open[0]?.release();
    await eventually(() => expect(told.text()).toContain('taken over'));
    expect(saved).toBe(1);
    expect(await ledger.readWake(104)).toMatchObject({ attempts: 0, seq: 1 });
    expect(await ledger.dueWakes(clock.now(), 10)).toEqual([104]);
    await eventually(() => expect(looks.open).toHaveLength(1));
    looks.open[0]?.release();
  });
});
