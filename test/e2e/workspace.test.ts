import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, type SeedFile, startSandbox } from '../sandbox/index.ts';
import type { PageOptions } from '../support/browser.ts';
import { keptBrowser, leaveBrowser } from '../support/kept-browser.ts';
import { createVisits, type Visits } from '../support/visits.ts';

const secret = 'only-the-proxy-knows';
const agent = 11;
const germanAgent = 12;

const seed: SeedFile = {
  account: { subdomain: 'sandbox', locale: 'en-GB', timezone: 'Europe/London' },
  groups: [{ id: 5, name: 'Support' }],
  users: [
    {
      id: 10,
      name: 'Integration',
      email: 'integration@example.com',
      role: 'admin',
      service: true,
      group_ids: [5],
    },
    {
      id: agent,
      name: 'Amira Shah',
      email: 'amira@example.com',
      role: 'agent',
      locale: 'en-GB',
      group_ids: [5],
    },
    {
      id: germanAgent,
      name: 'Jonas Weber',
      email: 'jonas@example.com',
      role: 'agent',
      locale: 'de',
      group_ids: [5],
    },
    { id: 20, name: 'Grace Miller', email: 'grace@example.com', role: 'end-user', locale: 'en-GB' },
  ],
  tickets: [101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111].map((id) => ({
    id,
    subject: `Bicycle store ${id}`,
    requester_id: 20,
    group_id: 5,
    via: { channel: 'email' },
    tags: ['store'],
    comments: [{ author_id: 20, body: 'The door of the bicycle store does not lock.' }],
  })),
  macros: [
    {
      title: 'Thank the customer',
      actions: [
        { field: 'comment_value_html', value: '<p>Thank you, {{ticket.requester.first_name}}.</p>' },
        { field: 'comment_mode_is_public', value: 'true' },
        { field: 'current_tags', value: 'thanked' },
      ],
    },
  ],
};

let browser: Browser;
let sandbox: Sandbox;
let visits: Visits;

beforeAll(async () => {
  const folder = fileURLToPath(new URL('../sandbox/fixtures/probe-app', import.meta.url));
  [browser, sandbox] = await Promise.all([
    keptBrowser(),
    startSandbox({ seed, apps: [{ folder, settings: { shared_secret: secret } }] }),
  ]);
  visits = createVisits(browser);
  // The first page waits for the workspace to be built, which only the first run of these sources does.
});

afterEach(() => visits.end());

afterAll(async () => {
  await leaveBrowser(browser);
  await sandbox?.stop();
});

async function openTicket(
  id: number,
  options: PageOptions = {},
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<Page> {
  const page = await visits.open(options);
  await prepare(page);
  await page.goto(`${sandbox.agentUrl}/tickets/${id}`, { timeout: 100_000 });
  await page.getByRole('main', { name: `#${id}` }).waitFor();
  return page;
}

/** A list of audits in which every message reads as given. */
function withHtmlBodies(reply: unknown, html: string): string {
  return JSON.stringify(reply, (name, value: unknown) => (name === 'html_body' ? html : value));
}

const probeOf = (page: Page): FrameLocator =>
  page.getByRole('complementary').frameLocator('iframe[title="Probe"]');

/** Has the app make a call with its client and answers with what it got. */
async function appCall(page: Page, call: string): Promise<unknown> {
  const probe = probeOf(page);
  await probe.getByText('app.activated').waitFor();
  await probe.getByLabel('Call').fill(call);
  await probe.getByRole('button', { name: 'Run', exact: true }).click();
  const answer = probe.getByLabel('Answer');
  await expect.poll(() => answer.textContent()).not.toBe('…');
  const text = (await answer.textContent()) ?? '';
  return text.startsWith('refused') ? text : JSON.parse(text);
}

const eventsHeard = (page: Page) =>
  probeOf(page).getByLabel('Events heard').getByRole('listitem').allTextContents();

/** Calls the account's REST as a person signed in to a browser of their own. */
async function rest(
  userId: number,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${sandbox.url}/__sandbox/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ user_id: userId }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const reply = await fetch(`${sandbox.url}/api/v2/${path}`, {
    method,
    headers: { ...headers, cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(reply.status).toBe(200);
  return await reply.json();
}

const ticketNow = async (id: number) => (await rest(agent, 'GET', `tickets/${id}.json`)).ticket;

describe('the conversation', () => {
  test('an agent replies publicly and solves the ticket in one update', async () => {
    const page = await openTicket(101);
    await page.getByRole('textbox', { name: 'Public reply' }).fill('A locksmith comes tomorrow.');
    await page.getByRole('button', { name: 'Submit with another status' }).click();
    await page.getByRole('menuitem', { name: 'Submit as Solved' }).click();
    const reply = page.getByRole('article', { name: 'Public reply by Amira Shah' });
    await expect.poll(() => reply.textContent()).toContain('A locksmith comes tomorrow.');
    await expect.poll(() => page.getByRole('textbox', { name: 'Public reply' }).textContent()).toBe('');
    await expect.poll(() => ticketNow(101)).toMatchObject({ status: 'solved' });
    const updates = sandbox
      .requests()
      .filter((it) => it.method === 'PUT' && it.path.includes('/tickets/101'));
    expect(updates).toHaveLength(1);
  });

  test('an internal note stays inside', async () => {
    const page = await openTicket(102);
    await page.getByRole('button', { name: 'Internal note' }).click();
    await page.getByRole('textbox', { name: 'Internal note' }).fill('The key is with the porter.');
    await page.getByRole('button', { name: /^Submit as/ }).click();
    const note = page.getByRole('article', { name: 'Internal note by Amira Shah' });
    await expect.poll(() => note.textContent()).toContain('The key is with the porter.');
    expect(sandbox.mails().filter((mail) => mail.ticketId === 102)).toEqual([]);
  });

  test('what a colleague writes arrives, and the own draft stays', async () => {
    const page = await openTicket(103);
    const draft = page.getByRole('textbox', { name: 'Public reply' });
    await draft.fill('I am looking into');
    await page.getByLabel('Priority').selectOption('high');
    await rest(germanAgent, 'PUT', 'tickets/103.json', {
      ticket: { comment: { body: 'Somebody is on site.', public: false }, type: 'task' },
    });
    const note = page.getByRole('article', { name: 'Internal note by Jonas Weber' });
    await expect.poll(() => note.textContent()).toContain('Somebody is on site.');
    await expect.poll(() => page.getByLabel('Type', { exact: true }).inputValue()).toBe('task');
    expect(await draft.textContent()).toBe('I am looking into');
    expect(await page.getByLabel('Priority').inputValue()).toBe('high');
  });

  test('a macro adds its text and its tag', async () => {
    const page = await openTicket(104);
    await page.getByRole('textbox', { name: 'Public reply' }).fill('Dear Ms Miller,');
    await page.getByRole('button', { name: 'Apply macro' }).click();
    await page.getByRole('menuitem', { name: 'Thank the customer' }).click();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Public reply' }).textContent())
      .toBe('Dear Ms Miller,Thank you, Grace.');
    await expect
      .poll(() => page.getByRole('list', { name: 'Tags' }).getByRole('listitem').allTextContents())
      .toEqual(['store', 'thanked']);
  });

  test('markup in a message cannot act', async () => {
    const hostile =
      '<p>Look <b>here</b></p><script>document.title="taken"</script><img src="x" onerror="document.title=\'taken\'"><a href="javascript:alert(1)">link</a>';
    const page = await openTicket(105, {}, async (opening) => {
      // The account cleans text itself; the page must not rely on it.
      await opening.route('**/tickets/105/audits.json*', async (route) => {
        const reply = await route.fetch();
        await route.fulfill({ response: reply, body: withHtmlBodies(await reply.json(), hostile) });
      });
    });
    const message = page.getByRole('article', { name: 'Public reply by Grace Miller' });
    await message.waitFor();
    await message.locator('b', { hasText: 'here' }).waitFor();
    expect(await message.locator('[onerror], [href^="javascript"], script').count()).toBe(0);
    expect(await page.title()).toBe('Agent workspace');
  });
});

describe('apps', () => {
  test('read the ticket and the person, with an error per path that does not exist', async () => {
    const page = await openTicket(106);
    expect(
      await appCall(page, "client.get(['ticket.subject', 'currentUser.locale', 'ticket.nothing'])"),
    ).toEqual({
      'ticket.subject': 'Bicycle store 106',
      'currentUser.locale': 'en-GB',
      errors: { 'ticket.nothing': expect.objectContaining({ path: 'ticket.nothing' }) },
    });
    expect(await appCall(page, "client.get('ticket.nothing')")).toMatch(/refused: .*ticket\.nothing/);
    expect(await appCall(page, 'client.context()')).toMatchObject({
      location: 'ticket_sidebar',
      ticketId: 106,
    });
    expect(await appCall(page, 'client.metadata()')).toMatchObject({ settings: { greeting: 'Hello' } });
    expect(JSON.stringify(await appCall(page, 'client.metadata()'))).not.toContain(secret);
  });

  test('change the ticket, write into the composer, and hear of it', async () => {
    const page = await openTicket(106);
    await appCall(page, "client.set({ 'ticket.status': 'pending', 'comment.type': 'internalNote' })");
    await appCall(page, "client.invoke('ticket.tags.add', 'from_app')");
    await appCall(page, "client.invoke('ticket.comment.appendHtml', '<p>Written <b>by the app</b></p>')");
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Internal note' }).innerHTML())
      .toBe('<p>Written <b>by the app</b></p>');
    await page.getByRole('button', { name: 'Submit as Pending' }).click();
    await expect
      .poll(() => ticketNow(106))
      .toMatchObject({ status: 'pending', tags: expect.arrayContaining(['store', 'from_app']) });
    await expect.poll(() => eventsHeard(page)).toContain('ticket.submit.done null');
    await expect.poll(async () => (await eventsHeard(page)).at(-1)).toMatch(/^ticket\.conversation\.changed/);
    expect(await eventsHeard(page)).toEqual(
      expect.arrayContaining([
        'ticket.status.changed "pending"',
        'ticket.tags.changed ["store","from_app"]',
        'comment.type.changed "internalNote"',
        'comment.text.changed "<p>Written <b>by the app</b></p>"',
      ]),
    );
  });

  test('may refuse a save and say why', async () => {
    const page = await openTicket(107);
    await probeOf(page).getByLabel('Refuse to save because').fill('The outcome is missing.');
    await page.getByRole('textbox', { name: 'Public reply' }).fill('Too early');
    await page.getByRole('button', { name: 'Submit as New' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('The outcome is missing.');
    expect(await page.getByRole('textbox', { name: 'Public reply' }).textContent()).toBe('Too early');
    await probeOf(page).getByLabel('Refuse to save because').fill('');
    await page.getByRole('button', { name: 'Submit as New' }).click();
    await page.getByRole('article', { name: 'Public reply by Amira Shah' }).waitFor();
  });

  test('call the account as the agent, and other hosts through the proxy, which signs', async () => {
    const service = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ authorization: request.headers.authorization }));
    });
    service.listen(0, '127.0.0.1');
    await once(service, 'listening');
    const address = service.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      const page = await openTicket(108);
      expect(await appCall(page, "client.request('/api/v2/users/me.json')")).toMatchObject({
        user: { id: agent },
      });
      expect(
        await appCall(page, "client.request('/api/v2/tickets/999999.json').catch((it) => it.status)"),
      ).toBe(404);
      const answer = await appCall(
        page,
        `client.request({ url: 'http://127.0.0.1:${port}/', secure: true,
          headers: { Authorization: 'Bearer {{jwt.token}}' },
          jwt: { algorithm: 'HS256', secret_key: '{{setting.shared_secret}}', expiry: 60, claims: { account: 'sandbox' } } })
          .then((it) => it.authorization)`,
      );
      const [header, payload, signature] = String(answer).replace('Bearer ', '').split('.');
      expect(signature).toBe(createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url'));
      expect(JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())).toMatchObject({
        account: 'sandbox',
      });
    } finally {
      service.close();
    }
  });

  test('open a modal and hear it close', async () => {
    const page = await openTicket(109);
    await appCall(
      page,
      `client.invoke('instances.create', { location: 'modal', url: 'assets/modal.html', size: { width: '400px', height: '200px' } })
        .then((it) => { client.instance(it['instances.create'][0].instanceGuid).on('modal.close', () => { document.body.append('modal closed'); }); return true; })`,
    );
    const modal = page.getByRole('dialog', { name: 'Probe' });
    await modal.frameLocator('iframe').getByText('modal of ticket 109').waitFor();
    await modal.frameLocator('iframe').getByRole('button', { name: 'Done' }).click();
    await probeOf(page).getByText('modal closed').waitFor();
    await expect.poll(() => modal.count()).toBe(0);
  });

  test('live in the time of the account and follow when it is moved', async () => {
    const page = await openTicket(110);
    const before = Number(await appCall(page, 'Promise.resolve(Date.now())'));
    await page.getByRole('button', { name: /^Sandbox clock/ }).click();
    await page.getByRole('dialog', { name: 'Sandbox clock' }).getByRole('button', { name: '+1 day' }).click();
    const day = 24 * 60 * 60 * 1000;
    await expect
      .poll(async () => Number(await appCall(page, 'Promise.resolve(new Date().getTime())')))
      .toBeGreaterThanOrEqual(before + day);
    expect(sandbox.clock.offset()).toBeGreaterThanOrEqual(day);
  });
});

describe('the workspace', () => {
  test('is dark where the system is, and can be switched, which apps hear', async () => {
    const page = await openTicket(111, { colorScheme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    expect(await appCall(page, "client.get('colorScheme')")).toMatchObject({ colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Light colours' }).click();
    await expect.poll(background).toBe('rgb(255, 255, 255)');
    expect(dark).not.toBe('rgb(255, 255, 255)');
    await expect.poll(() => eventsHeard(page)).toContain('colorScheme.changed "light"');
  });

  test('speaks German to a German agent', async () => {
    const page = await openTicket(111);
    await page.getByRole('button', { name: 'Signed in as Amira Shah' }).click();
    await page.getByRole('menuitemradio', { name: /Jonas Weber/ }).click();
    await page.getByRole('button', { name: 'Als Neu einreichen' }).waitFor();
    await page.getByRole('textbox', { name: 'Öffentliche Antwort' }).waitFor();
    expect(await appCall(page, "client.get('currentUser.locale')")).toMatchObject({
      'currentUser.locale': 'de',
    });
  });

  test('changes its language while it runs, which apps hear, and no draft is lost', async () => {
    const page = await openTicket(111);
    await page.getByRole('textbox', { name: 'Public reply' }).fill('Half a sentence');
    await page.getByRole('button', { name: 'Signed in as Amira Shah' }).click();
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    const reply = page.getByRole('textbox', { name: 'Öffentliche Antwort' });
    await expect.poll(() => reply.textContent()).toContain('Half a sentence');
    expect(await appCall(page, "client.get('currentUser.locale')")).toMatchObject({
      'currentUser.locale': 'de',
    });
    await expect.poll(() => eventsHeard(page)).toContain('currentUser.locale.changed "de"');
    await page.getByRole('button', { name: 'Angemeldet als Amira Shah' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('textbox', { name: 'Public reply' }).waitFor();
  });

  test('lists tickets by view and opens one', async () => {
    const page = await visits.open();
    await page.goto(sandbox.agentUrl);
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('link', { name: /Unassigned tickets/ })
      .click();
    await page
      .getByRole('table', { name: 'Unassigned tickets' })
      .getByRole('link', { name: 'Bicycle store 109' })
      .click();
    await page.getByRole('main', { name: 'Ticket #109' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/agent/tickets/109');
  });
});
