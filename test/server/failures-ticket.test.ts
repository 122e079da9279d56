import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './reconcile/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const CONFLICT = { error: 'UpdateConflict', description: 'Safe Update prevented the update' };
const INVALID = { error: 'RecordInvalid', description: 'x', details: {} };
const FORBIDDEN = { error: { title: 'Forbidden', message: 'x' } };

interface Refused {
  readonly id: number;
  /** Updates that were refused so far. */
  refusals(): number;
  mend(): void;
}

/** A recorded complaint whose updates are all answered like this. */
async function refused(status: number, body: unknown): Promise<Refused> {
  const id = await world.letter();
  await world.record(id);
  // The service waits for the second of the stamp to pass before it writes: this comes in time.
  const path = new RegExp(`/tickets/${id}(\\.json)?(\\?|$)`);
  let refusals = 0;
  const mend = world.demo.sandbox.faults.add((request) => {
    if (request.method !== 'PUT' || !path.test(request.path)) return undefined;
    refusals += 1;
    return { status, body: JSON.stringify(body) };
  });
  world.demo.sandbox.clock.advance(1_000);
  return { id, refusals: () => refusals, mend };
}

const failure = async (id: number) => {
  const [row] = await world.sql('select error_code, attempts, gave_up_at from wakes where ticket_id = $1', [
    id,
  ]);
  return { code: row?.error_code, attempts: Number(row?.attempts), gaveUp: row?.gave_up_at instanceof Date };
};
const acknowledgedOnce = async (id: number): Promise<void> => {
  await expect.poll(() => world.mails(id).length).toBe(1);
  await world.settled(id);
  expect(await world.replies(id)).toHaveLength(1);
  expect(world.mails(id)).toHaveLength(1);
};

test('an update that always conflicts is a failed look after five tries, and is made as soon as it can be', async () => {
  const { id, refusals, mend } = await refused(409, CONFLICT);
  await expect.poll(() => failure(id)).toMatchObject({ code: 'conflict', attempts: 1, gaveUp: false });
  expect(refusals()).toBe(5);
  mend();
  world.demo.sandbox.clock.advance(60_000);
  await acknowledgedOnce(id);
});

test.each([
  [422, INVALID, 'invalid'],
  [403, FORBIDDEN, 'forbidden'],
])('an update refused with %i is listed for a person, and made once when the ticket is woken', async (status, body, code) => {
  const { id, mend } = await refused(status, body);
  await expect.poll(async () => (await failure(id)).attempts).toBe(1);
  world.demo.sandbox.clock.advance(5_000);
  await expect.poll(() => failure(id)).toEqual({ code, attempts: 2, gaveUp: true });
  const { ledger } = world.demo.service;
  expect((await ledger.failedLooks()).map(({ ticketId }) => ticketId)).toContain(id);
  expect(world.mails(id)).toEqual([]);
  mend();
  await ledger.wake([{ ticketId: id, at: world.demo.sandbox.clock.now() }]);
  await acknowledgedOnce(id);
  expect(await ledger.failedLooks()).toEqual([]);
});
