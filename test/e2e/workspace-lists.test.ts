import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tick } from '../app/support/tick.ts';
import { composer, type Desk, deskSeed, deskTicket, noticed, people, startDesk } from './support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk(
    deskSeed({
      tickets: [
        deskTicket(101, { priority: 'low', subject: 'Zebra crossing' }),
        deskTicket(102, { priority: 'urgent', subject: 'Apple tree' }),
        deskTicket(103, { priority: 'high', subject: 'Middle gate', group_id: 6 }),
        deskTicket(104, { subject: 'Locked out' }),
        deskTicket(105, { subject: 'Locked in' }),
        deskTicket(106, { subject: 'To be deleted' }),
        deskTicket(107, { subject: 'Quiet window' }),
      ],
      views: [
        {
          title: 'By group',
          all: [{ field: 'status', operator: 'less_than', value: 'solved' }],
          output: {
            columns: ['subject', 'priority', 'group', 'requester'],
            group_by: 'group',
            group_order: 'asc',
            sort_by: 'nice_id',
            sort_order: 'asc',
          },
        },
      ],
    }),
  );
});
afterEach(() => desk.closePages());
afterAll(() => desk?.stop());

describe('a view', () => {
  test('has its count, columns and groups, and is sorted by a press on a heading', async () => {
    const page = await desk.open('/filters/open');
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('link', { name: /^By group 7$/ })
      .click();
    const table = page.getByRole('table', { name: 'By group' });
    await table.waitFor();
    await expect
      .poll(() => table.getByRole('columnheader').allTextContents())
      .toEqual(expect.arrayContaining(['Status', 'ID', 'Subject', 'Priority', 'Group', 'Requester']));
    await expect.poll(() => table.getByRole('rowheader').allTextContents()).toEqual(['Billing', 'Support']);
    const subjects = () => table.getByRole('link').allTextContents();
    await table.getByRole('button', { name: 'Subject' }).click();
    await expect
      .poll(async () => (await subjects()).slice(0, 3))
      .toEqual(['Middle gate', 'Apple tree', 'Locked in']);
    await table.getByRole('button', { name: 'Subject' }).click();
    await expect.poll(async () => (await subjects()).at(1)).toBe('Zebra crossing');
    await expect
      .poll(() => table.getByRole('columnheader', { name: 'Subject' }).getAttribute('aria-sort'))
      .toBe('descending');
  });
});

describe('selected tickets', () => {
  test('are changed at once, past the apps’ guards, and each keeps its other tags', async () => {
    const page = await desk.open('/filters/open');
    await tick(page.getByRole('checkbox', { name: 'Select ticket #104' }));
    await tick(page.getByRole('checkbox', { name: 'Select ticket #105' }));
    await page.getByRole('button', { name: 'Edit 2 tickets' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit 2 tickets' });
    await dialog.getByLabel('Status').selectOption('pending');
    await dialog.getByLabel('Assignee').selectOption({ label: 'Amira Shah' });
    await dialog.getByRole('textbox', { name: 'Add tags' }).fill('locksmith ');
    await dialog.getByLabel('Comment', { exact: true }).fill('Locksmith called for both.');
    await dialog.getByRole('button', { name: 'Submit changes' }).click();
    await noticed(page, /Tickets updated: 2/);
    for (const id of [104, 105]) {
      expect(await desk.ticket(id)).toMatchObject({
        status: 'pending',
        assignee_id: people.amira,
        tags: ['locksmith', 'store'],
      });
      const { comments } = await desk.rest(people.admin, 'GET', `tickets/${id}/comments.json`);
      expect(comments).toContainEqual(
        expect.objectContaining({ body: 'Locksmith called for both.', public: false }),
      );
    }
    await tick(page.getByRole('checkbox', { name: 'Select ticket #104' }));
    await page.getByRole('button', { name: 'Edit 1 ticket' }).click();
    await page.getByRole('textbox', { name: 'Remove tags' }).fill('store ');
    await page.getByRole('button', { name: 'Submit changes' }).click();
    await expect.poll(() => desk.ticket(104)).toMatchObject({ tags: ['locksmith'] });
  });

  test('are deleted after a question', async () => {
    const page = await desk.open('/filters/open', { as: people.admin });
    await tick(page.getByRole('checkbox', { name: 'Select ticket #106' }));
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await expect.poll(() => page.getByRole('link', { name: 'To be deleted' }).count()).toBe(0);
    await noticed(page, /Deleted: 1/);
  });
});

describe('the search', () => {
  test('finds by words, opens by number, and offers what was open lately', async () => {
    const page = await desk.open('/filters/open');
    const search = page.getByRole('combobox', { name: 'Search' });
    await search.fill('apple');
    await search.press('Enter');
    const found = page.getByRole('table', { name: 'Search: apple' });
    await found.getByRole('link', { name: 'Apple tree' }).waitFor();
    await expect.poll(() => found.getByRole('link').count()).toBe(1);
    await search.fill('103');
    await search.press('Enter');
    await page.getByRole('main', { name: 'Ticket #103' }).waitFor();
    await page.getByText('Middle gate').first().waitFor();
    await search.click();
    await page.getByRole('option', { name: '#103 Middle gate' }).waitFor();
  });
});

describe('tabs', () => {
  test('mark what is not saved, ask before losing it, and lead to the tab before', async () => {
    const page = await desk.open('/tickets/101');
    await composer(page).fill('Half a sentence');
    await page.getByRole('img', { name: 'Unsaved changes' }).waitFor();
    await page.getByRole('combobox', { name: 'Search' }).fill('107');
    await page.getByRole('combobox', { name: 'Search' }).press('Enter');
    await page.getByRole('main', { name: 'Ticket #107' }).waitFor();
    await page.getByRole('button', { name: 'Close ticket #107' }).click();
    await page.getByRole('main', { name: 'Ticket #101' }).waitFor();
    await expect.poll(() => composer(page).textContent()).toBe('Half a sentence');
    await page.getByRole('button', { name: 'Close ticket #101' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('main', { name: 'Open tickets' }).waitFor();
  });
});
