import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const stage = async (id: number) => world.field(await world.settled(id), 'stage');
const says = (body: string) => ({ comment: { body, public: true } });
const notes = (body: string) => ({ comment: { body, public: false } });
const deadline = async (id: number, duty: string) =>
  world.recordOf(await world.tom.ticket(id)).deadlines.find((one) => one.duty === duty);

async function responded(change = {}): Promise<number> {
  const id = await world.acknowledged();
  await world.tom.change(id, { ...says('Where we are.'), add: ['complaint_update_sent'] });
  await world.settled(id);
  await world.tom.change(id, { ...says('What we found.'), add: ['complaint_response_sent'], ...change });
  await world.settled(id);
  return id;
}

describe('a message is an agent comment with its event tag', () => {
  test('updated: the response is counted from the update actually sent, and the tag is taken off again', async () => {
    const id = await world.acknowledged();
    await world.tom.change(id, { ...says('Where we are.'), add: ['complaint_update_sent'] });
    const ticket = await world.settled(id);
    expect(world.field(ticket, 'stage')).toBe('complaint_stage_updated');
    expect(ticket.tags).not.toContain('complaint_update_sent');
    expect(world.field(ticket, 'response_due')).toBe('2026-04-15');
    expect(world.field(ticket, 'next_due')).toBe('2026-04-15');
    expect(ticket.due_at).toBe('2026-04-15T22:59:59Z');
  });

  test('later updates do not move the response', async () => {
    const id = await world.acknowledged();
    await world.tom.change(id, { ...says('Where we are.'), add: ['complaint_update_sent'] });
    await world.settled(id);
    const first = await deadline(id, 'response');
    await world.tom.change(id, { ...says('And now.'), add: ['complaint_update_sent'] });
    await world.settled(id);
    expect(await deadline(id, 'response')).toEqual(first);
  });

  test('an agent comment counts too when its audit names one of our macros, tag or not', async () => {
    const id = await world.acknowledged();
    const { macros } = world.demo.account;
    await world.tom.change(id, { ...says('Where we are.'), macro_ids: [macros.status_update] });
    expect(await stage(id)).toBe('complaint_stage_updated');
    await world.tom.change(id, { ...says('What we found.'), macro_ids: [macros.response_partly_upheld] });
    expect(await stage(id)).toBe('complaint_stage_responded');
    expect((await world.demo.service.ledger.readCase(id))?.row.outcome).toBe('partly_upheld');
  });

  test('an event tag with only an internal note is no event, and is taken off again', async () => {
    const id = await world.acknowledged();
    await world.tom.change(id, { ...notes('To be sent.'), add: ['complaint_update_sent'] });
    const ticket = await world.settled(id);
    expect(world.field(ticket, 'stage')).toBe('complaint_stage_acknowledged');
    expect(ticket.tags).not.toContain('complaint_update_sent');
    await world.tom.change(id, { ...says('Sent.'), add: ['complaint_update_sent'] });
    expect(await stage(id)).toBe('complaint_stage_updated');
  });

  test('a response without an update waives the update as superseded', async () => {
    const id = await world.acknowledged();
    await world.tom.change(id, { ...says('What we found.'), add: ['complaint_response_sent'] });
    expect(await stage(id)).toBe('complaint_stage_responded');
    expect(await deadline(id, 'update')).toMatchObject({ waived: 'superseded' });
    // Until the case is closed the regulator's limit goes on: eight weeks from 2 April.
    expect(world.field(await world.tom.ticket(id), 'next_due')).toBe('2026-05-28');
    expect((await world.tom.ticket(id)).due_at).toBe('2026-05-28T22:59:59Z');
  });
});

describe('closing and reopening', () => {
  test('solved with an open duty: a guard was passed by, and a person is told', async () => {
    const id = await world.acknowledged();
    await world.tom.change(id, { status: 'solved' });
    const ticket = await world.settled(id);
    expect(ticket.tags).toContain('complaint_needs_person');
    expect(world.field(ticket, 'stage')).toBe('complaint_stage_acknowledged');
    expect(await world.marks(id)).toEqual(['solved_with_open_duty']);
    expect(await world.notes(id)).toEqual([expect.stringContaining('was solved although a promise')]);
    await world.tom.change(id, { status: 'open' });
    expect((await world.settled(id)).tags).not.toContain('complaint_needs_person');
  });

  test('the ticket is solved with no open duty: closed, with the outcome that the field held', async () => {
    const { outcome } = world.demo.account.fields;
    const custom_fields = [{ id: outcome, value: 'complaint_outcome_partly_upheld' }];
    const id = await responded({ status: 'solved', custom_fields });
    expect(await stage(id)).toBe('complaint_stage_closed');
    const found = await world.demo.service.ledger.readCase(id);
    expect(found?.row).toMatchObject({
      stage: 'closed',
      outcome: 'partly_upheld',
      closedAt: expect.any(Number),
      nextDueAt: null,
      marks: [],
    });
  });

  test("the ticket leaves solved with the customer's reply: reopened, and no clock starts again", async () => {
    const customer = await world.customer();
    const id = await world.mail(customer);
    await world.record(id);
    await world.settled(id);
    await world.tom.change(id, { ...says('Found it.'), add: ['complaint_response_sent'], status: 'solved' });
    expect(await stage(id)).toBe('complaint_stage_closed');
    await world.mail(customer, id);
    const ticket = await world.settled(id);
    expect(ticket.status).toBe('open');
    expect(world.field(ticket, 'stage')).toBe('complaint_stage_responded');
    // Nothing but the regulator's limit, where it was.
    expect(world.field(ticket, 'next_due')).toBe('2026-05-28');
    expect(await world.replies(id)).toHaveLength(1);
  });
});

describe.each(['withdrawn', 'not_a_complaint'] as const)('%s', (event) => {
  test('ends the case: nothing is due any more, and the tags of its deadlines go', async () => {
    const id = await world.acknowledged();
    await world.tom.change(id, { add: ['complaint_due_soon', 'complaint_overdue'] });
    await world.tom.change(id, { ...notes('Because.'), metadata: { complaint: { event, reason: 'x' } } });
    const ticket = await world.settled(id);
    expect(world.field(ticket, 'stage')).toBe('complaint_stage_ended');
    expect(ticket.tags.filter((tag) => /due_soon|overdue|needs_person/.test(tag))).toEqual([]);
    expect(ticket.due_at).toBeNull();
    expect(await deadline(id, 'update')).toMatchObject({ waived: event });
    await world.tom.change(id, { drop: ['formal_complaint'] });
    expect((await world.settled(id)).tags).not.toContain('formal_complaint');
    expect(await world.marks(id)).toEqual([]);
  });
});
