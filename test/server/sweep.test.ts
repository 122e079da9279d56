import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '../demo/until.ts';
import { merge } from './reconcile/support/merge.ts';
import { startWorld, type World } from './reconcile/support/world.ts';

const MINUTE = 60_000;
let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => sweptAt(world.demo.sandbox.clock.now() - 5 * MINUTE));

/** Waits until a sweep that began at this time or later is done. */
function sweptAt(at: number): Promise<unknown> {
  return until('a sweep is done', async () => {
    const [run] = await world.sql("select state, held_by from runs where name = 'sweep'");
    const state = JSON.parse(JSON.stringify(run?.state ?? {}));
    return run && run.held_by === null && state.completed >= at ? state : undefined;
  });
}

/** The service's calls since a moment of the account's clock. */
function callsSince(at: number) {
  const { sandbox, account } = world.demo;
  return sandbox.requests().filter((one) => one.userId === account.serviceUserId && Date.parse(one.at) >= at);
}

test('a complaint whose webhook never came is found and acknowledged within ten minutes', async () => {
  const { clock } = world.demo.sandbox;
  const id = await world.letter();
  await world.unseen(() => world.record(id));
  const recordedAt = clock.now();
  clock.advance(5 * MINUTE);
  await until('it is acknowledged', async () => world.mails(id)[0]);
  expect(clock.now() - recordedAt).toBeLessThan(10 * MINUTE);
  // The webhook that comes late is one more look and nothing else.
  await world.lookAgain(id);
  expect(world.mails(id)).toHaveLength(1);
  expect(await world.replies(id)).toHaveLength(1);
});

test.each([
  ['later', 5_000],
  ['in the second in which the service wrote it last, so that its stamp is the same', 0],
])('a case that moved on without a webhook is found, also where its complaint tag is off: %s', async (_, ms) => {
  const { clock } = world.demo.sandbox;
  const id = await world.acknowledged();
  // Past the look that makes sure of the delivery, so that none is planned for days.
  clock.advance(2 * MINUTE);
  await world.settled(id);
  await world.tom.change(id, { comment: { body: 'Soon.', public: true }, add: ['complaint_update_sent'] });
  await world.settled(id);
  clock.advance(ms);
  await world.unseen(async () => {
    await world.tom.change(id, { drop: ['formal_complaint'] });
  });
  clock.advance(5 * MINUTE);
  const ticket = await until('the tag is put back', async () => {
    const now = await world.tom.ticket(id);
    return now.tags.includes('formal_complaint') ? now : undefined;
  });
  expect(ticket.tags).toContain('complaint_stage_updated');
});

test('a complaint that was merged, of which no webhook told, goes on on the survivor within ten minutes', async () => {
  const { clock } = world.demo.sandbox;
  const customer = await world.customer();
  const complaint = await world.mail(customer);
  await world.record(complaint);
  await world.settled(complaint);
  const survivor = await world.mail(customer);
  clock.advance(2 * MINUTE);
  await world.settled(complaint);
  await world.unseen(() => merge(world, complaint, survivor));
  const mergedAt = clock.now();
  clock.advance(5 * MINUTE);
  await until('the survivor shows it', async () =>
    (await world.tom.ticket(survivor)).tags.find((tag) => tag === 'complaint_stage_acknowledged'),
  );
  expect(clock.now() - mergedAt).toBeLessThan(10 * MINUTE);
  await world.settled(survivor);
  expect((await world.demo.service.ledger.readCase(complaint))?.row.currentTicketId).toBe(survivor);
  expect(world.mails(survivor)).toEqual([]);
});

test('where nothing is new it costs the pages of the search, and at most 1% of the smallest limit', async () => {
  const { clock } = world.demo.sandbox;
  const ids = [await world.acknowledged(), await world.acknowledged()];
  // Everything that follows from them: delivery seen, and what was written within the second of its stamp.
  for (let pass = 0; pass < 3; pass += 1) {
    clock.advance(6 * MINUTE);
    await sweptAt(clock.now());
    for (const id of ids) await world.settled(id);
  }
  const from = clock.now() + 1;
  for (let minutes = 0; minutes < 60; minutes += 5) {
    clock.advance(5 * MINUTE);
    await sweptAt(clock.now());
  }
  await until('the hourly check is done', async () =>
    callsSince(from).find(({ path }) => path.includes('show_many')),
  );
  const calls = callsSince(from);
  const looked = calls.filter(({ path }) => ids.some((id) => path.includes(`/tickets/${id}`)));
  expect(looked).toEqual([]);
  expect(calls.length).toBeGreaterThanOrEqual(12);
  // 1% of the 200 calls a minute of the smallest plan, for an hour.
  expect(calls.length).toBeLessThanOrEqual(60 * 2);
});

test('a ticket that is gone is looked at within the hour', async () => {
  const { clock } = world.demo.sandbox;
  const id = await world.acknowledged();
  clock.advance(5 * MINUTE);
  await world.settled(id);
  await world.unseen(async () => {
    await world.priya.call('DELETE', `tickets/${id}`);
  });
  const from = clock.now() + 1;
  clock.advance(61 * MINUTE);
  await until('its look finds it gone', async () =>
    callsSince(from).find(({ path, status }) => path.includes(`/tickets/${id}`) && status === 404),
  );
});
