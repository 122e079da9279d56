import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookCall } from '../faults/support/faults.ts';
import { anotherService } from '../reconcile/support/another-service.ts';
import { startWorld, type World } from '../reconcile/support/world.ts';

/*
 * How large the gap is through which a person and the service both acknowledge. The README tells of it under "When
 * things fail".
 */
const SECOND = 1_000;
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const OWN = { comment: { body: 'We have it.', public: true }, add: ['complaint_ack_sent'] };

/** Moves the clock to the beginning of a second. */
function secondBegins(): void {
  const { clock } = world.demo.sandbox;
  clock.advance(SECOND - (clock.now() % SECOND));
}

/** Public comments of anyone but the customer, which is what the customer gets. */
async function written(id: number): Promise<{ at: string; byService: boolean }[]> {
  const { serviceUserId } = world.demo.account;
  const own = (await world.tom.audits(id)).slice(1);
  return own
    .filter(({ events }) => events.some((one) => one.type === 'Comment' && one.public === true))
    .map(({ author_id, created_at }) => ({ at: created_at, byService: author_id === serviceUserId }));
}

/** A person's own acknowledgement, at the moment of the first such call of a look of this ticket. */
function personAt(id: number, call: 'apply macro' | 'update'): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const off = world.demo.sandbox.faults.add(({ method, path, caller }) => {
    const asked = caller === 'program' ? lookCall(method, path) : undefined;
    if (asked?.ticketId !== id || asked.call !== call) return undefined;
    off();
    if (call === 'update') secondBegins();
    world.tom.change(id, OWN).then(resolve, reject);
    return { kind: 'slow', ms: 400 };
  });
  return promise;
}

test("a person a moment before the service's update, in the same second: theirs is the only one", async () => {
  const id = await world.letter();
  const acted = personAt(id, 'update');
  await world.record(id);
  await acted;
  await world.settled(id);
  expect((await written(id)).map(({ byService }) => byService)).toEqual([false]);
});

test("a person a moment after the service's update, in the same second: both go out, and the case counts one", async () => {
  const id = await world.letter();
  await world.record(id);
  secondBegins();
  await expect.poll(() => world.mails(id).length, { interval: 5 }).toBe(1);
  await world.tom.change(id, OWN);
  await world.settled(id);
  expect((await written(id)).map(({ byService }) => byService)).toEqual([true, false]);
  const known = await world.demo.service.ledger.readCase(id);
  expect(known?.events.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
});

test('a machine whose clock is ahead by more than a second: the rest of the second of the stamp is a gap', async () => {
  const { sandbox } = world.demo;
  await world.demo.service.stop();
  const clock = { ...sandbox.clock, now: () => sandbox.clock.now() + 1_500 };
  const ahead = await anotherService({ ...world, demo: { ...world.demo, sandbox: { ...sandbox, clock } } });
  try {
    // Again where the machine was too slow, and the second was over before the person had answered.
    for (let tries = 1; tries <= 10; tries += 1) {
      const id = await world.letter();
      const acted = personAt(id, 'apply macro');
      secondBegins();
      await world.record(id);
      const { updated_at: recorded } = await world.tom.ticket(id);
      await ahead.ledger.wake([{ ticketId: id, at: clock.now() }]);
      await acted;
      const [own] = await written(id);
      await world.settled(id);
      if (own?.at !== recorded) continue;
      await expect.poll(async () => (await written(id)).length).toBe(2);
      return;
    }
    throw new Error('no person was quick enough');
  } finally {
    await ahead.stop();
  }
});
