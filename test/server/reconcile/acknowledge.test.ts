import { afterAll, beforeAll, expect, test } from 'vitest';
import { sign } from '../../sandbox/index.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const changed = (audit: { events: readonly Record<string, unknown>[] } | undefined, field: string | number) =>
  audit?.events.find((event) => event.field_name === String(field))?.value;

test('acknowledgement, its tag, due dates, stage and clock record are in the same update', async () => {
  const { fields, serviceUserId } = world.demo.account;
  const id = await world.letter();
  await world.record(id);
  await world.settled(id);
  const updates = await world.updates(id);
  expect(updates).toHaveLength(1);
  const [audit] = updates;
  expect(audit?.events.filter(({ type }) => type === 'Comment')).toMatchObject([
    { public: true, author_id: serviceUserId },
  ]);
  expect(changed(audit, 'tags')).toEqual(
    expect.arrayContaining(['formal_complaint', 'complaint_ack_sent', 'complaint_stage_acknowledged']),
  );
  expect(changed(audit, fields.stage)).toBe('complaint_stage_acknowledged');
  expect(changed(audit, fields.next_step)).toBe('complaint_next_update');
  expect(changed(audit, fields.received)).toBe('2026-04-02');
  expect(changed(audit, fields.acknowledgement_due)).toBe('2026-04-03');
  // Good Friday and Easter Monday do not count.
  expect(changed(audit, fields.update_due)).toBe('2026-04-09');
  expect(changed(audit, fields.next_due)).toBe('2026-04-09');
  expect(changed(audit, fields.response_due)).toBeUndefined();
  expect(changed(audit, 'type')).toBe('task');
  expect(changed(audit, 'due_at')).toBe('2026-04-09T22:59:59Z');
  expect(String(changed(audit, fields.record))).toContain('"stage":"acknowledged"');
  expect(audit?.events.filter(({ type }) => type === 'AgentMacroReference')).toMatchObject([
    { macro_id: String(world.demo.account.macros.acknowledgement) },
  ]);
});

test('the acknowledgement is mailed to the customer once, in English', async () => {
  const id = await world.letter();
  await world.record(id);
  await world.settled(id);
  expect(world.mails(id)).toHaveLength(1);
  expect(world.mails(id)[0]?.body).toContain('We have received your formal complaint');
  expect(await world.replies(id)).toHaveLength(1);
});

test("the requester's language chooses: a German customer gets German", async () => {
  const customer = await world.customer({ locale: 'de' });
  const id = await world.mail(customer);
  await world.record(id);
  await world.settled(id);
  expect(world.mails(id)).toMatchObject([{ to: customer.email }]);
  expect(world.mails(id)[0]?.body).toContain('Ihre förmliche Beschwerde ist bei uns eingegangen');
});

test('a look without a difference writes nothing', async () => {
  const id = await world.acknowledged();
  // The delivery check is the first look that reads the acknowledgement as Zendesk stamped it.
  world.demo.sandbox.clock.advance(61_000);
  const checked = await world.settled(id);
  expect(checked.tags).not.toContain('complaint_ack_sent');
  const writes = world.puts(id).length;
  const { updated_at } = await world.lookAgain(id);
  expect(world.puts(id)).toHaveLength(writes);
  expect(updated_at).toBe(checked.updated_at);
});

test('twice, late, out of order: a webhook that comes again sends nothing again', async () => {
  const id = await world.acknowledged();
  const { sandbox, account } = world.demo;
  const delivery = sandbox.deliveries().findLast((one) => one.ticketId === id);
  if (!delivery) throw new Error('no webhook was delivered');
  const replay = async (): Promise<number> => {
    const timestamp = new Date().toISOString();
    const signature = sign(account.signingSecret, timestamp, delivery.requestBody);
    const reply = await fetch(delivery.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-zendesk-webhook-signature': signature,
        'x-zendesk-webhook-signature-timestamp': timestamp,
      },
      body: delivery.requestBody,
    });
    return reply.status;
  };
  for (let round = 0; round < 3; round += 1) {
    const answers = await Promise.all(Array.from({ length: 20 }, replay));
    expect(new Set(answers)).toEqual(new Set([202]));
    await world.settled(id);
  }
  expect(world.mails(id)).toHaveLength(1);
  expect(await world.replies(id)).toHaveLength(1);
});

test('never delivered: a complaint whose webhook never came is acknowledged by a wake from elsewhere', async () => {
  const id = await world.letter();
  await world.unseen(() => world.record(id));
  expect((await world.settled(id)).tags).not.toContain('complaint_ack_sent');
  expect(world.demo.sandbox.deliveries().filter((one) => one.ticketId === id)).toEqual([]);
  expect(await world.replies(id)).toEqual([]);
  await world.lookAgain(id);
  expect(world.mails(id)).toHaveLength(1);
});

test('the Create event carries tags as a list: a ticket that is filed as a complaint is one', async () => {
  const { id: requester_id } = await world.customer();
  const comment = { body: 'It does not work.', public: true };
  const fields = {
    subject: 'x',
    requester_id,
    submitter_id: requester_id,
    comment,
    tags: ['formal_complaint'],
  };
  const id = await world.tom.file(fields);
  expect(world.field(await world.settled(id), 'stage')).toBe('complaint_stage_acknowledged');
  expect(world.mails(id)).toHaveLength(1);
});

test('a complaint recorded after its 24 hours is acknowledged at once, met_late, with one note', async () => {
  const id = await world.letter();
  await world.record(id, { channel: 'letter', received_at: '2026-03-30T08:00:00Z' });
  const ticket = await world.settled(id);
  expect(world.recordOf(ticket).deadlines.find(({ duty }) => duty === 'acknowledgement')).toMatchObject({
    dueDate: '2026-03-31',
    doneAt: expect.any(Number),
  });
  expect(world.field(ticket, 'received')).toBe('2026-03-30');
  expect(world.mails(id)).toHaveLength(1);
  await world.lookAgain(id);
  const notes = await world.notes(id);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain('It was acknowledged at once, late.');
});

test('due_at is never set on a question', async () => {
  const id = await world.acknowledged({ type: 'question' });
  const ticket = await world.tom.ticket(id);
  expect(ticket).toMatchObject({ type: 'question', due_at: null });
  expect(world.field(ticket, 'update_due')).toBe('2026-04-09');
});

test('the ledger is a cache of what the audits say, and holds no names, addresses or texts', async () => {
  const customer = await world.customer({ name: 'Wilhelmina Featherstone' });
  const id = await world.mail(customer);
  await world.record(id, { channel: 'letter', reason: 'a reason in words' });
  const ticket = await world.settled(id);
  const [recorded] = (await world.tom.audits(id)).slice(1);
  const found = await world.demo.service.ledger.readCase(id);
  expect(found?.row).toMatchObject({
    ticketId: id,
    stage: 'acknowledged',
    channel: 'letter',
    nextDuty: 'ask4.update',
    nextDueAt: Date.parse('2026-04-09T23:00:00Z'),
    marks: [],
    closedAt: null,
    requesterId: customer.id,
  });
  expect(found?.events.map(({ kind }) => kind)).toEqual(['received', 'acknowledged']);
  expect(found?.events[0]).toMatchObject({
    auditId: recorded?.id,
    at: Date.parse(ticket.created_at),
    recordedAt: Date.parse(recorded?.created_at ?? ''),
  });
  expect(JSON.stringify(found)).not.toMatch(/Wilhelmina|@|does not work|in words|received your/);
});

test('API calls for one acknowledgement (printed, not judged)', async () => {
  const { sandbox, account } = world.demo;
  const id = await world.letter();
  const before = sandbox.requests().length;
  await world.record(id);
  await world.settled(id);
  const calls = sandbox
    .requests()
    .slice(before)
    .filter(({ userId }) => userId === account.serviceUserId);
  process.stdout.write(
    `API calls for one acknowledgement: ${calls.map(({ endpoint }) => endpoint).join(', ')}\n`,
  );
  expect(world.puts(id)).toEqual([200]);
});
