import { createPublicKey, verify } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import type { PageOptions } from '../support/browser.ts';
import { keptBrowser, leaveBrowser } from '../support/kept-browser.ts';
import { createVisits, type Visits } from '../support/visits.ts';
import { type EchoService, startEchoService } from './support/echo-service.ts';
import { eventsHeard, PROBE_FOLDER, PROBE_SEED, probeCall, probeIn } from './support/probe.ts';

let browser: Browser;
let sandbox: Sandbox;
let echo: EchoService;
let otherFolder: string;
let visits: Visits;

beforeAll(async () => {
  echo = await startEchoService();
  otherFolder = await otherApp();
  [browser, sandbox] = await Promise.all([
    keptBrowser(),
    startSandbox({ seed: PROBE_SEED, apps: [{ folder: PROBE_FOLDER }, { folder: otherFolder }] }),
  ]);
  visits = createVisits(browser);
});

afterEach(() => visits.end());

afterAll(async () => {
  await leaveBrowser(browser);
  await sandbox?.stop();
  await echo?.stop();
  if (otherFolder) await rm(otherFolder, { recursive: true });
});

/** Another app: one page of the package in the background, and a page of a server that wants signed requests. */
async function otherApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'probe-other-'));
  await cp(PROBE_FOLDER, folder, { recursive: true });
  await rm(join(folder, 'requirements.json'));
  const manifest: Record<string, unknown> = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  manifest.location = {
    support: {
      background: 'assets/modal.html',
      top_bar: { url: `${echo.url}/page`, signed: true },
    },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'translations/en.json'),
    JSON.stringify({ app: { name: 'Other', parameters: {} } }),
  );
  return folder;
}

async function open(path: string, options: PageOptions = {}): Promise<Page> {
  const page = await visits.open(options);
  await page.goto(`${sandbox.agentUrl}${path}`, { timeout: 100_000 });
  return page;
}

async function openTicket(id: number): Promise<{ page: Page; probe: Frame }> {
  const page = await open(`/tickets/${id}`);
  const probe = await probeIn(page, 'ticket_sidebar');
  await expect.poll(() => eventsHeard(probe)).toContain('app.activated {"firstLoad":true}');
  return { page, probe };
}

const submit = (page: Page) =>
  page
    .getByRole('button', { name: /^Submit as/ })
    .first()
    .click();

async function ticketNow(id: number): Promise<Record<string, unknown>> {
  const session = await fetch(`${sandbox.url}/__sandbox/session`);
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const reply = await fetch(`${sandbox.url}/api/v2/tickets/${id}.json`, { headers: { cookie } });
  const { ticket }: { ticket: Record<string, unknown> } = await reply.json();
  return ticket;
}

describe('hooks', () => {
  test('a save is refused, and the reason is shown', async () => {
    const { page, probe } = await openTicket(103);
    await probeCall(probe, "client.set('ticket.subject', 'Not saved')");
    for (const [refusal, shown] of [
      ['The outcome is missing.', 'The outcome is missing.'],
      ['(throw)', 'It threw.'],
      ['(reject)', 'It rejected.'],
      ['(error)', 'It is an error.'],
      ['(false)', 'Probe stopped the ticket from being saved.'],
    ] as const) {
      await probe.locator('#refusal').fill(refusal);
      await submit(page);
      await page.getByText(shown).first().waitFor();
      expect((await ticketNow(103)).subject).toBe('Bicycle store 103');
    }
    expect((await eventsHeard(probe)).filter((it) => it.startsWith('ticket.submit'))).toEqual([]);
  });

  test('a save that no hook refuses is told of from start to end', async () => {
    const { page, probe } = await openTicket(104);
    await probeCall(probe, "client.set('ticket.subject', 'Saved by hand')");
    await submit(page);
    await expect.poll(async () => (await ticketNow(104)).subject).toBe('Saved by hand');
    await expect
      .poll(async () => (await eventsHeard(probe)).filter((it) => it.startsWith('ticket.submit')))
      .toEqual(['ticket.submit.start null', 'ticket.submit.done null', 'ticket.submit.always null']);
  });

  test('a frame that is reloaded in the middle holds nothing up', async () => {
    const { page, probe } = await openTicket(105);
    await probe.locator('#refusal').fill('(never)');
    await probeCall(probe, "client.set('ticket.subject', 'Saved after all')");
    await submit(page);
    await probe.evaluate(() => window.location.reload());
    await expect.poll(async () => (await ticketNow(105)).subject).toBe('Saved after all');
  });
});

describe('instances', () => {
  test('a frame that is loaded again greets once more and hears of what it wants again', async () => {
    const { probe } = await openTicket(106);
    await probe.evaluate(() => {
      document.body.dataset.old = 'true';
      window.location.reload();
    });
    const fresh = probe.locator('body:not([data-old]) #context');
    await expect.poll(() => fresh.textContent()).toContain('"registrations":1');
    await probeCall(probe, "client.set('ticket.subject', 'After loading again')");
    await expect
      .poll(async () => (await eventsHeard(probe)).filter((it) => it.startsWith('ticket.subject')))
      .toEqual(['ticket.subject.changed "After loading again"']);
  });

  test('reloading all apps tells the old frames goodbye and starts new ones', async () => {
    const { page, probe } = await openTicket(107);
    const background = await probeIn(page, 'background');
    const before = (await eventsHeard(background)).length;
    await page.getByRole('button', { name: 'Reload all apps' }).click();
    await expect.poll(() => probe.isDetached()).toBe(true);
    await probeIn(page, 'ticket_sidebar');
    const told = async () => (await eventsHeard(background)).slice(before).join();
    await expect.poll(told).toMatch(/instance\.created.*"location":"ticket_sidebar".*instance\.registered/);
  });

  test('an app reaches its own instances and no other app’s', async () => {
    const { page, probe } = await openTicket(108);
    const instances = () =>
      probeCall(probe, "client.get('instances').then((it) => Object.values(it.instances))");
    await expect.poll(instances).toHaveLength(4);
    const other = () => page.frames().find((it) => it.url().includes('modal.html'));
    await expect.poll(other).toBeDefined();
    const guid = new URL(other()?.url() ?? '').searchParams.get('app_guid');
    expect(JSON.stringify(await instances())).not.toContain(guid);
    expect(await probeCall(probe, `client.instance('${guid}').get('currentUser.id')`)).toMatch(
      /refused: .*No instance/,
    );
  });

  test('messages of other origins, of unknown guids, and of no sense change nothing', async () => {
    const { page, probe } = await openTicket(109);
    const call = (appGuid: string) =>
      JSON.stringify({ id: 77, request: 'set', params: { 'ticket.subject': 'taken' }, appGuid });
    const guid = new URL(probe.url()).searchParams.get('app_guid') ?? '';
    await page.evaluate((text) => window.postMessage(text, '*'), call(guid));
    await probe.evaluate((text) => window.parent.postMessage(text, '*'), call('another-guid'));
    await probe.evaluate(() => {
      const odd = [
        '',
        '{',
        'null',
        '[]',
        '{"id":1}',
        '{"key":5}',
        '{"id":8,"request":"get","params":"x"}',
        7,
        null,
        {},
      ];
      for (const it of odd) window.parent.postMessage(it, '*');
      window.parent.postMessage({ key: 'iframe.on:' }, '*');
      window.parent.postMessage({ key: 'iframe.reply:ticket.save', error: 'no object' }, '*');
      window.parent.postMessage({ key: '__track__', message: {} }, '*');
      window.parent.postMessage({ id: 9, request: 'explode', params: {} }, '*');
    });
    expect(await probeCall(probe, "client.get('ticket.subject').then((it) => it['ticket.subject'])")).toBe(
      'Bicycle store 109',
    );
  });
});

describe('the workspace around an app', () => {
  test('tells of tabs, colours, the window and its own going', async () => {
    const { page, probe } = await openTicket(110);
    await page.getByRole('link', { name: 'Views' }).click();
    await expect.poll(() => eventsHeard(probe)).toContain('app.deactivated null');
    await page.goBack();
    await expect.poll(() => eventsHeard(probe)).toContain('app.activated {"firstLoad":false}');
    await page.getByRole('button', { name: 'Dark colours' }).click();
    await expect.poll(() => eventsHeard(probe)).toContain('colorScheme.changed "dark"');
    await page.setViewportSize({ width: 1300, height: 820 });
    await expect.poll(() => eventsHeard(probe)).toContain('window.resize {"width":1300,"height":820}');
    await page.getByRole('button', { name: 'Probe', expanded: true }).first().click();
    await expect.poll(() => eventsHeard(probe)).toContain('app.collapsed null');
    const background = await probeIn(page, 'background');
    await probeCall(
      probe,
      `client.get('instances').then(({ instances }) => {
        const guid = Object.keys(instances).find((it) => instances[it].location === 'background');
        client.on('app.willDestroy', () => client.instance(guid).trigger('probe.mourned', 'bye'));
        return true;
      })`,
    );
    const mourned = background.evaluate(
      "new Promise((resolve) => client.on('probe.mourned', (data) => resolve(data)))",
    );
    await page
      .getByRole('button', { name: /^Close/ })
      .first()
      .click();
    expect(await mourned).toBe('bye');
  });

  test('shows and hides fields, and notices', async () => {
    const { page, probe } = await openTicket(111);
    const priority = page.getByLabel('Priority', { exact: true });
    await priority.first().waitFor();
    await probeCall(probe, "client.invoke('ticketFields:priority.hide')");
    await expect.poll(() => priority.count()).toBe(0);
    await probeCall(probe, "client.invoke('ticketFields:priority.show')");
    await priority.first().waitFor();
    await probeCall(probe, "client.invoke('notify', 'Mind the <b>gap</b>', 'alert', { sticky: true })");
    await page.getByRole('status').filter({ hasText: 'Mind the gap' }).waitFor();
  });

  test('routeTo leads everywhere', async () => {
    const { page, probe } = await openTicket(112);
    for (const [args, address] of [
      ["'ticket', 101", /\/agent\/tickets\/101$/],
      ["'ticket', 'new'", /\/agent\/tickets\/new\/1$/],
      ["'views'", /\/agent\/filters\/open$/],
      ["'search', 'lock'", /\/agent\/search\/1\?query=lock$/],
      ["'user', 20", /\/agent\/search\/1\?query=requester/],
      ["'organization', 7", /\/agent\/search\/1\?query=organization/],
      ["'nav_bar', 'Probe', 'lists/today'", /\/agent\/apps\/\d+\/lists\/today$/],
    ] as const) {
      await probeCall(probe, `client.invoke('routeTo', ${args})`);
      await expect.poll(() => page.url()).toMatch(address);
    }
  });

  test('a page of the navigation bar is kept, and hears of its routes', async () => {
    const page = await open('/');
    const background = await probeIn(page, 'background');
    await probeCall(background, "client.invoke('routeTo', 'nav_bar', 'Probe')");
    const probe = await probeIn(page, 'nav_bar');
    await probe.locator('#refusal').fill('kept');
    await page.getByRole('link', { name: 'Views' }).click();
    await expect.poll(() => eventsHeard(probe)).toContain('pane.deactivated null');
    await probeCall(background, "client.invoke('routeTo', 'nav_bar', 'Probe', 'lists/today')");
    await expect.poll(() => eventsHeard(probe)).toContain('pane.activated null');
    await expect
      .poll(async () => (await eventsHeard(probe)).join())
      .toContain('app.route.changed {"appRoute":"lists/today"');
    await expect.poll(() => probe.locator('#refusal').inputValue()).toBe('kept');
  });

  test('an app of the top bar is loaded unseen, and shows itself', async () => {
    const page = await open('/');
    const background = await probeIn(page, 'background');
    const dialog = page.getByRole('dialog', { name: 'Probe' });
    const onTopBar = (call: string) =>
      probeCall(
        background,
        `client.get('instances').then(({ instances }) => {
          const guid = Object.keys(instances).find((it) => instances[it].location === 'top_bar');
          return client.instance(guid).${call};
        })`,
      );
    await onTopBar("invoke('preloadPane')");
    await probeIn(page, 'top_bar');
    expect(await dialog.isVisible()).toBe(false);
    await onTopBar("invoke('popover', 'show')");
    await expect.poll(() => dialog.isVisible()).toBe(true);
    await onTopBar("invoke('popover', { width: 500 })");
    await expect.poll(async () => Math.round((await dialog.boundingBox())?.width ?? 0)).toBe(500);
    await onTopBar("invoke('popover', 'toggle')");
    await expect.poll(() => dialog.isVisible()).toBe(false);
  });
});

test('a page of a server is asked for with a token that its public key checks', async () => {
  const page = await open('/');
  await page.getByRole('banner').getByRole('button', { name: 'Other' }).click();
  const form =
    (await page
      .getByRole('dialog', { name: 'Other' })
      .frameLocator('iframe')
      .locator('#form')
      .textContent()) ?? '';
  const [header = '', payload = '', signature = ''] = form.replace('POST token=', '').split('.');
  const id = 700_002;
  const key = await (await fetch(`${sandbox.url}/api/v2/apps/${id}/public_key.pem`)).text();
  const isGenuine = verify(
    'RSA-SHA256',
    Buffer.from(`${header}.${payload}`),
    createPublicKey(key),
    Buffer.from(signature, 'base64url'),
  );
  expect(isGenuine).toBe(true);
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ iss: sandbox.url });
});
