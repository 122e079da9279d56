import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import { type Sandbox, type SeedFile, startSandbox } from '../../sandbox/index.ts';
import type { PageOptions } from '../../support/browser.ts';
import { keptBrowser, leaveBrowser } from '../../support/kept-browser.ts';
import { createVisits } from '../../support/visits.ts';

export const people = { admin: 10, amira: 11, jonas: 12, grace: 20, otis: 21, letter: 22 } as const;

const users: NonNullable<SeedFile['users']> = [
  {
    id: people.admin,
    name: 'Integration',
    email: 'integration@example.com',
    role: 'admin',
    service: true,
    group_ids: [5, 6],
  },
  {
    id: people.amira,
    name: 'Amira Shah',
    email: 'amira@example.com',
    role: 'agent',
    locale: 'en-GB',
    group_ids: [5],
  },
  {
    id: people.jonas,
    name: 'Jonas Weber',
    email: 'jonas@example.com',
    role: 'agent',
    locale: 'de',
    group_ids: [5, 6],
  },
  { id: people.grace, name: 'Grace Miller', email: 'grace@example.com', role: 'end-user', locale: 'en-GB' },
  { id: people.otis, name: 'Otis Reed', email: 'otis@example.com', role: 'end-user', locale: 'en-GB' },
  { id: people.letter, name: 'Margaret Hughes', email: null, role: 'end-user', phone: '+441632960111' },
];

/** A small help desk: two groups, three agents, three customers. Tickets and set-up are each test file's own. */
export function deskSeed(more: Partial<SeedFile>): SeedFile {
  return {
    account: { subdomain: 'sandbox', locale: 'en-GB', timezone: 'Europe/London', email_ccs: true },
    groups: [
      { id: 5, name: 'Support' },
      { id: 6, name: 'Billing' },
    ],
    users,
    ...more,
  };
}

/** A plain ticket of Grace's. */
export function deskTicket(id: number, more: object = {}): NonNullable<SeedFile['tickets']>[number] {
  return {
    id,
    subject: `Bicycle store ${id}`,
    requester_id: people.grace,
    group_id: 5,
    via: { channel: 'email' },
    tags: ['store'],
    comments: [{ author_id: people.grace, body: 'The door of the bicycle store does not lock.' }],
    ...more,
  };
}

const replyShape = z.record(z.string(), z.unknown());

/** A sandbox with a browser before it. */
export interface Desk {
  sandbox: Sandbox;
  browser: Browser;
  /** Opens the workspace at a path such as `/tickets/101`, signed in as somebody. */
  open(path: string, options?: PageOptions & { as?: number }): Promise<Page>;
  /** Calls the account's REST as a person, beside the browser. Fails on any answer but 2xx. */
  rest(as: number, method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** The ticket as REST shows it. */
  ticket(id: number): Promise<unknown>;
  /** Closes the pages opened so far. */
  closePages(): Promise<void>;
  stop(): Promise<void>;
}

export async function startDesk(seed: SeedFile): Promise<Desk> {
  const [browser, sandbox] = await Promise.all([keptBrowser(), startSandbox({ seed })]);
  const visits = createVisits(browser);
  const listening: { dispose(): Promise<void> }[] = [];
  const cookieOf = async (userId: number) => {
    const reply = await fetch(`${sandbox.url}/__sandbox/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user_id: userId }),
    });
    return reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const rest: Desk['rest'] = async (as, method, path, body) => {
    const reply = await fetch(`${sandbox.url}/api/v2/${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie: await cookieOf(as) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    expect(reply.status, text).toBeLessThan(300);
    return text === '' ? {} : replyShape.parse(JSON.parse(text));
  };
  return {
    sandbox,
    browser,
    rest,
    ticket: async (id) => (await rest(people.admin, 'GET', `tickets/${id}.json`)).ticket,
    async open(path, { as = people.amira, ...options } = {}) {
      const page = await visits.open(options);
      listening.push(await page.addInitScript(LISTEN));
      const [name = '', value = ''] = (await cookieOf(as)).split('=');
      await page.context().addCookies([{ name, value, url: sandbox.url }]);
      await page.goto(`${sandbox.agentUrl}${path}`, { timeout: 100_000 });
      await page.getByRole('main').waitFor();
      return page;
    },
    async closePages() {
      await Promise.all(listening.splice(0).map((script) => script.dispose()));
      await visits.end();
    },
    async stop() {
      await leaveBrowser(browser);
      await sandbox.stop();
    },
  };
}

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Public reply' });

/** Presses the submit button as it stands, or chooses another status. */
export async function submit(page: Page, status?: string): Promise<void> {
  if (status === undefined) return await page.getByRole('button', { name: /^Submit as/ }).click();
  await page.getByRole('button', { name: 'Submit with another status' }).click();
  await page.getByRole('menuitem', { name: `Submit as ${status}`, exact: true }).click();
}

/** Chooses from a field that is searched by typing. */
export async function choose(page: Page, label: string, option: string, text = option): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.fill(text);
  await page.getByRole('option', { name: option, exact: true }).click();
}

/**
 * In the page, before its scripts: keeps what its notices say. Most are gone after three seconds, and a test may be
 * kept from looking for longer.
 */
const LISTEN = `(() => {
  if (window !== top) return;
  window.notices = [];
  const notice = '[role="alert"], [role="status"]';
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element)
          for (const one of [node, ...node.querySelectorAll(notice)])
            if (one.matches(notice)) window.notices.push(one.textContent ?? '');
  }).observe(document, { childList: true, subtree: true });
})()`;

const noticesShape = z.array(z.string());

/** Waits until a notice has said this, and forgets what was said so far: the next one is looked for from here. */
export async function noticed(page: Page, words: RegExp): Promise<void> {
  await expect
    .poll(async () => noticesShape.parse(await page.evaluate('window.notices')))
    .toContainEqual(expect.stringMatching(words));
  await page.evaluate('window.notices = []');
}

export const saved = (page: Page): Promise<void> => noticed(page, /Ticket #\d+ (updated|created)/);

const violationsShape = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/** In the page: what fades or glides is at its end, so that colours are what they are meant to be. */
export const SETTLE = `for (const one of document.getAnimations())
  if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();`;

/** What axe finds wrong with the page, one line each; app frames are their own affair. */
export async function accessFaults(page: Page): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  await page.evaluate(SETTLE);
  const found = violationsShape.parse(
    await page.evaluate('axe.run(document, { iframes: false }).then((it) => it.violations)'),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}
