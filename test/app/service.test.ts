import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { pino } from 'pino';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createPrepare } from '../../server/prepare.ts';
import { type Service, startService } from '../../server/start.ts';
import { signIn } from '../demo/agent.ts';
import { type Demo, startDemo } from '../demo/demo.ts';
import { launchBrowser, newPage } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { atRest } from './support/at-rest.ts';

const PRIYA = 1002;
const TOM = 1003;
const ANNA = 1004;
/** Emily's complaint, and another ticket of hers. */
const HOME = 101;
const OTHER = 109;
/** Reads like a complaint, and nobody has recorded it. */
const UNRECORDED = 104;

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let demo: Demo;
let english: Page;
let german: Page;
/** That which runs now: it is stopped and started on the way. */
let service: Service;

const sidebarOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Complaint Clock"]');
const appears = (locator: Locator): Promise<void> => locator.first().waitFor({ timeout: 30_000 });
const row = (sidebar: FrameLocator, name: string): Locator => sidebar.getByRole('button', { name });

async function open(agent: number, ticketId: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await newPage(browser, { colorScheme, timezoneId: 'Europe/London' });
  await page.request.post(`${demo.sandbox.url}/__sandbox/session`, { data: { user_id: agent } });
  await page.goto(`${demo.sandbox.agentUrl}/tickets/${ticketId}`, { timeout: 100_000 });
  return page;
}

async function violations(page: Page): Promise<string[]> {
  const element = await page.locator('iframe[title="Complaint Clock"]').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the app has no frame');
  await atRest(frame);
  await frame.evaluate(axeSource);
  const found: unknown = await frame.evaluate(
    'axe.run(document).then((it) => it.violations.map((one) => one.id + ": " + one.nodes[0].html))',
  );
  return Array.isArray(found) ? found.map(String) : ['axe did not answer'];
}

/** In the service's place: it has nothing but a version. */
async function answerVersion(version: string): Promise<{ stop(): Promise<unknown> }> {
  const server = createServer((request, reply) => {
    const known = request.url === '/api/v1/version';
    reply.writeHead(known ? 200 : 503, { 'content-type': 'application/json' });
    reply.end(known ? JSON.stringify({ version }) : '{}');
  });
  server.listen(demo.config.port, '127.0.0.1');
  await once(server, 'listening');
  return { stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** Gives Tom a role of the account's own. */
async function giveRole(role: object): Promise<void> {
  const { request } = english;
  const at = `${demo.sandbox.url}/api/v2`;
  await request.post(`${demo.sandbox.url}/__sandbox/session`, { data: { user_id: PRIYA } });
  const made = await request.post(`${at}/custom_roles.json`, { data: { custom_role: role } });
  const { custom_role } = z.object({ custom_role: z.object({ id: z.number() }) }).parse(await made.json());
  const user = { custom_role_id: custom_role.id };
  expect((await request.put(`${at}/users/${TOM}.json`, { data: { user } })).ok()).toBe(true);
  await request.post(`${demo.sandbox.url}/__sandbox/session`, { data: { user_id: TOM } });
}

beforeAll(async () => {
  [browser, demo] = await Promise.all([
    launchBrowser(),
    startDemo({ now: '2026-04-02T09:00:00Z', database: testDatabase, log: pino({ level: 'silent' }) }),
  ]);
  service = demo.service;
  const tom = await signIn(demo, TOM);
  await tom.record(HOME, 'form');
  await tom.change(OTHER, { requester_id: 2001 });
  // Said before there was a response: it does not count, and the history says so.
  await tom.change(HOME, {
    metadata: { complaint: { event: 'appealed' } },
    comment: { body: 'She is not content with this.', public: false },
  });
  [english, german] = [await open(TOM, HOME, 'light'), await open(ANNA, HOME, 'dark')];
}, 200_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await demo?.stop();
});

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
    expect(await violations(english)).toEqual([]);
  });

  test('and so in German, in the dark', async () => {
    const sidebar = sidebarOf(german);
    await row(sidebar, 'Angaben und Nachweise').click();
    await row(sidebar, 'Verlauf').click();
    await appears(sidebar.getByText('Beschwerde eingegangen'));
    await appears(sidebar.getByText('Zählt nicht: noch keine abschließende Antwort'));
    await row(sidebar, 'Weitere Tickets').click();
    await appears(sidebar.getByText('Activation on move-in day'));
    expect(await violations(german)).toEqual([]);
  });

  test('the menu holds what the case allows, says what each does, and works by keyboard', async () => {
    const sidebar = sidebarOf(english);
    const more = sidebar.getByRole('button', { name: 'More actions' });
    await more.focus();
    await english.keyboard.press('Enter');
    const items = sidebar.getByRole('menuitem');
    await appears(items.filter({ hasText: 'The customer takes the complaint back' }));
    expect(await items.filter({ hasText: 'Reopen' }).count()).toBe(0);
    expect(await violations(english)).toEqual([]);
    await english.keyboard.press('Escape');
    await expect.poll(() => items.count()).toBe(0);
    await more.click();
    await items.filter({ hasText: 'Withdrawn' }).click();
    await appears(sidebar.getByRole('heading', { name: 'Withdrawn' }));
  });

  test('a form stays open over a reload, and tells of somebody else’s change meanwhile', async () => {
    await english.reload();
    const sidebar = sidebarOf(english);
    await appears(sidebar.getByRole('heading', { name: 'Withdrawn' }));
    const priya = await signIn(demo, PRIYA);
    await priya.change(HOME, { comment: { body: 'I have called her.', public: false } });
    await appears(sidebar.getByText(/^Priya Shah wrote or changed something here at \d\d:\d\d/));
    expect(await violations(english)).toEqual([]);
    await sidebar.getByRole('button', { name: 'Seen' }).click();
    await expect.poll(() => sidebar.getByText('Someone else is on this ticket').count()).toBe(0);
    await sidebar.getByRole('button', { name: 'Cancel' }).click();
    await appears(row(sidebar, 'Write status update'));
  });

  test('a service that is down is said, with the dates as they stand', async () => {
    await service.stop();
    await german.reload();
    const sidebar = sidebarOf(german);
    await appears(sidebar.getByRole('heading', { name: 'Dienst nicht erreichbar' }));
    await appears(
      sidebar.getByText(
        /Fristen vom Stand \d\d:\d\d\. Antworten zählen nachträglich\. Fehlt gerade: Verlauf\./,
      ),
    );
    await appears(row(sidebar, 'Zwischenstand schreiben'));
    await row(sidebar, 'Verlauf').click();
    await appears(sidebar.getByText('Fehlt gerade: Verlauf.', { exact: true }));
    expect(await violations(german)).toEqual([]);
  });

  test('what it promised before still tells a complaint by its words, and previews the dates', async () => {
    const page = await german.context().newPage();
    await page.goto(`${demo.sandbox.agentUrl}/tickets/${UNRECORDED}`, { timeout: 100_000 });
    const sidebar = sidebarOf(page);
    await appears(sidebar.getByRole('heading', { name: 'Ist das eine Beschwerde?' }));
    await row(sidebar, 'Aufnehmen').click();
    const preview = sidebar.getByRole('region', { name: 'Bei Aufnahme jetzt' });
    await appears(preview.getByText('Do., 9. Apr.'));
    expect(await preview.getByText('Die Fristen erscheinen nach der Aufnahme.').count()).toBe(0);
    await page.close();
  });

  test('in a browser that the service never told anything, what is missing is said', async () => {
    const page = await open(ANNA, UNRECORDED, 'light');
    const sidebar = sidebarOf(page);
    await row(sidebar, 'Beschwerde aufnehmen').click();
    const preview = sidebar.getByRole('region', { name: 'Bei Aufnahme jetzt' });
    await appears(preview.getByText('Die Fristen erscheinen nach der Aufnahme.'));
    await page.context().close();
  });

  test('a service of another version is said, one of the same line is not', async () => {
    const sidebar = sidebarOf(german);
    const heading = sidebar.getByRole('heading', { name: 'App und Dienst passen nicht zusammen' });
    const other = await answerVersion('99.1.0');
    await german.reload();
    await appears(heading);
    await appears(sidebar.getByText(/der Dienst 99\.1\.0\./));
    expect(await violations(german)).toEqual([]);
    await other.stop();

    const { config, sandbox } = demo;
    const log = pino({ level: 'silent' });
    service = await startService({ config, log, clock: sandbox.clock, prepare: createPrepare() });
    await german.reload();
    await appears(row(sidebar, 'Verlauf'));
    await row(sidebar, 'Verlauf').click();
    await appears(sidebar.getByText('Beschwerde eingegangen'));
    expect(await heading.count()).toBe(0);
    expect(await sidebar.getByRole('heading', { name: 'Dienst nicht erreichbar' }).count()).toBe(0);
  });
});

test('since when the team leads see an overdue case is said', async () => {
  demo.sandbox.clock.set('2026-04-10T08:00:00Z');
  const sidebar = sidebarOf(english);
  await appears(sidebar.getByText(/^In the team leads’ list as overdue since 09:0\d$/));
  expect(await violations(english)).toEqual([]);
});

test('a reply of an agent who may not add tags counts by the drop-down, and leaves it empty', async () => {
  await giveRole({ name: 'Without tags', configuration: { ticket_tag_editing: false } });
  await english.reload();
  const sidebar = sidebarOf(english);
  await appears(sidebar.getByRole('heading', { name: 'Your role can’t add tags' }));
  await appears(sidebar.getByText('Replies inserted here count by the field “This reply is”.'));
  expect(await violations(english)).toEqual([]);
  await row(sidebar, 'Write status update').click();
  await appears(sidebar.getByText(/In your reply: Status update/));
  const composer = english.getByRole('textbox', { name: 'Public reply' });
  await composer.evaluate((element) => {
    element.innerHTML = element.innerHTML.replaceAll(/\[…[^\]]*\]/g, 'We stopped the double charge.');
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await english.getByRole('button', { name: 'Submit as Open' }).click();
  await appears(sidebar.getByText('Tue 21 Apr'));
  const tom = await signIn(demo, TOM);
  const { reply_is: field } = demo.account.fields;
  await expect
    .poll(async () => (await tom.ticket(HOME)).custom_fields.find(({ id }) => id === field)?.value)
    .toBeNull();
  await expect
    .poll(async () => (await service.ledger.readCase(HOME))?.events.map(({ kind }) => kind))
    .toContain('updated');
});
