import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  accessFaults,
  composer,
  type Desk,
  deskSeed,
  deskTicket,
  people,
  saved,
  startDesk,
} from './support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk(
    deskSeed({
      tickets: [
        deskTicket(101, { priority: 'low' }),
        deskTicket(102),
        deskTicket(103),
        deskTicket(104, {
          via: { channel: 'voice' },
          comments: [{ author_id: people.amira, body: 'A call about the door.', public: false }],
        }),
        deskTicket(105),
        deskTicket(106),
        ...['pending', 'hold', 'open'].map((status, index) => deskTicket(107 + index, { status })),
      ],
      macros: [{ title: 'Thanks', actions: [{ field: 'comment_value_html', value: '<p>Thanks</p>' }] }],
    }),
  );
  await desk.rest(people.admin, 'PUT', 'tickets/105.json', { ticket: { status: 'solved' } });
  await desk.rest(people.admin, 'PUT', 'tickets/105.json', { ticket: { status: 'closed' } });
});
afterEach(() => desk.closePages());
afterAll(() => desk?.stop());

const pages = [
  '/filters/open',
  '/tickets/101',
  '/tickets/104',
  '/tickets/105',
  '/tickets/new/1',
  '/search/1?query=door',
];

describe.each([
  ['light', people.amira],
  ['dark', people.jonas],
] as const)('in %s', (colorScheme, as) => {
  test.each(pages)('%s has no faults for axe', async (path) => {
    const page = await desk.open(path, { colorScheme, as });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
  });

  test('nor have the events and the dialogs', async () => {
    const german = as === people.jonas;
    const page = await desk.open('/tickets/101', { colorScheme, as });
    const events = german ? 'Ereignisse' : 'Events';
    await page.getByRole('button', { name: events }).click();
    await page.getByRole('list', { name: events }).getByRole('listitem').first().waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('button', { name: german ? 'Ticket-Aktionen' : 'Ticket actions' }).click();
    await page.getByRole('menuitem', { name: german ? /zusammenführen/ : /Merge/ }).click();
    await page.getByRole('dialog').waitFor();
    expect(await accessFaults(page)).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  test('Zendesk’s shortcuts write, note, apply macros and submit', async () => {
    const page = await desk.open('/tickets/102');
    await composer(page).waitFor();
    await page.keyboard.press('Control+Alt+KeyX');
    await page.keyboard.type('Seen by a colleague.');
    await page.keyboard.press('Control+Alt+KeyU');
    await page.getByRole('article', { name: 'Internal note by Amira Shah' }).waitFor();
    await page.keyboard.press('Control+Alt+KeyC');
    await page.keyboard.press('Control+Alt+KeyM');
    await page.keyboard.type('than');
    await page.keyboard.press('Enter');
    await expect.poll(() => composer(page).textContent()).toBe('Thanks');
    await page.keyboard.press('Control+Alt+KeyS');
    await saved(page);
    await expect.poll(() => desk.ticket(102)).toMatchObject({ status: 'solved' });
    await page.keyboard.press('Control+Alt+KeyN');
    await page.getByRole('main', { name: 'New ticket' }).waitFor();
    await page.keyboard.press('Control+Alt+KeyW');
    await page.getByRole('main', { name: 'Ticket #102' }).waitFor();
    await page.keyboard.press('Control+Alt+KeyF');
    await expect
      .poll(() =>
        page
          .getByRole('combobox', { name: 'Search' })
          .evaluate((it) => it === it.ownerDocument.activeElement),
      )
      .toBe(true);
    await page.keyboard.press('Control+Alt+KeyV');
    await page.getByRole('main', { name: 'Open tickets' }).waitFor();
  });

  test('AltGr, which writes letters, is no shortcut', async () => {
    const page = await desk.open('/tickets/103');
    await composer(page).click();
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', {
          code: 'KeyS',
          ctrlKey: true,
          altKey: true,
          modifierAltGraph: true,
          bubbles: true,
        }),
      ),
    );
    await composer(page).fill('still here');
    await page.keyboard.press('Control+Alt+KeyU');
    await saved(page);
    const updates = desk.sandbox
      .requests()
      .filter((it) => it.method === 'PUT' && it.path.includes('/tickets/103'));
    expect(updates).toHaveLength(1);
    expect(await desk.ticket(103)).toMatchObject({ status: expect.not.stringMatching('solved') });
  });

  test('an option is found and chosen', async () => {
    const page = await desk.open('/tickets/106');
    await page.getByRole('combobox', { name: 'Assignee' }).focus();
    await page.keyboard.type('Weber');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Alt+KeyU');
    await expect.poll(() => desk.ticket(106)).toMatchObject({ assignee_id: people.jonas });
  });
});
