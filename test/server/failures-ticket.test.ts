import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../server/log.ts';
import { startWorld, type World } from './reconcile/support/world.ts';

let world: World;
/** Told of each line of the service's log at the moment when it is written. */
let onLine: (line: Record<string, unknown>) => void = () => {};
beforeAll(async () => {
  const log = createLog('warn', { write: (line) => onLine(JSON.parse(line)) });
  world = await startWorld({}, log);
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
  const path = new RegExp(`/tickets/${id}(\\.json)?(\\?|$)`);
  let refusals = 0;
  const mend = world.demo.sandbox.faults.add((request) => {
    if (request.caller !== 'program' || request.method !== 'PUT' || !path.test(request.path))
      return undefined;
    refusals += 1;
    return { status, body: JSON.stringify(body) };
  });
  await world.record(id);
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
  const failed: unknown[] = [];
  let refusals = (): number => 0;
  // The next look follows in two seconds: what the first one did is taken down as it fails.
  onLine = ({ ticketId, code, attempts, gaveUp }) =>
    failed.push({ ticketId, code, attempts, gaveUp, refusals: refusals() });
  const { id, mend, ...told } = await refused(409, CONFLICT);
  refusals = told.refusals;
  await expect.poll(() => failed.length).toBeGreaterThan(0);
  expect(failed[0]).toEqual({ ticketId: id, code: 'conflict', attempts: 1, gaveUp: false, refusals: 5 });
  mend();
  world.demo.sandbox.clock.advance(60_000);
  await acknowledgedOnce(id);
});

test.each([
  [422, INVALID, 'invalid'],
  [403, FORBIDDEN, 'forbidden'],
])('an update refused with %i is listed for a person, and made once when the ticket is woken', async (status, body, code) => {
  const { id, mend } = await refused(status, body);
  await expect.poll(async () => (await failure(id)).attempts).toBeGreaterThan(0);
  world.demo.sandbox.clock.advance(5_000);
  await expect.poll(() => failure(id)).toEqual({ code, attempts: 2, gaveUp: true });
  const { ledger } = world.demo.service;
  const isListed = async () => (await ledger.failedLooks()).some(({ ticketId }) => ticketId === id);
  expect(await isListed()).toBe(true);
  expect(world.mails(id)).toEqual([]);
  mend();
  await ledger.wake([{ ticketId: id, at: world.demo.sandbox.clock.now() }]);
  await acknowledgedOnce(id);
  expect(await isListed()).toBe(false);
});
