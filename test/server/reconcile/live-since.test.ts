import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './support/world.ts';

const HOUR = 3_600_000;
let world: World;
beforeAll(async () => {
  // Goes live three hours after the account's clock starts.
  world = await startWorld({ LIVE_SINCE: '2026-04-02T12:00:00Z' });
});
afterAll(() => world.stop());

test('complaints recorded before liveSince are taken in silently: dates, but no mail and no note', async () => {
  const id = await world.letter();
  await world.record(id, { channel: 'letter', received_at: '2026-03-31T08:00:00Z' });
  const ticket = await world.settled(id);
  expect(ticket.tags).toEqual(expect.arrayContaining(['complaint_overdue', 'complaint_stage_received']));
  expect(world.field(ticket, 'acknowledgement_due')).toBe('2026-04-01');
  expect(world.recordOf(ticket).stage).toBe('received');
  world.demo.sandbox.clock.set('2026-04-02T12:30:00Z');
  const later = await world.lookAgain(id);
  expect(later.tags).not.toContain('complaint_ack_sent');
  expect(await world.replies(id)).toEqual([]);
  expect(await world.notes(id)).toEqual([]);
  expect(world.mails(id)).toEqual([]);
});

test('a complaint recorded too long ago is held for a person', async () => {
  const { sandbox, service } = world.demo;
  const id = await world.letter();
  await world.unseen(() => world.record(id));
  sandbox.clock.advance(73 * HOUR);
  const ticket = await world.lookAgain(id);
  expect(ticket.tags).toEqual(expect.arrayContaining(['complaint_needs_person', 'complaint_overdue']));
  expect((await service.ledger.readCase(id))?.row.marks).toEqual(['recorded_long_ago']);
  expect(await world.notes(id)).toEqual([expect.stringContaining('recorded too long ago')]);
  expect(await world.replies(id)).toEqual([]);
});
