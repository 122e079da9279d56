import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const note = (body: string) => ({ comment: { body, public: false } });
const correct = (audit: number | undefined, complaint: Record<string, unknown>) => ({
  ...note('Put right.'),
  metadata: { complaint: { event: 'corrected', audit, ...complaint } },
});
const lastAudit = async (id: number) => (await world.tom.audits(id)).at(-1)?.id;
/** The audit by which a complaint was recorded. */
const receiptOf = async (id: number) =>
  (await world.tom.audits(id)).find(({ metadata }) => metadata.custom?.complaint)?.id;
const rows = async (id: number) => (await world.demo.service.ledger.readCase(id))?.events;

test('a receipt that is voided: fields, tags, due time and record are taken off again, with one note', async () => {
  const id = await world.acknowledged();
  await world.tom.change(id, { add: ['vip'] });
  await world.tom.change(id, correct(await receiptOf(id), { void: true, reason: 'wrong ticket' }));
  const ticket = await world.settled(id);
  expect(ticket.tags).toContain('vip');
  expect(ticket.tags.filter((tag) => /complaint/.test(tag))).toEqual([]);
  for (const key of [
    'stage',
    'next_step',
    'channel',
    'received',
    'update_due',
    'next_due',
    'record',
  ] as const)
    expect([key, world.field(ticket, key) ?? '']).toEqual([key, '']);
  expect(ticket.due_at).toBeNull();
  expect(await world.notes(id)).toEqual([expect.stringContaining('was taken back by a correction')]);
  expect(await world.demo.service.ledger.readCase(id)).toBeUndefined();
  const metrics = await (await fetch(`${world.demo.service.url}/metrics`)).text();
  expect(metrics).toContain('complaint_clock_ticket_updates_total{kind="taken_back"} 1');
  const writes = world.puts(id).length;
  await world.lookAgain(id);
  expect(world.puts(id)).toHaveLength(writes);
  await world.tom.change(id, { add: ['formal_complaint'] });
  expect(world.field(await world.settled(id), 'stage')).toBe('complaint_stage_acknowledged');
  expect(await world.replies(id)).toHaveLength(1);
});

test('a message that is voided does not count; the history shows it with the audit that says so', async () => {
  const id = await world.acknowledged();
  await world.tom.change(id, { comment: { body: 'News?', public: true }, add: ['complaint_update_sent'] });
  const wrong = await lastAudit(id);
  expect(world.field(await world.settled(id), 'stage')).toBe('complaint_stage_updated');
  await world.tom.change(id, correct(wrong, { void: true, reason: 'said nothing' }));
  const correction = await lastAudit(id);
  const ticket = await world.settled(id);
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_acknowledged');
  expect(world.field(ticket, 'response_due')).toBeNull();
  expect((await rows(id))?.map(({ kind, auditId, payload }) => ({ kind, auditId, payload }))).toEqual([
    { kind: 'received', auditId: expect.any(Number), payload: { channel: 'email' } },
    { kind: 'acknowledged', auditId: expect.any(Number), payload: {} },
    { kind: 'updated', auditId: wrong, payload: { corrected_by: correction, void: true } },
  ]);
  // The correction was a mistake itself.
  await world.tom.change(id, correct(correction, { void: true, reason: 'it was an update after all' }));
  expect(world.field(await world.settled(id), 'stage')).toBe('complaint_stage_updated');
});

test('channel, first complaint and flags are corrected on the receipt', async () => {
  const id = await world.letter();
  await world.record(id, { channel: 'letter' });
  await world.settled(id);
  const right = { channel: 'email', first_made_at: '2026-03-20T09:00:00Z', flags: ['data_protection'] };
  await world.tom.change(id, correct(await receiptOf(id), { ...right, reason: 'read again' }));
  const ticket = await world.settled(id);
  expect(world.field(ticket, 'channel')).toBe('complaint_by_email');
  expect(world.recordOf(ticket)).toMatchObject({
    channel: 'email',
    flags: ['data_protection'],
    firstMadeAt: Date.parse('2026-03-20T09:00:00Z'),
  });
  expect((await world.demo.service.ledger.readCase(id))?.row).toMatchObject({
    channel: 'email',
    flags: ['data_protection'],
  });
});

test('a new value moves the dates, and both are kept', async () => {
  const id = await world.letter();
  await world.record(id, { channel: 'letter', received_at: '2026-04-02T08:00:00Z' });
  await world.settled(id);
  const receipt = await receiptOf(id);
  await world.tom.change(id, correct(receipt, { received_at: '2026-04-01T08:00:00Z', reason: 'postmark' }));
  const ticket = await world.settled(id);
  expect(world.field(ticket, 'received')).toBe('2026-04-01');
  expect(world.field(ticket, 'acknowledgement_due')).toBe('2026-04-02');
  const received = (await rows(id))?.filter(({ kind }) => kind === 'received');
  expect(received?.map(({ at }) => new Date(at).toISOString())).toEqual([
    '2026-04-01T08:00:00.000Z',
    '2026-04-02T08:00:00.000Z',
  ]);
  expect(received?.[1]?.payload).toMatchObject({ corrected_by: expect.any(Number) });
});

test.each([
  ['without a reason', (audit: number | undefined) => correct(audit, { void: true }), 'it gives no reason'],
  [
    'of an update that is not there',
    () => correct(1, { void: true, reason: 'x' }),
    'names an earlier update',
  ],
])('a correction %s does not count, and a person is told why', async (_name, change, words) => {
  const id = await world.acknowledged();
  await world.tom.change(id, change(await receiptOf(id)));
  const ticket = await world.settled(id);
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_acknowledged');
  expect(ticket.tags).toContain('complaint_needs_person');
  expect(await world.marks(id)).toEqual(['event_refused']);
  expect((await world.notes(id)).join()).toContain(words);
});
