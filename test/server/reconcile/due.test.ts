import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANNA } from './support/people.ts';
import { startWorld, type World } from './support/world.ts';

/** Time moves on here from test to test. */
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const cases = { tom: 0, anna: 0, group: 0, german: 0, nobody: 0 };
const all = () => Object.values(cases);

test('nothing is said before a deadline is due soon', async () => {
  cases.tom = await world.acknowledged();
  cases.anna = await world.acknowledged({ assignee_id: ANNA });
  cases.group = await world.acknowledged({ assignee_id: null, group_id: 501 });
  cases.german = await world.letter({ assignee_id: null, group_id: 502 });
  await world.anna.change(cases.german, { add: ['formal_complaint'] });
  await world.settled(cases.german);
  cases.nobody = await world.acknowledged({ assignee_id: null, group_id: null });
  world.demo.sandbox.clock.set('2026-04-07T22:00:00Z');
  for (const id of all()) {
    expect((await world.settled(id)).tags).not.toContain('complaint_due_soon');
    expect(await world.notes(id)).toEqual([]);
  }
});

test('at due soon one internal note, to the assignee by name or to the group, in their language', async () => {
  // One working day before the end of Thursday 9 April.
  world.demo.sandbox.clock.set('2026-04-07T23:00:30Z');
  for (const id of all()) expect((await world.settled(id)).tags).toContain('complaint_due_soon');
  const note = async (id: number): Promise<string> => {
    const notes = await world.notes(id);
    expect(notes).toHaveLength(1);
    return notes[0] ?? '';
  };
  expect(await note(cases.tom)).toContain('For Tom Walsh:');
  expect(await note(cases.tom)).toContain('The status update is due by the end of Thu 9 Apr 2026.');
  expect(await note(cases.tom)).toContain('"Write status update"');
  expect(await note(cases.anna)).toContain('Für Anna Becker:');
  expect(await note(cases.anna)).toContain(
    'Der Zwischenstand ist bis zum Ende des Tages, Do., 9. Apr. 2026, fällig',
  );
  expect(await note(cases.group)).toContain('Nobody is assigned. For the group Customer Care UK:');
  // Recorded by Anna, so it is her colleagues who read it.
  expect(await note(cases.german)).toContain(
    'Niemand ist zuständig. Für die Gruppe Kundenservice Deutschland:',
  );
  expect(await note(cases.nobody)).toContain('Nobody is assigned. For the team:');
});

test('the note comes once for a deadline, however often the ticket is looked at', async () => {
  await world.lookAgain(cases.tom);
  world.demo.sandbox.clock.set('2026-04-08T15:00:00Z');
  await world.lookAgain(cases.tom);
  expect(await world.notes(cases.tom)).toHaveLength(1);
});

test('overdue is a tag in the place of due soon, and says nothing more', async () => {
  world.demo.sandbox.clock.set('2026-04-09T22:50:00Z');
  expect((await world.settled(cases.tom)).tags).not.toContain('complaint_overdue');
  world.demo.sandbox.clock.set('2026-04-09T23:00:01Z');
  const { tags } = await world.settled(cases.tom);
  expect(tags).toContain('complaint_overdue');
  expect(tags).not.toContain('complaint_due_soon');
  expect(await world.notes(cases.tom)).toHaveLength(1);
  expect(world.puts(cases.tom).every((status) => status === 200)).toBe(true);
});

test('the tags go when the duty is met, late or not; the next deadline warns for itself', async () => {
  const id = cases.tom;
  await world.tom.change(id, { comment: { body: 'News.', public: true }, add: ['complaint_update_sent'] });
  const ticket = await world.settled(id);
  expect(ticket.tags.filter((tag) => /due_soon|overdue/.test(tag))).toEqual([]);
  expect(world.field(ticket, 'response_due')).toBe('2026-04-21');
  world.demo.sandbox.clock.set('2026-04-17T23:30:00Z');
  expect((await world.settled(id)).tags).toContain('complaint_due_soon');
  const notes = await world.notes(id);
  expect(notes).toHaveLength(2);
  expect(notes[1]).toContain('The formal response is due by the end of Tue 21 Apr 2026.');
});

test('withdrawn: due soon and overdue go with the case', async () => {
  expect((await world.settled(cases.anna)).tags).toContain('complaint_overdue');
  const metadata = { complaint: { event: 'withdrawn', reason: 'solved by phone' } };
  await world.anna.change(cases.anna, { comment: { body: 'Withdrawn.', public: false }, metadata });
  const { tags } = await world.settled(cases.anna);
  expect(tags.filter((tag) => /due_soon|overdue/.test(tag))).toEqual([]);
});
