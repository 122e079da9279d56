import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Rounds, startRounds } from '../../server/jobs/rounds.ts';
import { type Ledger, openLedger } from '../../server/ledger/index.ts';
import { createKeepingUp } from '../../server/sweep/keeping-up.ts';
import { createSweep, type Swept } from '../../server/sweep/sweep.ts';
import { createWaits } from '../../server/waits.ts';
import { createZendesk } from '../../server/zendesk/index.ts';
import { until } from '../demo/until.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { testLog } from './support/log.ts';

const MINUTE = 60_000;
const CUSTOMER = 9_001;
/** Three pages of the search. */
const COMPLAINTS = 250;

let sandbox: Sandbox;
let database: TestDatabase;
let ledger: Ledger;
let running: Rounds[] = [];
let swept: Swept[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({
    now: '2026-04-02T09:00:00Z',
    plan: 'enterprise_plus',
    seed: {
      users: [
        { id: CUSTOMER, name: 'A Customer', email: 'customer@mail.example', role: 'end-user' },
        { id: 9_002, name: 'Service', email: 'service@desk.example', role: 'admin', service: true },
      ],
      tickets: Array.from({ length: COMPLAINTS }, (_, index) => ({
        id: 10_000 + index,
        subject: 'A complaint',
        requester_id: CUSTOMER,
        created_at: '-1m',
        tags: ['formal_complaint'],
        comments: [{ author_id: CUSTOMER, body: 'It does not work.' }],
      })),
    },
  });
});
afterAll(() => sandbox.stop());

beforeEach(async () => {
  database = await testDatabase();
  ledger = await openLedger({
    databaseUrl: database.url,
    onError: (error) => {
      throw error;
    },
  });
  swept = [];
});
afterEach(async () => {
  sandbox.faults.clear();
  for (const one of running) await one.stop();
  running = [];
  await ledger.close();
  await database.drop();
});

interface Sweeping {
  /** Of the account, in calls a minute. */
  readonly limit?: number;
  readonly pageSize?: number;
  readonly log?: Logger;
}

function startSweeping({ limit = 200, pageSize = 100, log = testLog().log }: Sweeping = {}): Rounds {
  const waits = createWaits();
  const { url: baseUrl, clientId, clientSecret, clock } = sandbox;
  const zendesk = createZendesk({ baseUrl, clientId, clientSecret, scope: 'read tickets:write', waits });
  const everyMs = 5 * MINUTE;
  const keepingUp = createKeepingUp({ log, everyMs });
  const sweep = createSweep({
    rest: zendesk.rest,
    ledger,
    clock,
    everyMs,
    pageSize,
    callsPerMinute: () => limit,
    onSwept: (one) => {
      swept.push(one);
      keepingUp(one);
    },
  });
  const rounds = startRounds({ ledger, clock, waits, log, rounds: [sweep], checkMs: 100 });
  running.push(rounds);
  return rounds;
}

const pages = () =>
  sandbox.requests().filter(({ path, status }) => /search\/export/.test(path) && status < 300);
const isLater = ({ path }: { path: string }) => /search\/export/.test(path) && /page%5Bafter%5D/.test(path);
const woken = async () => (await ledger.dueWakes(sandbox.clock.now(), 1_000)).length;

test('a sweep that was cut off goes on where it stood, in another process', async () => {
  const before = pages().length;
  let let2 = 0;
  sandbox.faults.add((request) => {
    let2 += isLater(request) ? 1 : 0;
    return isLater(request) && let2 > 1 ? { status: 403, body: '{"error":"Forbidden"}' } : undefined;
  });
  const first = startSweeping();
  await until('two pages are read', async () => ((await woken()) === 200 ? true : undefined));
  await until('the third was refused', async () => (let2 > 1 ? true : undefined));
  await first.stop();
  sandbox.faults.clear();
  sandbox.clock.advance(MINUTE);
  startSweeping();
  await until('the sweep is done', async () => swept[0]);
  expect(await woken()).toBe(COMPLAINTS);
  expect(pages().length - before).toBe(3);
});

test('a cursor that has expired starts the search again, and nothing is lost', async () => {
  let refused = 0;
  sandbox.faults.add((request) => {
    if (!isLater(request) || refused > 0) return undefined;
    refused += 1;
    return { status: 400, body: '{"error":"InvalidPaginationParameter"}' };
  });
  startSweeping();
  await until('the sweep is done', async () => swept[0]);
  expect(refused).toBe(1);
  expect(await woken()).toBe(COMPLAINTS);
});

test('several processes: one sweeps, and each waits for its turn', async () => {
  const before = pages().length;
  startSweeping();
  startSweeping();
  startSweeping();
  await until('the sweep is done', async () => swept[0]);
  for (const one of running) one.poke();
  await until('it is let go of', async () => {
    const taken = await ledger.takeRun({
      name: 'sweep',
      holder: randomUUID(),
      realNow: Date.now(),
      until: Date.now() + 1,
      now: null,
    });
    return taken;
  });
  expect(pages().length - before).toBe(3);
  expect(swept).toHaveLength(1);
});

/** Whether a process could begin the next sweep so long after now. */
const dueAfter = async (ms: number): Promise<boolean> => {
  const realNow = Date.now();
  const holder = randomUUID();
  const now = sandbox.clock.now() + ms;
  const taken = await ledger.takeRun({ name: 'sweep', holder, realNow, until: realNow + MINUTE, now });
  if (taken) await ledger.endRun({ name: 'sweep', holder, dueAt: now });
  return taken !== undefined;
};

test('the more pages it takes, the longer until the next one, but not so long that what is missed is found late', async () => {
  const told = testLog();
  startSweeping({ limit: 60, log: told.log });
  await until('the sweep is done', async () => swept[0]);
  await running.pop()?.stop();
  // Three calls at half of 1% of 60 a minute: ten minutes, which would leave no time for the sweep itself.
  expect(await dueAfter(7 * MINUTE)).toBe(false);
  expect(await dueAfter(8 * MINUTE)).toBe(true);
  expect(swept[0]).toMatchObject({ pages: 3, intervalMs: 8 * MINUTE });
  expect(told.text()).not.toContain('keep');
});

test('a sweep that would take more than 10% of the limit is late, and says so once, and when it is over', async () => {
  const told = testLog();
  startSweeping({ limit: 2, log: told.log });
  await until('the sweep is done', async () => swept[0]);
  // Three calls at 10% of two a minute.
  expect(swept[0]).toMatchObject({ intervalMs: 15 * MINUTE });
  sandbox.clock.advance(15 * MINUTE);
  for (const one of running) one.poke();
  await until('the next one is done', async () => swept[1]);
  await running.pop()?.stop();
  const said = told.text();
  expect(said.split('can not keep up')).toHaveLength(2);
  expect(said).toContain('RATE_SHARE');
  const keepingUp = createKeepingUp({ log: told.log, everyMs: 5 * MINUTE });
  const [late] = swept;
  if (!late) throw new Error('there was no sweep');
  for (const intervalMs of [15, 16, 5, 5].map((minutes) => minutes * MINUTE))
    keepingUp({ ...late, intervalMs });
  expect(told.text().split('can not keep up')).toHaveLength(3);
  expect(told.text().split('keeps up again')).toHaveLength(2);
});

test('a page holds a thousand tickets, and a hundred where that is too much for Zendesk', async () => {
  const before = pages().length;
  startSweeping({ pageSize: 1_000 });
  await until('the sweep is done', async () => swept[0]);
  await running.pop()?.stop();
  expect(swept[0]).toMatchObject({ pages: 1 });
  expect(pages().length - before).toBe(1);
  sandbox.faults.add(({ path }) => (/size%5D=1000/.test(path) ? { status: 200, body: 'too mu' } : undefined));
  sandbox.clock.advance(5 * MINUTE);
  startSweeping({ pageSize: 1_000 });
  expect(await until('the next one is done', async () => swept[1])).toMatchObject({ pages: 3 });
  expect(await woken()).toBe(COMPLAINTS);
});

test('what is due to be looked at anyway is not found again', async () => {
  startSweeping();
  await until('the sweep is done', async () => swept[0]);
  sandbox.clock.advance(5 * MINUTE);
  expect(await until('the next one is done', async () => swept[1])).toMatchObject({ found: 0, pages: 3 });
});

test('a process that died in the middle of a sweep is waited for, and then replaced', async () => {
  const dead = randomUUID();
  const other = randomUUID();
  const at = Date.now();
  const name = 'sweep';
  const taken = await ledger.takeRun({ name, holder: dead, realNow: at, until: at + 60_000, now: 0 });
  expect(taken).toMatchObject({ finishedAt: null });
  expect(await ledger.keepRun({ name, holder: dead, realNow: at, until: at + 60_000 }, { page: 2 })).toBe(
    true,
  );
  const take = { name, holder: other, until: at + 120_000, now: 0 };
  expect(await ledger.takeRun({ ...take, realNow: at + 59_000 })).toBeUndefined();
  expect(await ledger.takeRun({ ...take, realNow: at + 60_000 })).toMatchObject({ state: { page: 2 } });
  expect(await ledger.keepRun({ name, holder: dead, realNow: at, until: at + 180_000 }, {})).toBe(false);
});
