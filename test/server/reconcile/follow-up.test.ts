import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Customer } from './support/customers.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const says = (body: string) => ({ comment: { body, public: true } });

interface Followed {
  readonly customer: Customer;
  readonly home: number;
  readonly next: number;
}

/** A complaint whose ticket was closed as it stood then, and the customer's mail that follows it. */
async function followed(last: Record<string, unknown>, complaint = {}): Promise<Followed> {
  const customer = await world.customer();
  const home = await world.mail(customer);
  await world.record(home, complaint);
  await world.settled(home);
  await world.tom.change(home, last);
  await world.settled(home);
  await world.tom.change(home, { status: 'closed' });
  const next = await world.mail(customer, home);
  expect(next).not.toBe(home);
  return { customer, home, next };
}

const answered = { ...says('What we found.'), add: ['complaint_response_sent'], status: 'solved' };

test('a follow-up never opens a case and is never acknowledged', async () => {
  const { next } = await followed(answered);
  const ticket = await world.settled(next);
  expect(ticket.tags).toContain('formal_complaint');
  expect(await world.replies(next)).toEqual([]);
  expect(world.mails(next)).toEqual([]);
  expect(await world.demo.service.ledger.readCase(next)).toBeUndefined();
});

test('it is linked to the case: its inherited event tags, stage and record are rewritten', async () => {
  // Closed in the one update, so that the event tag is still there to be inherited.
  const customer = await world.customer();
  const home = await world.mail(customer);
  await world.record(home);
  await world.settled(home);
  await world.tom.change(home, {
    ...answered,
    status: 'closed',
    add: ['complaint_response_sent', 'complaint_overdue'],
  });
  const next = await world.mail(customer, home);
  const inherited = (await world.tom.audits(next))[0]?.events.find(({ field_name }) => field_name === 'tags');
  expect(inherited?.value).toEqual(expect.arrayContaining(['complaint_response_sent', 'complaint_overdue']));
  const ticket = await world.settled(next);
  expect(ticket.tags).not.toContain('complaint_response_sent');
  expect(ticket.tags).not.toContain('complaint_overdue');
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_responded');
  expect(world.recordOf(ticket)).toMatchObject({ stage: 'responded' });
});

test("the case continues from the home ticket's events: the customer's reply reopens it there", async () => {
  const { home, next } = await followed(answered);
  const ticket = await world.settled(next);
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_responded');
  expect(world.recordOf(ticket).events.map(({ kind }) => kind)).toEqual([
    'received',
    'acknowledged',
    'responded',
    'closed',
    'reopened',
  ]);
  const found = await world.demo.service.ledger.readCase(home);
  expect(found?.row).toMatchObject({ ticketId: home, stage: 'responded', closedAt: null });
});

test('a duty still open on the closed ticket is kept on the follow-up', async () => {
  const { home, next } = await followed({
    ...says('News.'),
    add: ['complaint_update_sent'],
    status: 'solved',
  });
  const ticket = await world.settled(next);
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_updated');
  expect(world.field(ticket, 'response_due')).toBe('2026-04-15');
  expect(ticket.tags).not.toContain('complaint_needs_person');
  await world.tom.change(next, {
    ...says('What we found.'),
    add: ['complaint_response_sent'],
    status: 'solved',
  });
  expect(world.field(await world.settled(next), 'stage')).toBe('complaint_stage_closed');
  expect((await world.demo.service.ledger.readCase(home))?.events.map(({ kind }) => kind)).toEqual([
    'received',
    'acknowledged',
    'updated',
    'responded',
    'closed',
  ]);
});

test('a later look at the closed home ticket does not set the case back', async () => {
  const { home, next } = await followed(answered);
  await world.settled(next);
  const { ledger } = world.demo.service;
  const kept = await ledger.readCase(home);
  await world.lookAgain(home);
  expect(await ledger.readCase(home)).toEqual(kept);
  expect(kept?.row.stage).toBe('responded');
});

test('a follow-up whose home ticket was deleted goes on with what the ledger knows, and a person is told', async () => {
  const { home, next } = await followed({
    ...says('News.'),
    add: ['complaint_update_sent'],
    status: 'solved',
  });
  const before = world.recordOf(await world.settled(next));
  await world.priya.call('DELETE', `tickets/${home}`);
  const ticket = await world.lookAgain(next);
  expect(world.recordOf(ticket).deadlines).toEqual(before.deadlines);
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_updated');
  expect(ticket.tags).toContain('complaint_needs_person');
  expect((await world.notes(next)).join()).toContain('has been deleted');
  const { ledger } = world.demo.service;
  expect((await ledger.readCase(home))?.row).toMatchObject({ currentTicketId: next, lostAt: null });
  await world.tom.change(next, {
    ...says('What we found.'),
    add: ['complaint_response_sent'],
    status: 'solved',
  });
  await world.settled(next);
  expect((await ledger.readCase(home))?.row.stage).toBe('closed');
});

test('a follow-up of a deleted ticket of which the ledger knows nothing opens no case', async () => {
  const customer = await world.customer();
  const home = await world.acknowledged();
  await world.tom.change(home, { status: 'closed' });
  await world.unseen(async () => {
    const next = await world.mail(customer, home);
    await world.priya.call('DELETE', `tickets/${home}`);
    await world.sql('delete from cases where ticket_id = $1', [home]);
    await world.lookAgain(next);
    expect(await world.sql('select attempts, last_error from wakes where ticket_id = $1', [next])).toEqual([
      { attempts: 0, last_error: null },
    ]);
    expect(world.puts(next)).toEqual([]);
    expect(await world.demo.service.ledger.readCase(next)).toBeUndefined();
  });
});

test('two follow-ups of one ticket carry the same case: what is said on either counts on both', async () => {
  const { customer, home, next } = await followed({ ...says('News.'), add: ['complaint_update_sent'] });
  await world.settled(next);
  world.demo.sandbox.clock.advance(1_000);
  const second = await world.mail(customer, home);
  await world.settled(second);
  await world.tom.change(next, { ...says('What we found.'), add: ['complaint_response_sent'] });
  await world.settled(next);
  await expect
    .poll(async () => world.field(await world.tom.ticket(second), 'stage'))
    .toBe('complaint_stage_responded');
  await world.settled(second);
  const kept = await world.demo.service.ledger.readCase(home);
  expect(kept?.row).toMatchObject({ stage: 'responded', currentTicketId: second });
  for (const id of [home, next, second]) await world.lookAgain(id);
  expect((await world.demo.service.ledger.readCase(home))?.events).toEqual(kept?.events);
  expect([...(await world.replies(next)), ...(await world.replies(second))]).toEqual([]);
});

test('a follow-up of a follow-up goes on with the case', async () => {
  const { customer, home, next } = await followed(answered);
  await world.settled(next);
  await world.tom.change(next, { status: 'closed' });
  const third = await world.mail(customer, next);
  const ticket = await world.settled(third);
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_responded');
  expect((await world.demo.service.ledger.readCase(home))?.row.currentTicketId).toBe(third);
  expect(await world.replies(third)).toEqual([]);
});

test('what was noted on the home ticket is not noted again', async () => {
  const letter = { channel: 'letter', received_at: '2026-03-30T08:00:00Z' };
  const { home, next } = await followed(answered, letter);
  await world.settled(next);
  expect(await world.notes(home)).toEqual([expect.stringContaining('acknowledged at once, late')]);
  expect(await world.notes(next)).toEqual([]);
});

test('a closed ticket takes no writes, and the ledger claims no acknowledgement that was not sent', async () => {
  const id = await world.letter();
  await world.tom.change(id, { add: ['formal_complaint'], status: 'closed' });
  await world.lookAgain(id);
  expect(world.puts(id)).toEqual([]);
  const found = await world.demo.service.ledger.readCase(id);
  expect(found?.events.map(({ kind }) => kind)).toEqual(['received']);
});
