import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { choose, composer, type Desk, deskSeed, people, saved, startDesk, submit } from './support/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk(
    deskSeed({
      tickets: [],
      ticket_fields: [
        {
          id: 700,
          type: 'tagger',
          title: 'Room',
          custom_field_options: [
            { name: 'Kitchen', value: 'room_kitchen' },
            { name: 'Roof', value: 'room_roof' },
          ],
        },
      ],
      macros: [
        {
          title: 'First answer',
          actions: [
            { field: 'comment_value_html', value: '<p>We are on it.</p>' },
            { field: 'current_tags', value: 'answered' },
          ],
        },
      ],
    }),
  );
});
afterEach(() => desk.closePages());
afterAll(() => desk?.stop());

async function newTicketPage() {
  const page = await desk.open('/filters/open');
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('main', { name: 'New ticket' }).waitFor();
  return page;
}

/** The number of the ticket in front, once it is there. */
async function savedId(page: Page): Promise<number> {
  const main = page.getByRole('main', { name: /Ticket #\d+/ });
  return Number((await main.getAttribute('aria-label'))?.replace('Ticket #', ''));
}

describe('a new ticket', () => {
  test('is created with requester, assignee, tags, fields, message and status, and stays open', async () => {
    const page = await newTicketPage();
    await choose(page, 'Requester', 'Grace Miller <grace@example.com>', 'grace');
    await choose(page, 'Assignee', 'Support/Amira Shah', 'Amira');
    await page.getByRole('textbox', { name: 'Subject' }).fill('Leaking tap');
    await choose(page, 'Room', 'Kitchen');
    await page.getByLabel('Priority').selectOption('high');
    await page.getByRole('textbox', { name: 'Tags' }).fill('water');
    await page.getByRole('textbox', { name: 'Tags' }).press('Enter');
    await composer(page).fill('Thank you for calling.');
    await submit(page, 'Pending');
    await page.getByRole('main', { name: /Ticket #\d+/ }).waitFor();
    expect(await desk.ticket(await savedId(page))).toMatchObject({
      subject: 'Leaking tap',
      requester_id: people.grace,
      assignee_id: people.amira,
      group_id: 5,
      status: 'pending',
      priority: 'high',
      tags: expect.arrayContaining(['water', 'room_kitchen']),
      custom_fields: expect.arrayContaining([{ id: 700, value: 'room_kitchen' }]),
      is_public: true,
    });
    await page.getByRole('article', { name: 'Public reply by Amira Shah' }).waitFor();
  });

  test('may have a requester that nobody knew, by name and address', async () => {
    const page = await newTicketPage();
    await choose(page, 'Requester', 'Add “Nora Quinn <nora@example.com>”', 'Nora Quinn <nora@example.com>');
    await page.getByText('nora@example.com', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Subject' }).fill('First contact');
    await composer(page).fill('Hello Nora');
    await submit(page);
    await page.getByRole('main', { name: /Ticket #\d+/ }).waitFor();
    const { users } = await desk.rest(people.admin, 'GET', 'users/search.json?query=email:nora@example.com');
    expect(users).toEqual([expect.objectContaining({ name: 'Nora Quinn', role: 'end-user' })]);
    expect(desk.sandbox.mails().map((mail) => mail.to)).toContain('nora@example.com');
  });

  test('of an agent who names no requester is the agent’s own, and an internal one mails nobody', async () => {
    const page = await newTicketPage();
    await page.getByRole('textbox', { name: 'Subject' }).fill('Order new keys');
    await page.getByRole('button', { name: 'Internal note' }).click();
    await page.getByRole('textbox', { name: 'Internal note' }).fill('Three for the porter.');
    await submit(page);
    await page.getByRole('main', { name: /Ticket #\d+/ }).waitFor();
    const id = await savedId(page);
    expect(await desk.ticket(id)).toMatchObject({
      requester_id: people.amira,
      status: 'open',
      is_public: false,
    });
    expect(desk.sandbox.mails().filter((mail) => mail.ticketId === id)).toEqual([]);
  });

  test('without a message is refused with the account’s own words, and nothing typed is lost', async () => {
    const page = await newTicketPage();
    await page.getByRole('textbox', { name: 'Subject' }).fill('Nothing said');
    await submit(page);
    const alert = page.getByRole('alert');
    await expect.poll(() => alert.textContent()).toMatch(/The ticket was not saved.*cannot be blank/);
    await expect.poll(() => page.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe('Nothing said');
  });

  test('takes a macro', async () => {
    const page = await newTicketPage();
    await choose(page, 'Requester', 'Otis Reed <otis@example.com>', 'otis');
    await page.getByRole('button', { name: 'Apply macro' }).click();
    await page.getByRole('menuitem', { name: 'First answer' }).click();
    await expect.poll(() => composer(page).textContent()).toBe('We are on it.');
    await submit(page, 'Solved');
    await page.getByRole('main', { name: /Ticket #\d+/ }).waitFor();
    expect(await desk.ticket(await savedId(page))).toMatchObject({ status: 'solved', tags: ['answered'] });
  });

  test('closes after the submit for an agent who wants that, and an unsaved one asks before', async () => {
    const page = await newTicketPage();
    await page.getByRole('textbox', { name: 'Subject' }).fill('Short');
    await composer(page).fill('Done.');
    await page.getByRole('button', { name: 'Close new ticket' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click();
    await page.getByRole('button', { name: 'Stay on ticket' }).click();
    await page.getByRole('menuitemradio', { name: 'Close tab' }).click();
    await submit(page);
    await saved(page);
    await page.getByRole('table', { name: 'Open tickets' }).getByRole('link', { name: 'Short' }).waitFor();
    const tabs = page.getByRole('navigation', { name: 'Ticket tabs' }).getByRole('link');
    await expect.poll(() => tabs.count()).toBe(0);
  });
});
