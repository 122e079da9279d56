import { afterAll, beforeAll, expect, test } from 'vitest';
import { TOM } from './support/people.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function isHeld(id: number, mark: string, words: string): Promise<void> {
  const ticket = await world.lookAgain(id);
  expect(ticket.tags).toContain('complaint_needs_person');
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_received');
  expect(world.field(ticket, 'next_step')).toBe('complaint_next_acknowledge');
  expect(await world.replies(id)).toEqual([]);
  const notes = await world.notes(id);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain(words);
  expect((await world.demo.service.ledger.readCase(id))?.row.marks).toEqual([mark]);
}

/** A ticket that an agent filed for a customer, as it comes in by another channel. */
async function filed(requester_id: number, channel = 'web'): Promise<number> {
  const comment = { body: 'It does not work.', public: true };
  const via = { channel };
  const fields = { subject: 'x', requester_id, submitter_id: requester_id, comment, via, assignee_id: TOM };
  return world.tom.file(fields);
}

test('the requester is not suspended: otherwise the acknowledgement waits for a person', async () => {
  const customer = await world.customer();
  const id = await world.mail(customer);
  await world.priya.call('PUT', `users/${customer.id}`, { user: { suspended: true } });
  await world.record(id);
  await world.settled(id);
  await isHeld(id, 'suspended', 'the customer is suspended');
});

test('the requester is an end user: an agent who filed the ticket in their own name is not acknowledged', async () => {
  const id = await filed(TOM);
  await world.record(id);
  await world.settled(id);
  await isHeld(id, 'not_end_user', 'not a customer');
});

test('what such an agent says on that ticket still counts as said by one of the staff', async () => {
  const id = await filed(TOM);
  await world.record(id);
  await world.settled(id);
  await world.tom.change(id, { comment: { body: 'We have it.', public: true }, add: ['complaint_ack_sent'] });
  expect(world.field(await world.settled(id), 'stage')).toBe('complaint_stage_acknowledged');
  const metadata = { complaint: { event: 'not_a_complaint', reason: 'a test' } };
  await world.tom.change(id, { comment: { body: 'None.', public: false }, metadata });
  expect(world.field(await world.settled(id), 'stage')).toBe('complaint_stage_ended');
});

test('not a messaging conversation', async () => {
  const id = await filed((await world.customer()).id, 'chat');
  await world.record(id);
  await world.settled(id);
  await isHeld(id, 'messaging', 'messaging conversation');
});

test('a held complaint is acknowledged by hand, and the mark is gone', async () => {
  const id = await filed((await world.customer()).id, 'chat');
  await world.record(id);
  expect((await world.settled(id)).tags).toContain('complaint_needs_person');
  const comment = { body: 'We have your complaint.', public: true };
  await world.tom.change(id, { comment, add: ['complaint_ack_sent'] });
  const ticket = await world.settled(id);
  expect(ticket.tags).not.toContain('complaint_needs_person');
  expect(ticket.tags).not.toContain('complaint_ack_sent');
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_acknowledged');
  expect(await world.replies(id)).toEqual([]);
});

test('an update before any acknowledgement is the acknowledgement too', async () => {
  const id = await filed((await world.customer()).id, 'chat');
  await world.record(id);
  await world.settled(id);
  const comment = { body: 'This is where we are.', public: true };
  await world.tom.change(id, { comment, add: ['complaint_update_sent'] });
  const ticket = await world.settled(id);
  expect(world.recordOf(ticket).events.map(({ kind }) => kind)).toEqual([
    'received',
    'acknowledged',
    'updated',
  ]);
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_updated');
  expect(world.field(ticket, 'response_due')).toBe('2026-04-15');
  expect(await world.replies(id)).toEqual([]);
});

test('a letter whose sender has no e-mail address gets complaint_post_required, and counts from the posting', async () => {
  const customer = await world.customer({ email: null });
  const id = await filed(customer.id);
  await world.record(id, { channel: 'letter', received_at: '2026-04-02T07:30:00Z' });
  expect((await world.settled(id)).tags).toContain('complaint_post_required');
  expect(await world.replies(id)).toEqual([]);
  expect(await world.notes(id)).toEqual([expect.stringContaining('no e-mail address')]);
  const metadata = { complaint: { event: 'acknowledged', posted_at: '2026-04-02T08:30:00Z' } };
  await world.tom.change(id, { comment: { body: 'Posted.', public: false }, metadata });
  const ticket = await world.settled(id);
  expect(ticket.tags).not.toContain('complaint_post_required');
  const update = world.recordOf(ticket).deadlines.find(({ duty }) => duty === 'update');
  expect(update).toMatchObject({ anchorAt: Date.parse('2026-04-02T08:30:00Z'), dueDate: '2026-04-09' });
});

test('a complaint on a refused channel gets a tag and a note that says how to complain, and no mail', async () => {
  const id = await filed((await world.customer()).id, 'voice');
  await world.record(id);
  const ticket = await world.settled(id);
  expect(ticket.tags).toContain('complaint_channel_refused');
  // The call starts the regulator's clock all the same: eight weeks from 2 April.
  expect(ticket.due_at).toBe('2026-05-28T22:59:59Z');
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_refused');
  expect(world.field(ticket, 'channel')).toBe('complaint_by_phone');
  expect(await world.notes(id)).toEqual([expect.stringContaining('https://www.ask4.com/complaints')]);
  expect(await world.replies(id)).toEqual([]);
  expect(world.mails(id)).toEqual([]);
});

test('an exception on a refused channel starts the clock, and the complaint is acknowledged', async () => {
  const id = await filed((await world.customer()).id, 'voice');
  await world.record(id);
  await world.settled(id);
  const metadata = { complaint: { event: 'exception', reason: 'cannot write' } };
  await world.tom.change(id, { comment: { body: 'Taken by phone.', public: false }, metadata });
  const ticket = await world.settled(id);
  expect(ticket.tags).not.toContain('complaint_channel_refused');
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_acknowledged');
  expect(world.mails(id)).toHaveLength(1);
});
