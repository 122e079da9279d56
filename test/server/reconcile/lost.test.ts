import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
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

const wake = (ticketId: number) =>
  world.demo.service.ledger.wake([{ ticketId, at: world.demo.sandbox.clock.now() }]);

test('a ticket that was deleted: the ledger keeps what it has, marked, and calls nothing due; restored it goes on', async () => {
  const id = await world.acknowledged();
  const { ledger } = world.demo.service;
  // Read back as Zendesk stamped it.
  await world.lookAgain(id);
  const before = await ledger.readCase(id);
  await world.priya.call('DELETE', `tickets/${id}`);
  await wake(id);
  await expect.poll(async () => (await ledger.readCase(id))?.row.lostWhy).toBe('deleted');
  const lost = await ledger.readCase(id);
  expect(lost?.row).toMatchObject({
    stage: 'acknowledged',
    marks: ['ticket_deleted'],
    lostAt: expect.any(Number),
    nextDueAt: null,
    closedAt: null,
  });
  expect(lost?.events).toEqual(before?.events);
  expect(lost?.deadlines.map(({ dueAt }) => dueAt)).toEqual(before?.deadlines.map(({ dueAt }) => dueAt));
  expect(lost?.deadlines.filter(({ doneAt, waived }) => doneAt === null && waived !== 'lost')).toEqual([]);
  expect(await world.sql('select wake_at, last_error from wakes where ticket_id = $1', [id])).toEqual([
    { wake_at: null, last_error: null },
  ]);
  await world.priya.call('PUT', `deleted_tickets/${id}/restore`);
  await wake(id);
  await expect.poll(async () => (await ledger.readCase(id))?.row.lostAt).toBeNull();
  const back = await ledger.readCase(id);
  expect(back?.row).toMatchObject({ marks: [], nextDuty: 'ask4.update', lostWhy: null });
  expect(back?.deadlines).toEqual(before?.deadlines);
});

test('deleted for good, Zendesk may still show an empty husk: the case is lost as redacted', async () => {
  const id = await world.acknowledged();
  const { ledger } = world.demo.service;
  const { sandbox } = world.demo;
  const reply: unknown = await world.tom.call('GET', `tickets/${id}`);
  const { ticket } = z.object({ ticket: z.record(z.string(), z.unknown()) }).parse(reply);
  const husk = { ticket: { ...ticket, status: 'deleted', subject: 'SCRUBBED' } };
  const off = sandbox.faults.add(({ method, path }) =>
    method === 'GET' && new RegExp(`/tickets/${id}(\\.json)?(\\?|$)`).test(path)
      ? { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(husk) }
      : undefined,
  );
  await wake(id);
  await expect.poll(async () => (await ledger.readCase(id))?.row.lostWhy).toBe('redacted');
  off();
  expect((await ledger.readCase(id))?.row.marks).toEqual(['ticket_redacted']);
});

test('a subject alone does not make a complaint disappear', async () => {
  const id = await world.letter({ subject: 'SCRUBBED' });
  await world.record(id);
  await world.settled(id);
  expect(world.mails(id)).toHaveLength(1);
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
