import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  composer,
  type Desk,
  deskSeed,
  deskTicket,
  noticed,
  people,
  saved,
  startDesk,
  submit,
} from './support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk(
    deskSeed({
      tickets: [
        ...Array.from({ length: 16 }, (_, index) => deskTicket(101 + index)),
        deskTicket(150, {
          requester_id: people.letter,
          via: { channel: 'voice' },
          comments: [{ author_id: people.amira, public: false, body: 'She rang about the door.' }],
        }),
      ],
      macros: ['Doors::Locks::Locksmith comes', 'Doors::Painted', 'Thanks'].map((title) => ({
        title,
        actions: [
          { field: 'comment_value_html', value: `<p>${title} for {{ticket.requester.first_name}}</p>` },
        ],
      })),
    }),
  );
});
afterEach(() => desk.closePages());
afterAll(() => desk?.stop());

async function closeTicket(id: number): Promise<void> {
  await desk.rest(people.admin, 'PUT', `tickets/${id}.json`, { ticket: { status: 'solved' } });
  await desk.rest(people.admin, 'PUT', `tickets/${id}.json`, { ticket: { status: 'closed' } });
}

async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Ticket actions' }).click();
  await page.getByRole('menuitem', { name }).click();
}

describe('the composer', () => {
  test('writes bold, lists, quotes, code and links', async () => {
    const page = await desk.open('/tickets/101');
    const field = composer(page);
    await field.click();
    await page.getByRole('button', { name: 'Bold' }).click();
    await page.keyboard.type('Important');
    await page.getByRole('button', { name: 'Bold' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Bulleted list' }).click();
    await page.keyboard.type('first');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByLabel('Address').fill('example.com/doors');
    await page.getByRole('button', { name: 'Insert' }).click();
    await submit(page);
    await saved(page);
    const reply = page.getByRole('article', { name: 'Public reply by Amira Shah' });
    await reply.getByRole('link', { name: 'https://example.com/doors' }).waitFor();
    const { comments } = await desk.rest(people.admin, 'GET', 'tickets/101/comments.json');
    const html = JSON.stringify(comments);
    expect(html).toMatch(/<(b|strong)>Important/);
    expect(html).toContain('<li>first');
    expect(html).toContain('href=\\"https://example.com/doors\\"');
  });

  test('finds macros by words and by their categories, and fills their placeholders', async () => {
    const page = await desk.open('/tickets/102');
    await page.getByRole('button', { name: 'Apply macro' }).click();
    await expect.poll(() => page.getByRole('menuitem').allTextContents()).toEqual(['Doors', 'Thanks']);
    await page.getByRole('menuitem', { name: 'Doors' }).click();
    await page.getByRole('menuitem', { name: 'Locks' }).click();
    await page.getByRole('menuitem', { name: 'Locksmith comes' }).click();
    await expect.poll(() => composer(page).textContent()).toBe('Doors::Locks::Locksmith comes for Grace');
    await page.getByRole('button', { name: 'Apply macro' }).click();
    await page.getByRole('searchbox', { name: 'Search macros' }).fill('paint');
    await page.keyboard.press('Enter');
    await expect.poll(() => composer(page).textContent()).toContain('Doors::Painted for Grace');
  });
});

describe('the conversation', () => {
  test('turns round, and tells of a call who rang', async () => {
    const page = await desk.open('/tickets/103');
    await composer(page).fill('Second message');
    await submit(page);
    await page.getByRole('article', { name: 'Public reply by Amira Shah' }).waitFor();
    await page.getByRole('button', { name: 'Show newest first' }).click();
    await expect.poll(() => page.getByRole('article').first().textContent()).toContain('Second message');
    const call = await desk.open('/tickets/150');
    await call.getByText('+441632960111').first().waitFor();
    // Zendesk offers a note on a phone ticket.
    await call.getByRole('textbox', { name: 'Internal note' }).waitFor();
  });

  test('says of a redacted message that it is', async () => {
    const { comments } = await desk.rest(people.admin, 'GET', 'tickets/104/comments.json');
    const [comment] = Array.isArray(comments) ? comments : [];
    await desk.rest(people.admin, 'PUT', `tickets/104/comments/${comment.id}/redact.json`, {
      text: 'bicycle store',
    });
    const page = await desk.open('/tickets/104');
    const message = page.getByRole('article', { name: 'Public reply by Grace Miller' });
    await message.getByText('Redacted').waitFor();
    await expect.poll(() => message.textContent()).toContain('▇');
  });
});

describe('the events', () => {
  test('tell who changed what from what to what, what was mailed to whom, and by which trigger', async () => {
    const page = await desk.open('/tickets/105');
    await page.getByLabel('Priority').selectOption('high');
    await composer(page).fill('We have ordered it.');
    await submit(page, 'Pending');
    await saved(page);
    await page.getByRole('button', { name: 'Events' }).click();
    const last = page.getByRole('list', { name: 'Events' }).getByRole('listitem').first();
    for (const told of [
      /Amira Shah/,
      /We have ordered it\./,
      /New\s*→\s*Pending/,
      /PriorityHigh/,
      /Email sentGrace Miller Trigger: Notify requester/,
    ])
      await expect.poll(() => last.textContent()).toMatch(told);
    await page.getByRole('button', { name: 'Sent mail' }).click();
    await page.getByRole('list', { name: 'Sent mail' }).getByText('To grace@example.com').first().waitFor();
  });
});

describe('two at one ticket', () => {
  test('who changed the same thing at the same time are told, and one decides', async () => {
    const page = await desk.open('/tickets/106');
    await page.getByLabel('Priority').selectOption('urgent');
    // Between the agent's look and the account's, a colleague is faster; the page must not hear of it before.
    let isFaster = false;
    await page.route('**/api/v2/tickets/106.json', async (route) => {
      if (route.request().method() !== 'PUT') return await route.continue();
      if (isFaster) return await route.continue();
      isFaster = true;
      desk.sandbox.clock.advance(5000);
      await desk.rest(people.jonas, 'PUT', 'tickets/106.json', { ticket: { priority: 'low' } });
      await route.continue();
    });
    await submit(page);
    const alert = page.getByRole('alert');
    await expect.poll(() => alert.textContent()).toContain('Jonas Weber updated this ticket');
    await expect.poll(() => alert.textContent()).toMatch(/Priority: – → Low/);
    expect(await desk.ticket(106)).toMatchObject({ priority: 'low' });
    await page.getByRole('button', { name: 'Keep my changes' }).click();
    await submit(page);
    await expect.poll(() => desk.ticket(106)).toMatchObject({ priority: 'urgent' });
  });

  test('who changed different things need not know, and both changes hold', async () => {
    const page = await desk.open('/tickets/107');
    await page.getByLabel('Priority').selectOption('urgent');
    let isFaster = false;
    await page.route('**/api/v2/tickets/107.json', async (route) => {
      if (route.request().method() !== 'PUT') return await route.continue();
      if (isFaster) return await route.continue();
      isFaster = true;
      desk.sandbox.clock.advance(5000);
      await desk.rest(people.jonas, 'PUT', 'tickets/107.json', { ticket: { type: 'task' } });
      await route.continue();
    });
    await submit(page);
    await saved(page);
    expect(await desk.ticket(107)).toMatchObject({ priority: 'urgent', type: 'task' });
  });
});

describe('a ticket as a whole', () => {
  test('is merged into another, with what is said on both', async () => {
    const page = await desk.open('/tickets/108');
    await act(page, 'Merge into another ticket');
    await page.getByLabel('Ticket number').fill('109');
    await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByLabel('Comment on ticket #109').fill('Both about the door.');
    await page.getByRole('button', { name: 'Confirm and merge' }).click();
    await page.getByRole('main', { name: 'Ticket #109' }).getByText('Both about the door.').waitFor();
    expect(await desk.ticket(108)).toMatchObject({
      status: 'closed',
      tags: expect.arrayContaining(['closed_by_merge']),
    });
    await page.getByRole('navigation', { name: 'Ticket tabs' }).getByRole('link', { name: /#108/ }).click();
    await page.getByText('This ticket was closed and merged into another.').waitFor();
  });

  test('is deleted after a question', async () => {
    const page = await desk.open('/tickets/110', { as: people.admin });
    await act(page, 'Delete ticket');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await noticed(page, /Deleted: 1/);
    const { tickets } = await desk.rest(people.admin, 'GET', 'tickets.json?page[size]=100');
    expect(JSON.stringify(tickets)).not.toContain('"id":110,');
  });

  test('that is closed can’t be changed, but followed up', async () => {
    await closeTicket(111);
    const page = await desk.open('/tickets/111');
    await page.getByText('This ticket is closed. It can no longer be changed.').waitFor();
    await expect.poll(() => page.getByLabel('Priority').isDisabled()).toBe(true);
    await expect.poll(() => page.getByRole('textbox', { name: 'Subject' }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /^Submit as/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Create follow-up' }).click();
    await page.getByRole('main', { name: 'New ticket' }).waitFor();
    await composer(page).fill('It happened again.');
    await submit(page);
    const link = page.getByRole('link', { name: 'Follow-up to #111' });
    await link.waitFor();
    const label = await page.getByRole('main', { name: /Ticket #\d+/ }).getAttribute('aria-label');
    const id = Number(label?.replace('Ticket #', ''));
    expect(await desk.ticket(id)).toMatchObject({
      requester_id: people.grace,
      tags: ['store'],
      via: { source: { rel: 'follow_up' } },
    });
    await link.click();
    await page.getByRole('link', { name: `Followed up by #${id}` }).waitFor();
  });
});
