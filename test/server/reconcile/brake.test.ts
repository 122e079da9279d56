import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anotherService } from './support/another-service.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
let folder: string;
let policy: string;

const SENDING = `
sending:
  perRequesterPerDay: 1
  burst: { count: 3, minutes: 10 }
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'complaint-clock-policy-'));
  policy = join(folder, 'policy.yaml');
  await writeFile(policy, (await readFile('policies/ask4.yaml', 'utf8')) + SENDING);
  world = await startWorld({ POLICY: policy });
});
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

test('fewer than n acknowledgements to this requester today: one more waits for a person', async () => {
  const customer = await world.customer();
  const [first, second] = [await world.mail(customer), await world.mail(customer)];
  await world.record(first);
  await world.settled(first);
  await world.record(second);
  const held = await world.settled(second);
  expect(world.mails(first)).toHaveLength(1);
  expect(world.mails(second)).toEqual([]);
  expect(held.tags).toContain('complaint_needs_person');
  expect(await world.marks(second)).toEqual(['requester_cap']);
  expect(await world.notes(second)).toEqual([expect.stringContaining('several today already')]);
});

test('no burst: after so many acknowledgements in ten minutes the next is held, and told', async () => {
  // What was sent before does not count.
  world.demo.sandbox.clock.advance(11 * 60_000);
  for (let sent = 0; sent < 3; sent += 1) expect(await world.marks(await world.acknowledged())).toEqual([]);
  const held = await world.acknowledged();
  expect(await world.marks(held)).toEqual(['burst']);
  expect(world.mails(held)).toEqual([]);
  expect(await world.notes(held)).toEqual([expect.stringContaining('unusually many complaints')]);
  world.demo.sandbox.clock.advance(11 * 60_000);
  const later = await world.acknowledged();
  expect(world.mails(later)).toHaveLength(1);
  expect(await world.marks(later)).toEqual([]);
  // The burst is over: what was held goes out by itself.
  await world.settled(held);
  expect(world.mails(held)).toHaveLength(1);
});

test('many at once, over two services: not one more than the limit goes out', async () => {
  const { clock } = world.demo.sandbox;
  clock.advance(11 * 60_000);
  const second = await anotherService(world, world.demo.sandbox.url, { POLICY: policy });
  const tickets = await Promise.all(Array.from({ length: 9 }, () => world.letter()));
  try {
    await Promise.all(tickets.map((id) => world.record(id)));
    clock.advance(1_000);
    for (const id of tickets) await world.settled(id);
  } finally {
    await second.stop();
  }
  expect(tickets.flatMap((id) => world.mails(id))).toHaveLength(3);
  const marks = await Promise.all(tickets.map((id) => world.marks(id)));
  expect(marks.filter((codes) => codes?.includes('burst'))).toHaveLength(6);
});
