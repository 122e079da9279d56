import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Receiver, startReceiver } from '../contract/support/receiver.ts';
import { NO_MAIL, SEED } from '../contract/support/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import type { PageOptions } from '../support/browser.ts';
import { keptBrowser, leaveBrowser } from '../support/kept-browser.ts';
import { createVisits, type Visits } from '../support/visits.ts';
import { SETTLE } from './support/desk.ts';

let browser: Browser;
let sandbox: Sandbox;
let visits: Visits;

beforeAll(async () => {
  browser = await keptBrowser();
  visits = createVisits(browser);
});
beforeEach(async () => {
  sandbox = await startSandbox({ seed: SEED, now: '2026-04-03T07:30:00Z' });
});
afterEach(async () => {
  await visits.end();
  await sandbox.stop();
});
afterAll(async () => await leaveBrowser(browser));

async function open(options: PageOptions = {}, userId?: number): Promise<Page> {
  const page = await visits.open(options);
  if (userId !== undefined)
    await page.request.post(`${sandbox.url}/__sandbox/session`, { data: { user_id: userId } });
  await page.goto(`${sandbox.agentUrl}/sandbox`, { timeout: 100_000 });
  await page.getByRole('main', { name: 'Sandbox' }).waitFor();
  return page;
}

/** A call of the API as the page's own browser makes it. */
const show = async (page: Page) => (await page.request.get(`${sandbox.url}/api/v2/tickets/101`)).status();
const section = (page: Page, name: string) => page.getByRole('region', { name });

describe('faults', () => {
  test('one is switched on with its parameters, strikes, is seen to, and is switched off', async () => {
    const page = await open();
    const faults = section(page, 'Faults');
    await faults.getByText('Everything works.').waitFor();
    await faults.getByLabel('Fault', { exact: true }).selectOption({ label: 'Unavailable (503)' });
    await faults.getByLabel('Retry-After, seconds').fill('7');
    await faults.getByLabel('Only this endpoint').fill('GET /api/v2/tickets/:id');
    await faults.getByRole('button', { name: 'Switch on' }).click();
    await faults.getByRole('list', { name: 'Switched on' }).getByText('Unavailable (503)').waitFor();
    const reply = await page.request.get(`${sandbox.url}/api/v2/tickets/101`);
    expect([reply.status(), reply.headers()['retry-after']]).toEqual([503, '7']);
    expect((await page.request.get(`${sandbox.url}/api/v2/tickets/count`)).status()).toBe(200);
    await faults.getByText('struck 1×').waitFor();
    await page.getByRole('tabpanel').getByText('503').first().waitFor();
    await faults.getByRole('button', { name: 'Switch off: Unavailable (503)' }).click();
    await faults.getByText('Everything works.').waitFor();
    expect(await show(page)).toBe(200);
  });

  test('one ends by itself when the clock reaches its time', async () => {
    const page = await open();
    const faults = section(page, 'Faults');
    await faults.getByLabel('Fault', { exact: true }).selectOption({ label: 'Server error (500)' });
    await faults.getByLabel('Minutes').fill('30');
    await faults.getByRole('button', { name: 'Switch on' }).click();
    await faults.getByText(/until .*08:00|until .*09:00/).waitFor();
    expect(await show(page)).toBe(500);
    await section(page, 'Clock').getByRole('button', { name: '+1 hour' }).click();
    await faults.getByText('Everything works.').waitFor();
    expect(await show(page)).toBe(200);
  });

  test('what is wrong is said, and nothing is switched on', async () => {
    const page = await open();
    const faults = section(page, 'Faults');
    await faults.getByLabel('Share of calls').fill('30');
    await faults.getByRole('button', { name: 'Switch on' }).click();
    await faults.getByRole('alert').getByText(/share/).waitFor();
    expect(sandbox.faults.list()).toEqual([]);
  });

  test('several are switched off at once, by keyboard', async () => {
    const page = await open();
    sandbox.faults.preset('slow', { ms: 1 });
    sandbox.faults.preset('webhook-outage');
    const all = section(page, 'Faults').getByRole('button', { name: 'Switch all off' });
    await all.focus();
    await page.keyboard.press('Enter');
    await section(page, 'Faults').getByText('Everything works.').waitFor();
    expect(sandbox.faults.list()).toEqual([]);
  });
});

test('the clock moves by an hour, by a working day over a weekend, to a time, and runs faster', async () => {
  const page = await open();
  const clock = section(page, 'Clock');
  const now = () => new Date(sandbox.clock.now()).toISOString().slice(0, 13);
  await clock.getByRole('button', { name: '+1 hour' }).click();
  await expect.poll(now).toBe('2026-04-03T08');
  await clock.getByRole('button', { name: '+1 working day' }).click();
  await expect.poll(now).toBe('2026-04-06T08');
  await clock.getByText(/Mon,? 6 Apr 2026/).waitFor();
  await clock.getByLabel(/Set to/).fill('2026-04-08T06:00');
  await clock.getByRole('button', { name: 'Set clock' }).click();
  await expect.poll(now).toBe('2026-04-08T06');
  await clock.getByLabel(/Set to/).fill('2026-04-01T06:00');
  await clock.getByRole('button', { name: 'Set clock' }).click();
  await clock.getByText(/only moves forward/).waitFor();
  await clock.getByText(/Wed,? 8 Apr 2026/).waitFor();
  const hour = async () => /2026\D*(\d\d):/.exec((await clock.textContent()) ?? '')?.[1];
  const before = await hour();
  expect(before).toBeDefined();
  await clock.getByLabel('Speed').selectOption({ label: '1 hour a second' });
  await expect.poll(() => sandbox.clock.rate()).toBe(3600);
  await expect.poll(hour).not.toBe(before);
  await clock.getByLabel('Speed').selectOption({ label: 'Real time' });
  await expect.poll(() => sandbox.clock.rate()).toBe(1);
});

describe('logs', () => {
  let receiver: Receiver | undefined;
  afterEach(async () => {
    await receiver?.close();
    receiver = undefined;
  });

  test('calls are counted by endpoint and listed as they come', async () => {
    const page = await open();
    await page.request.get(`${sandbox.url}/api/v2/tickets/101`);
    await page.request.get(`${sandbox.url}/api/v2/tickets/4711`);
    const counts = page.getByRole('table', { name: 'By endpoint' });
    const row = counts.getByRole('row').filter({ hasText: 'GET /api/v2/tickets/:id' });
    await row.getByText('200 × 1').waitFor();
    await row.getByText('404 × 1').waitFor();
    await page.getByRole('table', { name: 'Newest' }).getByText('GET /api/v2/tickets/4711').waitFor();
  });

  test('deliveries show their state and every attempt while they are under way', async () => {
    receiver = await startReceiver([{ status: 409 }, { status: 200 }]);
    const page = await open();
    const webhook = {
      name: 'Events',
      endpoint: receiver.url,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: ['zen:event-type:ticket.priority_changed'],
    };
    await asAdmin('webhooks', { webhook });
    await page.getByRole('tab', { name: 'Webhooks' }).click();
    await page.request.put(`${sandbox.url}/api/v2/tickets/101`, { data: { ticket: { priority: 'high' } } });
    const row = page.getByRole('tabpanel').getByRole('row').filter({ hasText: 'ticket.priority_changed' });
    await row.getByText('delivered').waitFor();
    await row.getByText('409', { exact: true }).waitFor();
    await row.getByText('200', { exact: true }).waitFor();
    await row.getByText('Payload').click();
    await row.getByText('"current":"HIGH"').waitFor();
    await row.getByRole('link', { name: '#101' }).click();
    await page.getByRole('main', { name: '#101' }).waitFor();
  });

  test('a customer writes; the answer of the account is read as the customer sees it', async () => {
    const page = await open();
    await page.getByRole('tab', { name: 'API requests' }).focus();
    await page.keyboard.press('ArrowLeft');
    const form = section(page, 'Write a mail');
    await form.getByLabel('From').fill('eve@mail.example');
    await form.getByLabel('Subject').fill('The door');
    await form.getByLabel('Message').fill('It does not lock.');
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByRole('status').getByRole('link').waitFor();
    await page.getByRole('tab', { name: 'Sent mail' }).click();
    const mail = page.getByRole('article', { name: '[Request received]' });
    await mail.getByText('To eve@mail.example').waitFor();
    await mail.getByText('has been received and is being reviewed').waitFor();
  });

  test('a customer rings', async () => {
    const page = await open();
    await page.getByRole('tab', { name: 'Customer' }).click();
    const form = section(page, 'Make a call');
    await form.getByLabel('From').selectOption({ label: 'Nora Letter' });
    await form.getByLabel('What was said').fill('The heating is off.');
    await form.getByRole('button', { name: 'Ring' }).click();
    const link = await form.getByRole('status').getByRole('link').textContent();
    const ticket = await page.request.get(`${sandbox.url}/api/v2/tickets/${link?.slice(1)}`);
    expect(await ticket.json()).toMatchObject({
      ticket: { requester_id: NO_MAIL, via: { channel: 'voice' } },
    });
  });

  test('a log can be emptied', async () => {
    const page = await open();
    await page.request.get(`${sandbox.url}/api/v2/tickets/101`);
    await page.getByText('200 × 1').first().waitFor();
    await page.getByRole('button', { name: 'Empty' }).click();
    await expect.poll(() => sandbox.requests().length).toBe(0);
  });
});

describe('everybody can use it', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing wrong in the %s scheme', async (colorScheme) => {
    sandbox.faults.preset('slow', { ms: 1 });
    const page = await open({ colorScheme });
    await page.request.get(`${sandbox.url}/api/v2/tickets/4711`);
    await page.request.post(`${sandbox.url}/__sandbox/mail`, {
      data: { from: 'eve@mail.example', subject: 'The door', body: 'It does not lock.' },
    });
    const panel = page.getByRole('tabpanel');
    for (const [tab, shown] of [
      ['API requests', panel.getByText('404 × 1')],
      ['Webhooks', panel.getByText('Nothing yet')],
      ['Sent mail', panel.getByRole('article')],
      ['Customer', panel.getByLabel('What was said')],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await shown.waitFor();
      expect(await violations(page)).toEqual([]);
    }
  });

  test('it speaks German to whoever does', async () => {
    const german = {
      id: 14,
      name: 'Jonas Weber',
      email: 'jonas@probe.example',
      role: 'agent',
      locale: 'de',
    } as const;
    await sandbox.stop();
    sandbox = await startSandbox({ seed: { ...SEED, users: [...(SEED.users ?? []), german] } });
    const page = await open({ locale: 'de' }, german.id);
    const faults = section(page, 'Störungen');
    await faults
      .getByLabel('Störung', { exact: true })
      .selectOption({ label: 'Zendesk ist nicht erreichbar' });
    await faults.getByRole('button', { name: 'Einschalten' }).click();
    await faults.getByRole('button', { name: 'Ausschalten: Zendesk ist nicht erreichbar' }).waitFor();
    await expect(show(page)).rejects.toThrow();
    await page.getByRole('tab', { name: 'Gesendete E-Mails' }).waitFor();
  });
});

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe finds wrong with the sandbox's page, one line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  await page.evaluate(SETTLE);
  const found: unknown = await page.evaluate('axe.run("main").then((it) => it.violations)');
  return Violations.parse(found).map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
}

/** A call as the administrator of the seed. */
async function asAdmin(path: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${sandbox.url}/__sandbox/session`, {
    method: 'POST',
    headers,
    body: '{"user_id":11}',
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const made = await fetch(`${sandbox.url}/api/v2/${path}`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify(body),
  });
  expect(made.status).toBe(201);
}
