import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ServiceProcess } from './support/service-process.ts';
import { type CrashStage, type Held, LOOKS_AT_ONCE, startCrashStage } from './support/stage.ts';

const HOUR = 3_600_000;
const PATIENT = 600_000;
let stage: CrashStage;
let running: ServiceProcess[] = [];

beforeAll(async () => {
  stage = await startCrashStage();
});
afterAll(() => stage.stop());
afterEach(async () => {
  await stage.letGo();
  // A process that can't end in order would show here.
  const codes = await Promise.all(running.filter((one) => one.isRunning()).map((one) => one.stop()));
  expect(codes.every((code) => code === 0)).toBe(true);
});

/** One acknowledgement each, the dates that follow from it, and a ledger that says what the tickets say. */
async function expectAllRight(ids: readonly number[]): Promise<void> {
  await stage.acknowledged(ids);
  const sent = await Promise.all(ids.map(async (id) => [id, await stage.sent(id)]));
  expect(sent).toEqual(ids.map((id) => [id, [1, 1]]));
  const { kept, rebuilt } = await stage.ledgers(ids);
  expect(kept).toEqual(rebuilt);
  for (const id of ids) await expectDates(id);
}

/** What the ticket shows is what the ledger holds; the acknowledgement was due 24 hours after the receipt. */
async function expectDates(id: number): Promise<void> {
  const { world, postgres } = stage;
  const ticket = await world.tom.ticket(id);
  const duties = await postgres.sql(
    `select duty, due_date::text, done_at, projected, extract(epoch from due_at - c.received_at) * 1000 as after
     from deadlines join cases c using (ticket_id) where ticket_id = $1 and regime = 'ask4'`,
    [id],
  );
  const duty = (name: string) => duties.find((one) => one.duty === name);
  expect(Number(duty('acknowledgement')?.after)).toBe(24 * HOUR);
  expect(duty('acknowledgement')?.done_at).toBeInstanceOf(Date);
  expect(world.field(ticket, 'acknowledgement_due')).toBe(duty('acknowledgement')?.due_date);
  expect(world.field(ticket, 'update_due')).toBe(duty('update')?.due_date);
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_acknowledged');
}

/** On a busy machine a call may be given up and made again before all the others were made. */
const areStruck = (held: readonly Held[]): boolean => held.every(({ struck }) => struck() > 0);

/** As many complaints as one process looks at at once, each held at its update. */
async function heldAtOnce(): Promise<Held[]> {
  const held = await Promise.all(
    Array.from({ length: LOOKS_AT_ONCE }, (_, index) =>
      stage.held('update', index % 2 === 0 ? 'before' : 'after'),
    ),
  );
  await Promise.all(held.map(({ id }) => stage.world.record(id)));
  await expect.poll(() => areStruck(held)).toBe(true);
  return held;
}

test(
  'SIGKILL at each step of a reconcile: one acknowledgement each',
  async () => {
    const { world, postgres } = stage;
    const service = await stage.start();
    running = [service];
    const reading = await stage.held('read audits', 'before');
    const before = await stage.held('update', 'before');
    const after = await stage.held('update', 'after');
    const uncommitted = await world.letter();
    const held = [reading, before, after];
    for (const { id } of held) await world.record(id);
    await expect.poll(() => areStruck(held)).toBe(true);
    const lock = await postgres.hold('cases');
    await world.record(uncommitted);
    await expect.poll(() => world.puts(uncommitted)).toEqual([200]);
    await expect.poll(() => lock.waiting()).toBe(1);

    await service.kill();
    await lock.letGo();
    for (const { cease } of held) cease();
    await stage.unheardOf(await stage.underWay());
    const ids = [reading.id, before.id, after.id, uncommitted];
    expect(await Promise.all(ids.map(stage.sent))).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
      [1, 1],
    ]);
    expect(await postgres.sql('select 1 from cases where ticket_id = any($1)', [ids])).toEqual([]);

    running.push(await stage.start());
    await expectAllRight(ids);
  },
  PATIENT,
);

test(
  'Postgres is stopped and started again under it: one acknowledgement each',
  async () => {
    const { world, postgres } = stage;
    const service = await stage.start();
    running = [service];
    const before = await stage.held('update', 'before');
    const after = await stage.held('update', 'after');
    for (const { id } of [before, after]) await world.record(id);
    await expect.poll(() => areStruck([before, after])).toBe(true);
    await postgres.stop();
    for (const { letGo } of [before, after]) letGo();

    await expect.poll(async () => (await fetch(`${service.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
    // Both updates are through, and none of it could be saved.
    const ids = [before.id, after.id];
    await expect
      .poll(() => Promise.all(ids.map(stage.sent)))
      .toEqual([
        [1, 1],
        [1, 1],
      ]);
    await expect.poll(() => service.log()).toContain('could not be settled');

    const meanwhile = await world.letter();
    await world.record(meanwhile);
    await expect.poll(() => service.log()).toContain('wake not stored');
    await postgres.start();
    await stage.unheardOf(await stage.underWay());
    await expect.poll(async () => (await fetch(`${service.url}/readyz`)).status).toBe(200);
    await expectAllRight([...ids, meanwhile]);
    expect(service.isRunning()).toBe(true);
  },
  PATIENT,
);

test(
  'two processes on one database, one of them killed: the other takes over, one acknowledgement each',
  async () => {
    const { postgres } = stage;
    const first = await stage.start();
    running = [first];
    // As many as it can hold, so that what comes after is the other's.
    const firsts = await heldAtOnce();
    await expect.poll(stage.underWay).toHaveLength(LOOKS_AT_ONCE);
    const looks = await stage.underWay();
    running.push(await stage.start());
    const seconds = await heldAtOnce();
    await first.kill();
    for (const { cease } of firsts) cease();
    for (const { letGo } of seconds) letGo();
    await stage.unheardOf(looks);
    const ids = [...firsts, ...seconds].map(({ id }) => id);
    await expectAllRight(ids);
    const [row] = await postgres.sql('select count(*)::int as due from wakes where gave_up_at is not null');
    expect(row?.due).toBe(0);
  },
  PATIENT,
);
