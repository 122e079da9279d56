import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { cases } from './support/cases.ts';
import { type Stage, startStage } from './support/stage.ts';
import { button } from './support/updates.ts';

const TICKET = 861;
const ticketReply = z.object({ ticket: z.looseObject({ updated_at: z.string() }) });
const auditsReply = z.looseObject({ audits: z.array(z.looseObject({ created_at: z.string() })) });

let stage: Stage;
beforeAll(async () => {
  stage = await startStage([{ id: TICKET, record: cases.onTrack }]);
});
afterEach(() => stage.closePages());
afterAll(() => stage.stop());

const changed = (body: string) =>
  stage.rest('PUT', `tickets/${TICKET}.json`, { ticket: { comment: { body, public: false } } });

test('somebody else’s change is told of, also in the second in which the ticket had changed before', async () => {
  const { page, sidebar } = await stage.open(TICKET);
  const { updated_at } = ticketReply.parse(await stage.rest('GET', `tickets/${TICKET}.json`)).ticket;
  const read = page.waitForResponse((reply) => reply.url().includes('/audits.json'));
  await button(sidebar, 'Write status update').click();
  await sidebar.getByText('In your reply: Status update.').waitFor();
  await read;

  await page.route(`**/api/v2/tickets/${TICKET}.json*`, async (route) => {
    const response = await route.fetch();
    const { ticket } = ticketReply.parse(await response.json());
    await route.fulfill({ response, json: { ticket: { ...ticket, updated_at } } });
  });
  await page.route(`**/api/v2/tickets/${TICKET}/audits.json*`, async (route) => {
    const response = await route.fetch();
    const { audits, ...rest } = auditsReply.parse(await response.json());
    const atOnce = audits.map((audit) => ({ ...audit, created_at: updated_at }));
    await route.fulfill({ response, json: { ...rest, audits: atOnce } });
  });
  await changed('I have called her.');
  await sidebar
    .getByRole('main')
    .getByText(/wrote or changed something here at \d\d:\d\d/)
    .waitFor();
  await button(sidebar, 'Seen').click();
  await changed('She rang back.');
  await sidebar
    .getByRole('main')
    .getByText(/wrote or changed something here at \d\d:\d\d/)
    .waitFor();
  expect(await sidebar.getByText('In your reply: Status update.').count()).toBe(1);
});
