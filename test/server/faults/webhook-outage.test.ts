import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../demo/until.ts';
import { startWorld, type World } from '../reconcile/support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Some minutes go by, and with them the sweeps that fall due and the looks that they ask for. */
async function pass(minutes: number, ids: readonly number[]): Promise<void> {
  const { clock } = world.demo.sandbox;
  clock.advance(minutes * MINUTE);
  await until('no sweep is due', async () => {
    const [run] = await world.sql("select due_at from runs where name = 'sweep' and held_by is null");
    return run?.due_at instanceof Date && run.due_at.getTime() > clock.now() ? true : undefined;
  });
  for (const id of ids.slice(-3)) await world.settled(id);
}

test('six hours without webhooks: the sweep finds each complaint, and the late webhooks change nothing', async () => {
  const { sandbox } = world.demo;
  const { clock, faults } = sandbox;
  // The search is behind, as Zendesk's is.
  faults.preset('search-lag', { ms: MINUTE, minutes: 7 * 60 });
  const outage = faults.preset('webhook-outage', { mode: 'late', minutes: 6 * 60 });
  const delivered = sandbox.deliveries().length;
  const end = clock.now() + 6 * HOUR;
  const recorded = new Map<number, number>();
  while (clock.now() < end - 20 * MINUTE) {
    const id = await world.letter();
    await world.record(id);
    recorded.set(id, clock.now());
    for (let minutes = 0; minutes < 15; minutes += 3) await pass(3, [...recorded.keys()]);
  }
  const ids = [...recorded.keys()];
  expect(ids.length).toBeGreaterThan(20);
  expect(sandbox.deliveries()).toHaveLength(delivered);
  for (const id of ids) {
    const [acknowledgement] = await world.updates(id);
    const after = Date.parse(acknowledgement?.created_at ?? '') - (recorded.get(id) ?? 0);
    expect([id, after < 10 * MINUTE]).toEqual([id, true]);
  }
  expect(faults.list().map(({ id }) => id)).toContain(outage.id);

  // Over: they all come at once, hours late.
  clock.advance(end - clock.now() + 1_000);
  await expect.poll(() => sandbox.deliveries().length).toBeGreaterThanOrEqual(delivered + ids.length);
  for (const id of ids) await world.settled(id);
  for (const id of ids) {
    const replies = await world.replies(id);
    expect([id, world.mails(id).length, replies.length]).toEqual([id, 1, 1]);
  }
}, 600_000);
