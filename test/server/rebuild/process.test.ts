import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { until } from '../../demo/until.ts';
import { type ServiceProcess, startProcess } from '../crash/support/service-process.ts';
import { startWorld, type World } from '../reconcile/support/world.ts';
import { dumpLedger, type LedgerDump } from './ledger-dump.ts';
import { startRebuild } from './rebuild-process.ts';

/** Complaints that were acknowledged while the ledger was whole. */
const CASES = 8;
const readiness = z.object({ status: z.string(), warnings: z.record(z.string(), z.string()).optional() });

let world: World;
let settings: Record<string, string>;
let known: number[];
const processes: ServiceProcess[] = [];

beforeAll(async () => {
  // On the machine's clock, which is that of the processes.
  world = await startWorld({}, undefined, "machine's clock");
  const { sandbox, service } = world.demo;
  settings = {
    ZENDESK_URL: sandbox.url,
    ZENDESK_CLIENT_ID: sandbox.clientId,
    ZENDESK_CLIENT_SECRET: sandbox.clientSecret,
    PUBLIC_URL: service.url,
    PORT: new URL(service.url).port,
    DATABASE_URL: world.databaseUrl,
    QUIET_MS: '100',
    RATE_SHARE: '100',
    CONCURRENCY: '1',
  };
  known = await Promise.all(Array.from({ length: CASES }, () => world.letter()));
  for (const id of known) await world.record(id);
  for (const id of known) await world.settled(id);
});
afterAll(async () => {
  for (const one of processes) await one.kill();
  await world.stop();
});

/** As if the database had been made anew: no table, no queue, nothing. */
async function dropLedger(): Promise<void> {
  await world.sql('drop schema public cascade');
  await world.sql('create schema public');
  await world.sql('drop schema if exists pgboss cascade');
}

async function start(): Promise<ServiceProcess> {
  const started = await startProcess(settings);
  processes.push(started);
  return started;
}

const warnings = async ({ url }: ServiceProcess) =>
  readiness.parse(await (await fetch(`${url}/readyz`)).json()).warnings;

async function lookAtAll(): Promise<void> {
  await world.sql('update wakes set wake_at = $1, seq = seq + 1', [new Date()]);
  await until('all were looked at', async () => {
    const due = await world.sql('select 1 from wakes where wake_at < $1', [new Date(Date.now() + 1_000)]);
    return due.length === 0 ? true : undefined;
  });
}

/** Without the next look, which is in a minute or in days, by whether the delivery has been seen yet. */
const withoutLooks = ({ cases }: LedgerDump) =>
  [...cases].map(
    ([
      id,
      {
        row: { next_look_at: _, ...row },
        ...rest
      },
    ]) => [id, { row, ...rest }],
  );

const liveSince = async () =>
  (await world.sql("select value from settings where key = 'live_since'"))[0]?.value;

test('started on an emptied ledger it acknowledges what was owed, nothing twice, and asks for a rebuild', async () => {
  const first = await liveSince();
  await world.demo.service.stop();
  const owed = await world.letter();
  await world.record(owed);
  await dropLedger();

  const service = await start();
  expect((await warnings(service))?.ledger).toContain('npm run rebuild');
  expect(service.log()).toContain('the ledger is empty, but the account has cases: run npm run rebuild');
  await expect.poll(() => world.replies(owed), { timeout: 120_000 }).toHaveLength(1);
  const ids = [...known, owed];
  await until('all cases are known again', async () => {
    const rows = await world.sql("select 1 from cases where stage = 'acknowledged'");
    return rows.length === ids.length ? true : undefined;
  });
  for (const id of ids) {
    expect([id, (await world.replies(id)).length, world.mails(id).length]).toEqual([id, 1, 1]);
    const ticket = await world.tom.ticket(id);
    const [due] = await world.sql(
      "select due_date::text from deadlines where ticket_id = $1 and duty = 'update'",
      [id],
    );
    expect(world.field(ticket, 'update_due')).toBe(due?.due_date);
  }
  // Never later than it was: nothing that was owed is taken in silently.
  expect(Date.parse(String(await liveSince()))).toBeLessThanOrEqual(Date.parse(String(first)));
  expect(await service.stop()).toBe(0);
  const again = await start();
  expect((await warnings(again))?.ledger).toContain('npm run rebuild');
  expect(await again.stop()).toBe(0);
}, 600_000);

test('npm run rebuild, interrupted by Ctrl-C and started again: it goes on, and the ledger is the same', async () => {
  const whole = await start();
  // The first takes the event's tag off, the second sees the stamp that this has left.
  for (let pass = 0; pass < 2; pass += 1) await lookAtAll();
  expect(await whole.stop()).toBe(0);
  const before = await dumpLedger(world);
  const { sandbox } = world.demo;
  await dropLedger();
  const letGo = sandbox.faults.add(({ path }) =>
    /\/audits/.test(path) ? { kind: 'slow', ms: 400 } : undefined,
  );
  const first = startRebuild(settings);
  const done = async () => {
    const [there] = await world.sql("select to_regclass('public.rebuild') is not null as is");
    const [row] = there?.is ? await world.sql('select count(done_at)::int as done from rebuild') : [];
    return Number(row?.done ?? 0);
  };
  await until('some are done', async () => ((await done()) > 1 ? true : undefined));
  first.interrupt();
  expect(await first.ended).toBe(130);
  expect(first.told()).toMatch(/Interrupted after \d of 9 tickets\. Run npm run rebuild again to go on\./);
  letGo();
  const soFar = await done();
  expect(soFar).toBeLessThan(known.length + 1);
  // A service that starts now says that the ledger is not whole.
  const service = await start();
  expect((await warnings(service))?.ledger).toContain('npm run rebuild');
  expect(await service.stop()).toBe(0);

  const from = sandbox.requests().length;
  const second = startRebuild(settings);
  expect(await second.ended).toBe(0);
  expect(second.told()).toMatch(/going on with \d+% \(\d of 9 tickets\)/);
  expect(second.told()).toContain('The ledger holds what 9 tickets tell.');
  const searched = sandbox
    .requests()
    .slice(from)
    .map(({ path }) => path);
  expect(searched.filter((path) => path.includes('search/export'))).toEqual([]);
  const after = await dumpLedger(world);
  expect(withoutLooks(after)).toEqual(withoutLooks(before));
  const last = await start();
  expect(await warnings(last)).toBeUndefined();
  expect(await last.stop()).toBe(0);
}, 600_000);
