import { afterAll, beforeAll, expect, test } from 'vitest';
import { anotherService } from './support/another-service.ts';
import { losingProxy } from './support/losing-proxy.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('a crash after the update and before our commit is found by the next look', async () => {
  const id = await world.acknowledged();
  const kept = await world.demo.service.ledger.readCase(id);
  await world.sql('delete from cases where ticket_id = $1', [id]);
  await world.sql('delete from wakes where ticket_id = $1', [id]);
  await world.lookAgain(id);
  const found = await world.demo.service.ledger.readCase(id);
  expect(found?.row.stage).toBe('acknowledged');
  expect(found?.events.map(({ kind }) => kind)).toEqual(kept?.events.map(({ kind }) => kind));
  expect(await world.replies(id)).toHaveLength(1);
});

test('a ticket that was deleted is left alone, and the ledger keeps what it has', async () => {
  const id = await world.acknowledged();
  await world.priya.call('DELETE', `tickets/${id}`);
  await world.demo.service.ledger.wake([{ ticketId: id, at: world.demo.sandbox.clock.now() }]);
  await expect
    .poll(() => world.sql('select wake_at, last_error from wakes where ticket_id = $1', [id]))
    .toEqual([{ wake_at: null, last_error: null }]);
  expect((await world.demo.service.ledger.readCase(id))?.row.stage).toBe('acknowledged');
});

test('a reply that never came: the ticket is read again before anything is done', async () => {
  const id = await world.letter();
  await world.demo.service.stop();
  await world.tom.change(id, { add: ['formal_complaint'] });
  const proxy = await losingProxy(world.demo.sandbox.url);
  const service = await anotherService(world, proxy.url);
  try {
    await service.ledger.wake([{ ticketId: id, at: world.demo.sandbox.clock.now() }]);
    await expect.poll(async () => (await service.ledger.readCase(id))?.row.stage).toBe('acknowledged');
    expect(proxy.lost()).toBe(1);
    expect(world.mails(id)).toHaveLength(1);
    expect(await world.replies(id)).toHaveLength(1);
  } finally {
    await service.stop();
    await proxy.stop();
  }
});
