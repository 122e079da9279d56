import { readFile } from 'node:fs/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tick } from '../app/support/tick.ts';
import type { SeedFile } from '../sandbox/index.ts';
import { appears, type Counter, startCounter } from './support/counter.ts';

const TOM = 1003;
const ANNA = 1004;
const PRIYA = 1002;
const EMILY = 2001;

/** Like Emily's complaint, and each of another customer's: a test has its own. */
const DELETED = 301;
const HIDDEN = 302;
const DOWN = 303;

async function seed(): Promise<SeedFile> {
  const file: SeedFile = JSON.parse(await readFile(new URL('../demo/seed.json', import.meta.url), 'utf8'));
  const { tickets = [], users = [] } = file;
  const ids = [DELETED, HIDDEN, DOWN];
  const emily = users.filter(({ id }) => id === EMILY);
  const first = tickets.filter(({ id }) => id === 101);
  return {
    ...file,
    users: [
      ...users,
      ...ids.flatMap((id) => emily.map((user) => ({ ...user, id: 2000 + id, email: `${id}@mail.example` }))),
    ],
    tickets: [
      ...tickets,
      ...ids.flatMap((id) => first.map((ticket) => ({ ...ticket, id, requester_id: 2000 + id }))),
    ],
  };
}

let counter: Counter;
let page: Page;

beforeAll(async () => {
  // Thursday before Good Friday.
  counter = await startCounter({ now: '2026-04-02T09:00:00Z', seed: await seed() });
});
afterEach(() => counter.closePages());
afterAll(() => counter?.stop());

/** Opens a ticket in the workspace as an agent, and gives the sidebar. */
async function open(ticketId: number, agent = TOM, timezoneId = 'Europe/London'): Promise<FrameLocator> {
  const opened = await counter.open(ticketId, { agent, timezoneId });
  page = opened.page;
  return opened.sidebar;
}

const conversation = (): Locator => page.getByRole('main');
const composer = (): Locator => page.getByRole('textbox', { name: /reply|antwort/i });

/** Fills in each place that the macro leaves for the agent. */
async function fillPlaces(): Promise<void> {
  await composer().evaluate((element) => {
    element.innerHTML = element.innerHTML.replaceAll(
      /\[…[^\]]*\]/g,
      'We found the double charge and stopped it.',
    );
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

async function submit(status: string): Promise<void> {
  await page.getByRole('button', { name: `Submit as ${status}` }).click();
}

const mailsOf = (id: number) => counter.demo.sandbox.mails().filter(({ ticketId }) => ticketId === id);

test('a reply from which the inserted text was deleted is no status update', async () => {
  const sidebar = await open(DELETED);
  await sidebar.getByRole('button', { name: /^Record( complaint)?$/ }).click();
  await sidebar.getByRole('button', { name: 'Record complaint' }).click();
  await appears(sidebar.getByRole('button', { name: 'Write status update' }));
  await sidebar.getByRole('button', { name: 'Write status update' }).click();
  await appears(page.getByText('complaint_update_sent'));
  await composer().fill('Just a question: which flat is it?');
  await expect.poll(() => page.getByText('complaint_update_sent').count()).toBe(0);
});

test('a call is not taken as a complaint: no acknowledgement, a note that says why, and a macro to send', async () => {
  const sidebar = await open(106);
  await appears(sidebar.getByText('Not by phone'));
  await page.request.put(`${counter.demo.sandbox.url}/api/v2/tickets/106.json`, {
    data: { ticket: { tags: ['formal_complaint'] } },
  });
  await appears(page.getByText('complaint_channel_refused'));
  await appears(conversation().getByText('takes complaints by online form or letter'));
  await sidebar.getByRole('button', { name: /how to complain/i }).click();
  await expect.poll(() => composer().textContent()).toContain('Sheffield');
  expect(mailsOf(106).filter(({ to }) => to === 'daniel.price@mail.example')).toEqual([]);
});

test('a letter without an e-mail address is acknowledged by post, counted from the posting', async () => {
  const sidebar = await open(105);
  await sidebar.getByRole('button', { name: /^Record( complaint)?$/ }).click();
  await tick(sidebar.getByRole('radio', { name: 'Letter' }));
  await sidebar.getByLabel('Date received').fill('2 Apr 2026');
  await sidebar.getByLabel('Date received').press('Tab');
  await sidebar.getByLabel('Time received').fill('08:30');
  await sidebar.getByRole('button', { name: 'Record complaint' }).click();
  await appears(sidebar.getByText('Acknowledge by post'));
  await appears(page.getByText('complaint_post_required'));
  expect(mailsOf(105).filter(({ to }) => !to.endsWith('@ask4.example'))).toEqual([]);
  await sidebar.getByRole('button', { name: 'Record as sent' }).click();
  // There is still no e-mail address: the next message goes by post too.
  await appears(sidebar.getByText('Status update by post'));
  await expect.poll(() => page.getByText('complaint_post_required').count()).toBe(0);
});

test('a German agent in Berlin works in German; a German customer is acknowledged in German', async () => {
  const sidebar = await open(102, ANNA, 'Europe/Berlin');
  await sidebar.getByRole('button', { name: /^(Beschwerde a|A)ufnehmen$/ }).click();
  await sidebar.getByRole('button', { name: 'Beschwerde aufnehmen' }).click();
  await appears(conversation().getByText('Ihre förmliche Beschwerde ist bei uns eingegangen'));
  await appears(sidebar.getByText('Do., 9. Apr.'));
  await appears(sidebar.getByRole('button', { name: 'Zwischenstand schreiben' }));
});

// From here on the days go by.
describe('a formal complaint from recording to response', () => {
  test('is acknowledged, counted down, warned of, flagged, updated and answered', async () => {
    const sidebar = await open(101);
    await sidebar.getByRole('button', { name: /^Record( complaint)?$/ }).click();
    await tick(sidebar.getByRole('radio', { name: 'Form' }));
    await sidebar.getByRole('button', { name: 'Record complaint' }).click();

    await appears(conversation().getByText('We have received your formal complaint'));
    await appears(sidebar.getByText('Thu 9 Apr'));
    await appears(sidebar.getByText('in 3 working days'));
    await appears(sidebar.getByText('On track'));
    await appears(sidebar.getByText('Mon 20 Apr'));
    await appears(sidebar.getByText('at the latest; earlier if you update earlier'));

    await sidebar.getByRole('button', { name: 'Why this date?' }).click();
    await appears(sidebar.getByText('Good Friday'));
    await appears(sidebar.getByText('Easter Monday'));

    counter.demo.sandbox.clock.set('2026-04-08T08:00:00Z');
    await appears(sidebar.getByText('Due soon'));
    await appears(conversation().getByText('The status update is due by the end of Thu 9 Apr 2026.'));

    counter.demo.sandbox.clock.set('2026-04-09T09:12:00Z');
    await appears(sidebar.getByText('Due today'));
    await appears(sidebar.getByText(/by midnight, 13 h \d+ min left/));

    counter.demo.sandbox.clock.set('2026-04-10T08:00:00Z');
    await appears(sidebar.getByText('Overdue'));
    await appears(sidebar.getByText('was due yesterday'));
    await appears(page.getByText('complaint_overdue'));

    await sidebar.getByRole('button', { name: 'Write status update' }).click();
    await appears(sidebar.getByText(/In your reply: Status update/));
    await fillPlaces();
    await submit('Open');
    await appears(conversation().getByText('We found the double charge and stopped it.'));
    // Counted from Friday 10 April, the update actually sent, no longer from Thursday 9 April.
    await appears(sidebar.getByText('Tue 21 Apr'));
    await expect.poll(() => page.getByText('complaint_overdue').count()).toBe(0);

    await sidebar.getByRole('button', { name: 'Write formal response' }).click();
    await tick(sidebar.getByRole('radio', { name: 'Upheld', exact: true }));
    await sidebar.getByRole('button', { name: 'Insert into reply' }).click();
    await appears(sidebar.getByText(/In your reply: Formal response/));
    await fillPlaces();
    await submit('Solved');
    await appears(sidebar.getByText('Closed'));
    await appears(sidebar.getByText('Upheld'));
  });
});

test('the outcome counts even where its field is not on the form', async () => {
  const { url } = counter.demo.sandbox;
  const sidebar = await open(HIDDEN, PRIYA);
  const { ticket_forms } = await (await page.request.get(`${url}/api/v2/ticket_forms.json`)).json();
  for (const { id, ticket_field_ids } of ticket_forms) {
    const shown = ticket_field_ids.filter((field: number) => field !== counter.demo.account.fields.outcome);
    await page.request.put(`${url}/api/v2/ticket_forms/${id}.json`, {
      data: { ticket_form: { ticket_field_ids: shown } },
    });
  }
  await page.reload();
  await sidebar.getByRole('button', { name: /^Record( complaint)?$/ }).click();
  await sidebar.getByRole('button', { name: 'Record complaint' }).click();
  await sidebar.getByRole('button', { name: 'Skip to formal response' }).click();
  await tick(sidebar.getByRole('radio', { name: 'Not upheld' }));
  await sidebar.getByRole('button', { name: 'Insert into reply' }).click();
  await appears(sidebar.getByText(/In your reply: Formal response/));
  await fillPlaces();
  await submit('Solved');
  await appears(sidebar.getByText('Closed'));
  await appears(sidebar.getByText('Not upheld'));
});

// Last: from here on there is no service.
test('the countdown works when the service is down', async () => {
  const sidebar = await open(DOWN);
  await sidebar.getByRole('button', { name: /^Record( complaint)?$/ }).click();
  await sidebar.getByRole('button', { name: 'Record complaint' }).click();
  // The form's preview shows the same date before anything is recorded.
  await appears(sidebar.getByRole('button', { name: 'Write status update' }));
  await counter.stopService();
  // Eight days, whatever has happened before: five working days at the most lie between two updates.
  counter.demo.sandbox.clock.advance(8 * 86_400_000);
  await page.reload();
  await appears(page.frameLocator('aside iframe[title="Complaint Clock"]').getByText('Overdue'));
});
