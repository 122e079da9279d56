import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { expectAccessible } from './support/axe.ts';
import { type Desks, startDesks } from './support/states/desks.ts';
import { settled } from './support/states/settled.ts';
import type { State } from './support/states/state.ts';
import { button, noteOf } from './support/updates.ts';

// Whoever wrote the formal response hands the appeal to a group.

const handing: State | undefined = settled['handing over'];

let desks: Desks;
beforeAll(async () => {
  if (!handing) throw new Error('the state is gone');
  desks = await startDesks({ readable: handing, unreadable: { ...handing, fault: noGroups } });
});
afterAll(() => desks.stop());

const noGroups: NonNullable<State['fault']> = ({ path }) =>
  /\/groups/.test(path) ? { status: 403, body: '{}' } : undefined;

const ticketSchema = z.object({
  ticket: z.object({ group_id: z.number().nullable(), assignee_id: z.number().nullable() }),
});

async function handsOf(id: number) {
  return ticketSchema.parse(await desks.stage.rest('GET', `tickets/${id}.json`)).ticket;
}

test('a group is chosen; the ticket is its, and nobody’s in particular, with a note of why', async () => {
  const { sidebar, page } = await desks.open('readable', 'en');
  const id = Number(page.url().split('/').at(-1));
  expect(await handsOf(id)).toMatchObject({ group_id: 5 });
  await sidebar.getByLabel('Team', { exact: true }).selectOption({ label: 'Complaints' });
  await expectAccessible(sidebar);
  await button(sidebar, 'Assign to team lead').click();
  await expect.poll(() => handsOf(id)).toEqual({ group_id: 6, assignee_id: null });
  expect(noteOf((await desks.stage.updates(id)).at(-1))).toBe(
    'Appeal for Complaints: somebody who did not write the formal response should answer it.',
  );
  await sidebar.getByLabel('Team', { exact: true }).waitFor({ state: 'detached' });
});

test('where the groups can’t be read, the way round is told', async () => {
  const { sidebar } = await desks.open('unreadable', 'en');
  await sidebar.getByText('The teams could not be read. Change the assignee in the ticket itself.').waitFor();
  expect(await button(sidebar, 'Assign to team lead').count()).toBe(0);
});
