import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Customer } from './support/customers.ts';
import { merge, settledMerge } from './support/merge.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const says = (body: string) => ({ comment: { body, public: true } });
const ledger = () => world.demo.service.ledger;
const kinds = async (home: number) => (await ledger().readCase(home))?.events.map(({ kind }) => kind);

/** A customer's complaint, acknowledged, and another ticket of theirs that is none. */
async function complaintAndOther(): Promise<{ customer: Customer; complaint: number; other: number }> {
  const customer = await world.customer();
  const complaint = await world.mail(customer);
  await world.record(complaint);
  world.demo.sandbox.clock.advance(1_000);
  await world.settled(complaint);
  const other = await world.mail(customer);
  await world.settled(other);
  world.demo.sandbox.clock.advance(1_000);
  return { customer, complaint, other };
}

test('the case follows the surviving ticket: its dates, stage, tag and record are written there, with one note', async () => {
  const { complaint, other } = await complaintAndOther();
  const before = world.recordOf(await world.tom.ticket(complaint));
  const survivor = await settledMerge(world, complaint, other);
  expect(survivor.tags).toContain('formal_complaint');
  expect(world.field(survivor, 'stage')).toBe('complaint_stage_acknowledged');
  expect(world.field(survivor, 'update_due')).toBe('2026-04-09');
  expect(world.recordOf(survivor).deadlines.map(({ dueAt }) => dueAt)).toEqual(
    before.deadlines.map(({ dueAt }) => dueAt),
  );
  expect(await world.notes(other)).toEqual([
    expect.stringContaining(`Ticket #${complaint} was merged into this one`),
  ]);
  expect(await world.replies(other)).toEqual([]);
  expect((await ledger().readCase(complaint))?.row).toMatchObject({ currentTicketId: other, lostAt: null });
  expect(await ledger().readCase(other)).toBeUndefined();
});

test('what is said on the survivor from then on counts for the case; what was said there before does not', async () => {
  const { complaint, other } = await complaintAndOther();
  await world.tom.change(other, { ...says('About something else.'), add: ['complaint_update_sent'] });
  world.demo.sandbox.clock.advance(1_000);
  await settledMerge(world, complaint, other);
  expect(await kinds(complaint)).toEqual(['received', 'acknowledged']);
  world.demo.sandbox.clock.advance(1_000);
  await world.tom.change(other, { ...says('Where we are.'), add: ['complaint_update_sent'] });
  const ticket = await world.settled(other);
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_updated');
  expect(world.field(ticket, 'response_due')).toBe('2026-04-15');
  await world.tom.change(other, {
    ...says('What we found.'),
    add: ['complaint_response_sent'],
    status: 'solved',
  });
  await world.settled(other);
  expect(await kinds(complaint)).toEqual(['received', 'acknowledged', 'updated', 'responded', 'closed']);
  expect((await ledger().readCase(complaint))?.row).toMatchObject({
    stage: 'closed',
    currentTicketId: other,
  });
});

test('looks at either ticket, in any order, lead to the same case and write nothing more', async () => {
  const { complaint, other } = await complaintAndOther();
  await settledMerge(world, complaint, other);
  // Read back as Zendesk stamped it.
  await world.lookAgain(other);
  const kept = await ledger().readCase(complaint);
  const writes = world.puts(other).length;
  for (const id of [complaint, other, complaint, complaint, other]) await world.lookAgain(id);
  await world.settled(other);
  const { updatedAt: _now, nextLookAt: _next, ...row } = (await ledger().readCase(complaint))?.row ?? {};
  expect({ ...kept?.row, ...row }).toEqual(kept?.row);
  expect(world.puts(other)).toHaveLength(writes);
  expect(await world.notes(other)).toHaveLength(1);
});

test('a complaint that was not acknowledged yet is acknowledged on the survivor, once', async () => {
  const customer = await world.customer();
  const [complaint, other] = [await world.mail(customer), await world.mail(customer)];
  await world.unseen(async () => {
    await world.record(complaint);
    await merge(world, complaint, other);
  });
  world.demo.sandbox.clock.advance(1_000);
  await world.lookAgain(complaint);
  await world.settled(other);
  await world.lookAgain(other);
  await world.lookAgain(complaint);
  expect(world.mails(complaint)).toEqual([]);
  expect(world.mails(other)).toHaveLength(1);
  expect(await kinds(complaint)).toEqual(['received', 'acknowledged']);
});

test('where the survivor is another customer’s ticket the acknowledgement is held: it would go to the wrong person', async () => {
  const complaint = await world.letter();
  const other = await world.letter();
  await world.unseen(async () => {
    await world.record(complaint);
    await merge(world, complaint, other);
  });
  await world.lookAgain(complaint);
  const survivor = await world.settled(other);
  expect(survivor.tags).toContain('complaint_needs_person');
  expect(world.mails(other)).toEqual([]);
  expect(await world.marks(complaint)).toEqual(['other_requester']);
  expect((await world.notes(other)).join()).toContain('from somebody else than the requester');
});

test('merged into a complaint: both cases keep their rows, the older one is shown, and a person is told', async () => {
  const customer = await world.customer();
  const older = await world.mail(customer);
  await world.record(older);
  world.demo.sandbox.clock.advance(60_000);
  const younger = await world.mail(customer);
  await world.record(younger);
  for (const id of [older, younger]) await world.settled(id);
  world.demo.sandbox.clock.advance(1_000);
  const survivor = await settledMerge(world, older, younger);
  expect(survivor.tags).toContain('complaint_needs_person');
  expect((await world.notes(younger)).join()).toContain('Two complaints go on on this ticket');
  const [first, second] = [await ledger().readCase(older), await ledger().readCase(younger)];
  expect(first?.row).toMatchObject({ currentTicketId: younger, marks: ['two_complaints'] });
  expect(second?.row).toMatchObject({ currentTicketId: younger, marks: ['two_complaints'] });
  expect(world.recordOf(survivor).events[0]?.at).toBe(first?.row.receivedAt);
  expect(second?.row.receivedAt).not.toBe(first?.row.receivedAt);
  await world.tom.change(younger, {
    ...says('What we found.'),
    add: ['complaint_response_sent'],
    status: 'solved',
  });
  const answered = await world.settled(younger);
  expect((await ledger().readCase(older))?.row).toMatchObject({ stage: 'closed', marks: [] });
  expect((await ledger().readCase(younger))?.row).toMatchObject({ stage: 'closed', marks: [] });
  expect(answered.tags).not.toContain('complaint_needs_person');
});

test('where the older of two complaints is further on, people are warned of the younger one too', async () => {
  const customer = await world.customer();
  const older = await world.mail(customer);
  await world.record(older);
  await world.settled(older);
  await world.tom.change(older, { ...says('News.'), add: ['complaint_update_sent'] });
  const younger = await world.mail(customer);
  await world.record(younger);
  for (const id of [older, younger]) await world.settled(id);
  world.demo.sandbox.clock.advance(1_000);
  await settledMerge(world, older, younger);
  const next = (await ledger().readCase(younger))?.deadlines.find(({ duty }) => duty === 'update');
  world.demo.sandbox.clock.set(next?.warnAt ?? 0);
  expect((await world.settled(younger)).tags).toContain('complaint_due_soon');
  const warned = (await world.notes(younger)).filter((note) => note.includes('is due'));
  expect(warned).toEqual([
    expect.stringContaining(`About the other complaint on this ticket, which began on ticket #${younger}:`),
  ]);
  world.demo.sandbox.clock.set((next?.dueAt ?? 0) + 1_000);
  expect((await world.settled(younger)).tags).toContain('complaint_overdue');
  expect((await world.notes(younger)).filter((note) => note.includes('is due'))).toHaveLength(1);
});

test('merged on and on: the case goes with the last survivor', async () => {
  const { customer, complaint, other } = await complaintAndOther();
  const last = await world.mail(customer);
  await settledMerge(world, complaint, other);
  world.demo.sandbox.clock.advance(1_000);
  const survivor = await settledMerge(world, other, last);
  expect(world.field(survivor, 'stage')).toBe('complaint_stage_acknowledged');
  expect((await ledger().readCase(complaint))?.row.currentTicketId).toBe(last);
  expect(await ledger().readCase(other)).toBeUndefined();
});

test('a follow-up that is merged takes the case with it', async () => {
  const customer = await world.customer();
  const home = await world.mail(customer);
  await world.record(home);
  await world.settled(home);
  await world.tom.change(home, { status: 'closed' });
  const next = await world.mail(customer, home);
  await world.settled(next);
  const other = await world.mail(customer);
  const survivor = await settledMerge(world, next, other);
  expect(world.field(survivor, 'stage')).toBe('complaint_stage_acknowledged');
  expect((await ledger().readCase(home))?.row.currentTicketId).toBe(other);
});

test('the tag that a person adds to the survivor is the merged complaint’s, not a new one', async () => {
  const { complaint, other } = await complaintAndOther();
  await world.unseen(async () => {
    await merge(world, complaint, other);
    await world.tom.change(other, { add: ['formal_complaint'] });
  });
  await world.lookAgain(other);
  expect(await ledger().readCase(other)).toBeUndefined();
  expect((await ledger().readCase(complaint))?.row.currentTicketId).toBe(other);
  expect(await world.replies(other)).toEqual([]);
});

test('merging tickets of which none is a complaint is nothing to us', async () => {
  const customer = await world.customer();
  const [one, two] = [await world.mail(customer), await world.mail(customer)];
  await merge(world, one, two);
  await world.lookAgain(one);
  await world.lookAgain(two);
  expect([...world.puts(one), ...world.puts(two)]).toEqual([]);
});

test('a survivor that is deleted: the case is lost, and comes back with it', async () => {
  const { complaint, other } = await complaintAndOther();
  await settledMerge(world, complaint, other);
  await world.priya.call('DELETE', `tickets/${other}`);
  const wake = (ticketId: number) => ledger().wake([{ ticketId, at: world.demo.sandbox.clock.now() }]);
  await wake(other);
  await expect.poll(async () => (await ledger().readCase(complaint))?.row.lostWhy).toBe('deleted');
  await world.priya.call('PUT', `deleted_tickets/${other}/restore`);
  await wake(other);
  await expect
    .poll(async () => (await ledger().readCase(complaint))?.row)
    .toMatchObject({
      lostAt: null,
      currentTicketId: other,
      nextDuty: 'ask4.update',
    });
});
