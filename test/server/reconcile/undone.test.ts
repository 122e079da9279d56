import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('the complaint tag taken off by hand is put back once with a note; removed again, a person decides', async () => {
  const id = await world.acknowledged();
  await world.tom.change(id, { drop: ['formal_complaint'] });
  expect((await world.settled(id)).tags).toContain('formal_complaint');
  expect(await world.notes(id)).toEqual([expect.stringContaining('had been taken off and was put back')]);
  expect(await world.marks(id)).toEqual([]);
  await world.tom.change(id, { drop: ['formal_complaint'] });
  const ticket = await world.settled(id);
  expect(ticket.tags).not.toContain('formal_complaint');
  expect(ticket.tags).toContain('complaint_needs_person');
  expect(await world.marks(id)).toEqual(['tag_removed_twice']);
  expect(await world.notes(id)).toHaveLength(2);
  expect(world.field(ticket, 'next_due')).toBe('2026-04-09');
  await world.lookAgain(id);
  expect(await world.notes(id)).toHaveLength(2);
  expect(await world.replies(id)).toHaveLength(1);
});

test('a value that someone changed back after our write is not fought over: it is marked once', async () => {
  const id = await world.acknowledged();
  const { update_due } = world.demo.account.fields;
  await world.tom.change(id, { custom_fields: [{ id: update_due, value: '2026-05-29' }] });
  const ticket = await world.settled(id);
  expect(world.field(ticket, 'update_due')).toBe('2026-05-29');
  expect(ticket.tags).toContain('complaint_needs_person');
  expect(await world.marks(id)).toEqual(['value_changed_back']);
  expect(await world.notes(id)).toEqual([expect.stringContaining('was changed by hand')]);
  const writes = world.puts(id).length;
  expect(world.field(await world.lookAgain(id), 'update_due')).toBe('2026-05-29');
  expect(world.puts(id)).toHaveLength(writes);
});

test('the native due time is not fought over either', async () => {
  const id = await world.acknowledged();
  await world.tom.change(id, { due_at: '2026-05-29T10:00:00Z' });
  expect((await world.settled(id)).due_at).toBe('2026-05-29T10:00:00Z');
  expect(await world.marks(id)).toEqual(['value_changed_back']);
  await world.tom.change(id, { due_at: null });
  expect((await world.settled(id)).due_at).toBeNull();
});

test('a value changed back is written again when the case asks for another one', async () => {
  const id = await world.acknowledged();
  const { next_due } = world.demo.account.fields;
  await world.tom.change(id, { custom_fields: [{ id: next_due, value: null }] });
  expect(world.field(await world.settled(id), 'next_due')).toBeNull();
  await world.tom.change(id, { comment: { body: 'News.', public: true }, add: ['complaint_update_sent'] });
  expect(world.field(await world.settled(id), 'next_due')).toBe('2026-04-15');
  expect(await world.marks(id)).toEqual([]);
});

test.each([
  '',
  'gone',
  '{"v":1,"stage":"closed"}',
  '{"v":99}',
])('a damaged record is rewritten: %j', async (text) => {
  const id = await world.acknowledged();
  const before = world.recordOf(await world.tom.ticket(id));
  const { record } = world.demo.account.fields;
  await world.tom.change(id, { custom_fields: [{ id: record, value: text }] });
  const after = world.recordOf(await world.settled(id));
  expect(after.deadlines.map(({ dueAt }) => dueAt)).toEqual(before.deadlines.map(({ dueAt }) => dueAt));
  expect(after.stage).toBe('acknowledged');
  expect(await world.replies(id)).toHaveLength(1);
});

test('whether something was sent is read from the audits alone, never from a field that a person can edit', async () => {
  const id = await world.acknowledged();
  const { fields } = world.demo.account;
  const custom_fields = [
    { id: fields.stage, value: 'complaint_stage_received' },
    { id: fields.record, value: '' },
  ];
  await world.tom.change(id, { custom_fields, drop: ['complaint_ack_sent'] });
  await world.settled(id);
  await world.lookAgain(id);
  expect(await world.replies(id)).toHaveLength(1);
  expect(world.mails(id)).toHaveLength(1);
});

test('a tag of the service that a person took off is not put back for the same reason', async () => {
  const id = await world.acknowledged();
  await world.tom.change(id, { status: 'solved' });
  expect((await world.settled(id)).tags).toContain('complaint_needs_person');
  world.demo.sandbox.clock.advance(1_000);
  await world.tom.change(id, { drop: ['complaint_needs_person'] });
  expect((await world.settled(id)).tags).not.toContain('complaint_needs_person');
});

test('complaint data that can not be read does not count, and a person is told', async () => {
  const id = await world.acknowledged();
  await world.tom.change(id, {
    comment: { body: 'x', public: false },
    metadata: { complaint: { event: 'exploded' } },
  });
  expect((await world.settled(id)).tags).toContain('complaint_needs_person');
  expect(await world.marks(id)).toEqual(['metadata_unreadable']);
});

test('a receipt in the future is refused: the time of recording counts, and a person is told', async () => {
  const id = await world.letter();
  await world.record(id, { channel: 'letter', received_at: '2027-01-01T00:00:00Z' });
  const ticket = await world.settled(id);
  expect(world.field(ticket, 'received')).toBe('2026-04-02');
  expect(await world.marks(id)).toEqual(['received_in_future']);
  expect(await world.notes(id)).toEqual([expect.stringContaining('received in the future')]);
  expect(world.mails(id)).toHaveLength(1);
});
