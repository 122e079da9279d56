import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../demo/until.ts';
import { anotherService } from './support/another-service.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const SECOND = 1_000;
/** Waits for an instant of the account's clock. */
const reached = (at: number) =>
  until(new Date(at).toISOString(), async () => (world.demo.sandbox.clock.now() >= at ? true : undefined));

/**
 * Does something when the service asks for the acknowledgement's text: it has read ticket and audits by then, and gets
 * the text when the work is done.
 */
function whileTextIsRead(id: number, work: () => Promise<unknown>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const off = world.demo.sandbox.faults.add(({ path }) => {
    if (!new RegExp(`/tickets/${id}/macros/\\d+/apply`).test(path)) return undefined;
    off();
    work().then(() => resolve(), reject);
    return { kind: 'silence', when: 'before', until: () => promise.catch(() => undefined) };
  });
  return promise;
}

test("an agent's change during the look is a conflict: planned again, and nothing is lost", async () => {
  const id = await world.letter();
  await world.unseen(() => world.record(id));
  // Read after the second of the stamp, as the service knows by a reply since, so that only `safe_update` can tell.
  world.demo.sandbox.clock.advance(SECOND);
  await world.lookAgain(await world.letter());
  const note = { comment: { body: 'A note.', public: false }, add: ['vip'], priority: 'high' };
  const changed = whileTextIsRead(id, () => world.tom.change(id, note));
  await Promise.all([world.lookAgain(id), changed]);
  const ticket = await world.settled(id);
  expect(world.puts(id).slice(0, 2)).toEqual([409, 200]);
  expect(ticket.tags).toEqual(expect.arrayContaining(['vip', 'formal_complaint']));
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_acknowledged');
  expect(world.mails(id)).toHaveLength(1);
});

test('an acknowledgement that an agent sends during the look is the only one', async () => {
  const id = await world.letter();
  const changed = whileTextIsRead(id, async () => {
    const { updated_at } = await world.tom.ticket(id);
    await reached(Date.parse(updated_at) + SECOND);
    await world.tom.change(id, {
      comment: { body: 'We have it.', public: true },
      add: ['complaint_ack_sent'],
    });
  });
  await world.record(id);
  await changed;
  const ticket = await world.settled(id);
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_acknowledged');
  expect(await world.replies(id)).toEqual([]);
});

test('another change in the second of the stamp does not slip through', async () => {
  const id = await world.letter();
  const { clock } = world.demo.sandbox;
  const own = { comment: { body: 'We have it.', public: true }, add: ['complaint_ack_sent', 'vip'] };
  const changed = whileTextIsRead(id, () => world.tom.change(id, own));
  await reached(Math.ceil(clock.now() / SECOND) * SECOND);
  await world.record(id);
  await changed;
  const ticket = await world.settled(id);
  expect(ticket.tags).toContain('vip');
  expect(await world.replies(id)).toEqual([]);
});

test('several services over one Postgres: jobs are claimed, and each complaint is acknowledged once', async () => {
  const others = await Promise.all([anotherService(world), anotherService(world)]);
  try {
    const ids = await Promise.all(Array.from({ length: 8 }, () => world.letter()));
    await Promise.all(ids.map((id) => world.record(id)));
    const { clock } = world.demo.sandbox;
    const wakes = ids.map((ticketId) => ({ ticketId, at: clock.now() }));
    await Promise.all(others.map((service) => service.ledger.wake(wakes)));
    for (const id of ids) await world.settled(id);
    for (const id of ids) expect([id, world.mails(id).length]).toEqual([id, 1]);
    for (const id of ids) expect(await world.replies(id)).toHaveLength(1);
  } finally {
    await Promise.all(others.map((service) => service.stop()));
  }
});
