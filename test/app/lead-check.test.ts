import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  appears,
  type Counter,
  fillPlaces,
  goes,
  type Opened,
  startCounter,
  submit,
} from '../e2e/support/counter.ts';
import { tick } from './support/tick.ts';

const TOM = 1003;
const PRIYA = 1002;
const CASE = 101;

let counter: Counter;
beforeAll(async () => {
  // Thursday before Good Friday.
  counter = await startCounter({ now: '2026-04-02T09:00:00Z' });
});
afterEach(() => counter.closePages());
afterAll(() => counter?.stop());

const button = ({ sidebar }: Opened, name: string) => sidebar.getByRole('button', { name, exact: true });

const ticketSchema = z.object({
  ticket: z.object({ group_id: z.number().nullable(), assignee_id: z.number().nullable() }),
});

/** In whose hands the ticket is. */
async function hands({ page }: Opened) {
  const reply = await page.request.get(`${counter.demo.sandbox.url}/api/v2/tickets/${CASE}.json`);
  return ticketSchema.parse(await reply.json()).ticket;
}

test('a reply to be checked goes to a group, and comes back to whoever asked, who sees so', async () => {
  await (await counter.agent(TOM)).record(CASE, 'form');
  const asker = await counter.open(CASE, { agent: TOM });
  await button(asker, 'Skip to formal response').click();
  await tick(asker.sidebar.getByRole('radio', { name: 'Upheld', exact: true }));
  await button(asker, 'Insert into reply').click();
  await appears(asker.sidebar.getByText('In your reply: Formal response.'));
  await fillPlaces(asker.page, 'We have looked into it.');
  await button(asker, 'Ask a lead to check first').click();
  await asker.sidebar.getByLabel('Checked by').selectOption({ label: 'Kundenservice Deutschland' });
  await button(asker, 'Ask for a check').click();
  await appears(asker.sidebar.getByRole('heading', { name: 'With a lead to be checked' }));
  await expect.poll(() => hands(asker)).toEqual({ group_id: 502, assignee_id: null });

  const lead = await counter.open(CASE, { agent: PRIYA });
  await appears(lead.sidebar.getByText(/^Tom Walsh asks for a check/));
  await lead.sidebar.getByLabel('Remarks (optional)').fill('Name the amount.');
  counter.demo.sandbox.clock.advance(60_000);
  await button(lead, 'Checked').click();
  await goes(lead.sidebar.getByText(/^Tom Walsh asks for a check/));
  await expect.poll(async () => (await hands(asker)).assignee_id).toBe(TOM);

  await appears(asker.sidebar.getByRole('heading', { name: 'Checked: your reply can go out' }));
  await appears(asker.sidebar.getByText(/^By Priya Shah, .+ Remarks are in the last internal note\.$/));
  await appears(asker.sidebar.getByText('In your reply: Formal response.'));
  // Nobody else is told that theirs may go out.
  await appears(lead.sidebar.getByText('Formal response').first());
  expect(await lead.sidebar.getByRole('heading', { name: 'Checked: your reply can go out' }).count()).toBe(0);
  counter.demo.sandbox.clock.advance(60_000);
  await submit(asker.page);
  await goes(asker.sidebar.getByRole('heading', { name: 'Checked: your reply can go out' }));
});
