import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const refusal = {
  status: 422,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ error: 'RecordInvalid', description: 'Record validation errors', details: {} }),
};

/** Zendesk refuses those of the service's updates of a ticket whose number, from 1 on, is meant. */
function refusing(id: number, isMeant: (number: number) => boolean): () => void {
  let number = 0;
  return world.demo.sandbox.faults.add(({ method, path, caller }) => {
    if (method !== 'PUT' || caller !== 'program' || !path.includes(`/tickets/${id}`)) return undefined;
    number += 1;
    return isMeant(number) ? refusal : undefined;
  });
}

test('a drop-down option that is missing does not cost the acknowledgement: dates and record are written, and a person is told', async () => {
  const id = await world.letter();
  // The first of each look: the second one leaves the drop-downs out.
  const off = refusing(id, (number) => number % 2 === 1);
  await world.record(id);
  const ticket = await world.settled(id);
  expect(world.mails(id)).toHaveLength(1);
  expect(world.field(ticket, 'stage')).toBeNull();
  expect(world.field(ticket, 'update_due')).toBe('2026-04-09');
  expect(world.recordOf(ticket).stage).toBe('acknowledged');
  expect(ticket.tags).toContain('complaint_needs_person');
  expect(await world.marks(id)).toEqual(['fields_refused']);
  // The look after the acknowledgement writes the note.
  expect((await world.notes(id)).join()).toContain('does not take all of the fields');
  expect(world.mails(id)).toHaveLength(1);
  off();
  const mended = await world.lookAgain(id);
  expect(world.field(mended, 'stage')).toBe('complaint_stage_acknowledged');
  expect(mended.tags).not.toContain('complaint_needs_person');
  expect(await world.marks(id)).toEqual([]);
  expect(world.mails(id)).toHaveLength(1);
});

test('where no field is taken the acknowledgement and its tag still go out', async () => {
  const id = await world.letter();
  const off = refusing(id, (number) => number % 3 !== 0);
  await world.record(id);
  const ticket = await world.settled(id);
  off();
  expect(world.mails(id)).toHaveLength(1);
  expect(world.field(ticket, 'update_due')).toBeNull();
  expect((await world.demo.service.ledger.readCase(id))?.row).toMatchObject({
    stage: 'acknowledged',
    marks: ['fields_refused'],
  });
});

test('what can not be written at all is a failed look that a person sees, and nothing is said', async () => {
  const id = await world.letter();
  const off = refusing(id, () => true);
  await world.record(id);
  await expect
    .poll(() =>
      world.sql('select error_code, gave_up_at is null as going from wakes where ticket_id = $1', [id]),
    )
    .toEqual([{ error_code: 'invalid', going: false }]);
  off();
  expect(world.mails(id)).toEqual([]);
});
