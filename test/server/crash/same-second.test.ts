import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../../server/start.ts';
import { lookCall } from '../faults/support/faults.ts';
import { anotherService } from '../reconcile/support/another-service.ts';
import { startWorld, type World } from '../reconcile/support/world.ts';

/* When a person and the service both acknowledge. The README tells of the gap that is left under "When things fail". */
const SECOND = 1_000;
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const COMPLAINT = 'formal_complaint';
/** With all tags of the ticket, so that nothing has to be read first: it is to come in the second of the recording. */
const OWN = { comment: { body: 'We have it.', public: true }, tags: [COMPLAINT, 'complaint_ack_sent'] };

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

/** A person's own acknowledgement, at the moment of the first such call of a look of this ticket, which waits for it. */
function personAt(id: number, call: 'apply macro' | 'update'): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const off = world.demo.sandbox.faults.add(({ method, path, caller }) => {
    const asked = caller === 'program' ? lookCall(method, path) : undefined;
    if (asked?.ticketId !== id || asked.call !== call) return undefined;
    off();
    if (call === 'update') secondBegins();
    world.tom.change(id, OWN).then(() => resolve(), reject);
    return { kind: 'silence', when: 'before', until: () => promise.catch(() => undefined) };
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
  const { tags: _all, ...own } = OWN;
  await world.tom.change(id, { ...own, add: ['complaint_ack_sent'] });
  await world.settled(id);
  expect((await written(id)).map(({ byService }) => byService)).toEqual([true, false]);
  const known = await world.demo.service.ledger.readCase(id);
  expect(known?.events.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
});

/** A service in place of the world's own, on a machine whose clock is ahead of the account's by so much. */
async function onWrongClock(ms: number): Promise<Service> {
  const { sandbox } = world.demo;
  const clock = { ...sandbox.clock, now: () => sandbox.clock.now() + ms };
  return anotherService({ ...world, demo: { ...world.demo, sandbox: { ...sandbox, clock } } });
}

/** Seconds on the account's clock at which the complaint was recorded and the person answered, and who has written. */
async function answeredWhileLookedAt(service: Service) {
  const id = await world.letter();
  const acted = personAt(id, 'apply macro');
  secondBegins();
  const metadata = { complaint: { event: 'received' } };
  const { updated_at: recorded } = await world.tom.change(id, { tags: [COMPLAINT], metadata });
  await service.ledger.wake([{ ticketId: id, at: 0 }]);
  await acted;
  await expect.poll(async () => (await service.ledger.readCase(id))?.row.stage).toBe('acknowledged');
  await world.settled(id);
  const all = await written(id);
  return {
    recorded,
    answered: all.find(({ byService }) => !byService)?.at,
    by: all.map(({ byService }) => byService),
  };
}

describe.each([
  ['ahead of the account by 5 s', 5_000],
  ['behind it by 5 s', -5_000],
])('on a machine whose clock is %s', (_, ms) => {
  test("a person's reply in the second of the stamp, after the reading, is the only one", async () => {
    await world.demo.service.stop();
    const service = await onWrongClock(ms);
    try {
      // Again where the machine was too slow, and the second was over before the person had answered.
      for (let tries = 1; tries <= 40; tries += 1) {
        const { recorded, answered, by } = await answeredWhileLookedAt(service);
        expect(by).toEqual([false]);
        if (answered === recorded) return;
      }
      throw new Error('no person was quick enough');
    } finally {
      await service.stop();
    }
  });
});
