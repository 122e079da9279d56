import { once } from 'node:events';
import { createServer } from 'node:http';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { appears, type Counter, fillPlaces, frameOf, goes, startCounter } from '../e2e/support/counter.ts';
import { chooseFrom } from '../e2e/support/menu.ts';
import { newContext } from '../support/browser.ts';
import { expectAccessible } from './support/axe.ts';

const PRIYA = 1002;
const TOM = 1003;
const ANNA = 1004;
/** Emily's complaint, and another ticket of hers. */
const HOME = 101;
const OTHER = 109;
/** Reads like a complaint, and nobody has recorded it. */
const UNRECORDED = 104;

let counter: Counter;
let english: Page;
let german: Page;

const sidebarOf = (page: Page): FrameLocator => page.frameLocator('aside iframe[title="Complaint Clock"]');
const row = (sidebar: FrameLocator, name: string): Locator => sidebar.getByRole('button', { name });

async function open(agent: number, ticketId: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  return (await counter.open(ticketId, { agent, colorScheme })).page;
}

const accessible = async (page: Page): Promise<void> => await expectAccessible(await frameOf(page));

/**
 * The app asks its service once as it begins, and gives up after some seconds: where the machine is busier than that,
 * it is begun again.
 */
async function reloadUntil(page: Page, locator: Locator): Promise<void> {
  const shows = async () =>
    await locator
      .first()
      .waitFor({ timeout: 30_000 })
      .then(
        () => true,
        () => false,
      );
  await expect
    .poll(
      async () => {
        await page.reload();
        return await shows();
      },
      { timeout: 150_000 },
    )
    .toBe(true);
}

/** In the service's place: it has nothing but a version. */
async function answerVersion(version: string): Promise<{ stop(): Promise<unknown> }> {
  const server = createServer((request, reply) => {
    const known = request.url === '/api/v1/version';
    reply.writeHead(known ? 200 : 503, { 'content-type': 'application/json' });
    reply.end(known ? JSON.stringify({ version }) : '{}');
  });
  server.listen(counter.demo.config.port, '127.0.0.1');
  await once(server, 'listening');
  return { stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** Gives Tom a role of the account's own. */
async function giveRole(role: object): Promise<void> {
  const { request } = english;
  const { sandbox } = counter.demo;
  const at = `${sandbox.url}/api/v2`;
  await request.post(`${sandbox.url}/__sandbox/session`, { data: { user_id: PRIYA } });
  const made = await request.post(`${at}/custom_roles.json`, { data: { custom_role: role } });
  const { custom_role } = z.object({ custom_role: z.object({ id: z.number() }) }).parse(await made.json());
  const user = { custom_role_id: custom_role.id };
  expect((await request.put(`${at}/users/${TOM}.json`, { data: { user } })).ok()).toBe(true);
  await request.post(`${sandbox.url}/__sandbox/session`, { data: { user_id: TOM } });
}

beforeAll(async () => {
  counter = await startCounter({ now: '2026-04-02T09:00:00Z' });
  const tom = await counter.agent(TOM);
  await tom.record(HOME, 'form');
  await tom.change(OTHER, { requester_id: 2001 });
  // Said before there was a response: it does not count, and the history says so.
  await tom.change(HOME, {
    metadata: { complaint: { event: 'appealed' } },
    comment: { body: 'She is not content with this.', public: false },
  });
  [english, german] = [await open(TOM, HOME, 'light'), await open(ANNA, HOME, 'dark')];
});
afterAll(() => counter?.stop());

describe('what the service and the account tell of a case', () => {
  test('details, history and other tickets are behind a click', async () => {
    const sidebar = sidebarOf(english);
    await appears(row(sidebar, 'Write status update'));
    await row(sidebar, 'Details and evidence').click();
    await appears(sidebar.getByText('ask4, version 1'));
    await row(sidebar, 'History').click();
    const history = sidebar.getByRole('list', { name: 'History' });
    await appears(history.getByText('Complaint received'));
    await appears(history.getByText(/Thu 2 Apr, \d\d:\d\d · Tom Walsh/));
    await appears(history.getByText('Does not count: there was no formal response yet'));
    await appears(history.getByText('She is not content with this.'));
    await row(sidebar, 'Other tickets').click();
    await appears(sidebar.getByText('Activation on move-in day'));
    await accessible(english);
  });

  test('and so in German, in the dark', async () => {
    const sidebar = sidebarOf(german);
    await row(sidebar, 'Angaben und Nachweise').click();
    await row(sidebar, 'Verlauf').click();
    await appears(sidebar.getByText('Beschwerde eingegangen'));
    await appears(sidebar.getByText('Zählt nicht: noch keine abschließende Antwort'));
    await row(sidebar, 'Weitere Tickets').click();
    await appears(sidebar.getByText('Activation on move-in day'));
    await accessible(german);
  });

  test('the menu holds what the case allows, says what each does, and works by keyboard', async () => {
    const sidebar = sidebarOf(english);
    const more = sidebar.getByRole('button', { name: 'More actions' });
    await more.focus();
    await english.keyboard.press('Enter');
    const items = sidebar.getByRole('menuitem');
    await appears(items.filter({ hasText: 'The customer takes the complaint back' }));
    expect(await items.filter({ hasText: 'Reopen' }).count()).toBe(0);
    await accessible(english);
    await english.keyboard.press('Escape');
    await expect.poll(() => items.count()).toBe(0);
    await chooseFrom({ place: sidebar, button: 'More actions' }, /^Withdrawn/);
    await appears(sidebar.getByRole('heading', { name: 'Withdrawn' }));
  });

  test('a form stays open over a reload, and tells of somebody else’s change meanwhile', async () => {
    await english.reload();
    const sidebar = sidebarOf(english);
    await appears(sidebar.getByRole('heading', { name: 'Withdrawn' }));
    const priya = await counter.agent(PRIYA);
    await priya.change(HOME, { comment: { body: 'I have called her.', public: false } });
    await appears(sidebar.getByText(/^Priya Shah wrote or changed something here at \d\d:\d\d/));
    await accessible(english);
    await sidebar.getByRole('button', { name: 'Seen' }).click();
    await expect.poll(() => sidebar.getByText('Someone else is on this ticket').count()).toBe(0);
    await sidebar.getByRole('button', { name: 'Cancel' }).click();
    await appears(row(sidebar, 'Write status update'));
  });

  test('a service that is down is said, with the dates as they stand', async () => {
    await counter.stopService();
    await german.reload();
    const sidebar = sidebarOf(german);
    await appears(sidebar.getByRole('heading', { name: 'Dienst nicht erreichbar' }));
    await appears(
      sidebar.getByText(
        /Stand der Fristen: \d\d:\d\d\. Antworten zählen nachträglich\. Fehlt gerade: Verlauf\./,
      ),
    );
    await appears(row(sidebar, 'Zwischenstand schreiben'));
    await row(sidebar, 'Verlauf').click();
    await appears(sidebar.getByText('Fehlt gerade: Verlauf.', { exact: true }));
    await accessible(german);
  });

  test('what it promised before still tells a complaint by its words, and previews the dates', async () => {
    const page = await german.context().newPage();
    await page.goto(`${counter.demo.sandbox.agentUrl}/tickets/${UNRECORDED}`, { timeout: 100_000 });
    const sidebar = sidebarOf(page);
    await appears(sidebar.getByRole('heading', { name: 'Ist das eine Beschwerde?' }));
    await row(sidebar, 'Aufnehmen').click();
    const preview = sidebar.getByRole('region', { name: 'Bei Aufnahme jetzt' });
    await appears(preview.getByText('Do., 9. Apr.'));
    await goes(preview.getByText('Die Fristen erscheinen nach der Aufnahme.'));
    await page.close();
  });

  test('in a browser that the service never told anything, what is missing is said', async () => {
    const context = await newContext(counter.browser);
    const page = await context.newPage();
    const { sandbox } = counter.demo;
    await page.request.post(`${sandbox.url}/__sandbox/session`, { data: { user_id: ANNA } });
    await page.goto(`${sandbox.agentUrl}/tickets/${UNRECORDED}`, { timeout: 100_000 });
    const sidebar = sidebarOf(page);
    await row(sidebar, 'Beschwerde aufnehmen').click();
    const preview = sidebar.getByRole('region', { name: 'Bei Aufnahme jetzt' });
    await appears(preview.getByText('Die Fristen erscheinen nach der Aufnahme.'));
    await context.close();
  });

  test('a service of another version is said, one of the same line is not', async () => {
    const sidebar = sidebarOf(german);
    const heading = sidebar.getByRole('heading', { name: 'App und Dienst passen nicht zusammen' });
    const other = await answerVersion('99.1.0');
    try {
      await reloadUntil(german, heading);
      await appears(sidebar.getByText(/der Dienst 99\.1\.0\./));
      await accessible(german);
    } finally {
      await other.stop();
      await counter.startService();
    }
    await german.reload();
    await appears(row(sidebar, 'Verlauf'));
    await row(sidebar, 'Verlauf').click();
    // An app whose first question failed asks again after a minute.
    await appears(sidebar.getByText('Beschwerde eingegangen'));
    await goes(heading);
    await goes(sidebar.getByRole('heading', { name: 'Dienst nicht erreichbar' }));
  });
});

test('since when the team leads see an overdue case is said', async () => {
  counter.demo.sandbox.clock.set('2026-04-10T08:00:00Z');
  const sidebar = sidebarOf(english);
  await appears(sidebar.getByText(/^In the team leads’ list as overdue since 09:0\d$/));
  await accessible(english);
});

test('a reply of an agent who may not add tags counts by the drop-down, and leaves it empty', async () => {
  await giveRole({ name: 'Without tags', configuration: { ticket_tag_editing: false } });
  await english.reload();
  const sidebar = sidebarOf(english);
  await appears(sidebar.getByRole('heading', { name: 'Your role can’t add tags' }));
  await appears(sidebar.getByText('Replies inserted here count by the field “Complaint: this reply is”.'));
  await accessible(english);
  await row(sidebar, 'Write status update').click();
  await appears(sidebar.getByText(/In your reply: Status update/));
  await fillPlaces(english, 'We stopped the double charge.');
  await english.getByRole('button', { name: 'Submit as Open' }).click();
  await appears(sidebar.getByText('Tue 21 Apr'));
  const tom = await counter.agent(TOM);
  const { reply_is: field } = counter.demo.account.fields;
  await expect
    .poll(async () => (await tom.ticket(HOME)).custom_fields.find(({ id }) => id === field)?.value)
    .toBeNull();
  await expect
    .poll(async () => (await counter.service()?.ledger.readCase(HOME))?.events.map(({ kind }) => kind))
    .toContain('updated');
});
