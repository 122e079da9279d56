import { readFileSync } from 'node:fs';
import IntlMessageFormat from 'intl-messageformat';
import { SignJWT } from 'jose';
import { pino } from 'pino';
import type { Browser, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import { type Service, startService } from '../../../server/start.ts';
import { createPrepare } from '../../../server/start-up/prepare.ts';
import { partsLoaded } from '../../app/support/parts-loaded.ts';
import { type Agent, signIn } from '../../demo/agent.ts';
import { type Demo, type DemoOptions, startDemo } from '../../demo/demo.ts';
import { until } from '../../demo/until.ts';
import { newPage, type PageOptions } from '../../support/browser.ts';
import { keptBrowser, leaveBrowser } from '../../support/kept-browser.ts';
import { ledgerDatabase } from '../../support/postgres.ts';
import { createVisits } from '../../support/visits.ts';

export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

interface Tree {
  readonly [key: string]: string | Tree;
}
const treeSchema: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), treeSchema])));

/** The app's own words in a language: a text of translations/ by its key under `ui`. */
export function wordsIn(language: string): Words {
  const file = new URL(`../../../translations/${language}.json`, import.meta.url);
  const { ui } = z.looseObject({ ui: treeSchema }).parse(JSON.parse(readFileSync(file, 'utf8')));
  return (key, values) => {
    const text = key
      .split('.')
      .reduce<string | Tree | undefined>(
        (node, part) => (typeof node === 'object' ? node[part] : undefined),
        ui,
      );
    if (typeof text !== 'string') throw new Error(`translations/${language}.json has no text ui.${key}`);
    return String(new IntlMessageFormat(text, language).format(values));
  };
}

const caseSchema = z.looseObject({
  stage: z.string(),
  currentTicketId: z.number(),
  nextDuty: z.string().nullable(),
  events: z.array(z.looseObject({ kind: z.string(), at: z.string(), payload: z.looseObject({}) })),
  deadlines: z.array(
    z.looseObject({ regime: z.string(), duty: z.string(), state: z.string(), dueDate: z.string() }),
  ),
});
export type LedgerCase = z.output<typeof caseSchema>;

/** The agent's page with our app beside a ticket. */
export interface Opened {
  readonly page: Page;
  readonly sidebar: FrameLocator;
  /** The app's frame itself, as it stands now. */
  frame(): Promise<Frame>;
}

export interface OpenOptions extends PageOptions {
  readonly agent: number;
  /** Called with the page before it goes anywhere; nobody else gets that page afterwards. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** The whole product with a browser before it: sandbox, Postgres, service, and the app under Zendesk's SDK from npm. */
export interface Counter {
  readonly demo: Demo;
  readonly browser: Browser;
  /** That which runs now; undefined while none does. */
  service(): Service | undefined;
  stopService(): Promise<void>;
  /** Starts it again where it was stopped. */
  startService(): Promise<void>;
  /** A ticket, or a new one begun beside the list of open ones. */
  open(ticketId: number | 'new', options: OpenOptions): Promise<Opened>;
  agent(userId: number): Promise<Agent>;
  /** What the service's API tells of a case, as its ledger has it; undefined where it knows none. */
  ledger(ticketId: number): Promise<LedgerCase | undefined>;
  closePages(): Promise<void>;
  stop(): Promise<void>;
}

/** An app whose first question to its service was in vain asks again after a minute. */
const LONG_MS = 120_000;

export const appears = (locator: Locator): Promise<void> => locator.first().waitFor({ timeout: LONG_MS });
export const goes = (locator: Locator): Promise<void> =>
  expect.poll(() => locator.count(), { timeout: LONG_MS }).toBe(0);

export const composer = (page: Page): Locator =>
  page.getByRole('textbox', { name: /^(Public reply|Öffentliche Antwort)$/ });

/** Writes over each place that a macro leaves for the agent, by keyboard or by an app's hand: no click is counted. */
export async function fillPlaces(page: Page, text: string): Promise<void> {
  await composer(page).evaluate((element, words) => {
    element.innerHTML = element.innerHTML.replaceAll(/\[…[^\]]*\]/g, words);
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
}

/** Presses the submit button as it stands. */
export const submit = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^(Submit as|Als .* einreichen$)/ }).click();

/**
 * The app's frame, once it shows something and, beside a ticket, has what a click may ask for. That of a page or tab
 * which is being left may stay for a moment.
 */
export async function frameOf(page: Page): Promise<Frame> {
  const elements = page.locator('aside iframe[title="Complaint Clock"]');
  // Also called before the first test, where there is no expect.poll.
  const alone = async () => ((await elements.count()) === 1 ? true : undefined);
  await until('the app has one frame', alone, LONG_MS);
  await elements.contentFrame().locator('main').first().waitFor({ timeout: LONG_MS });
  const element = await elements.elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the app has no frame');
  if (/\/tickets\/\d+$/.test(new URL(page.url()).pathname)) await partsLoaded(frame);
  return frame;
}

/** Loads the page anew, and answers with the app's frame that comes with it. */
export async function reload(page: Page): Promise<Frame> {
  await page.reload();
  return await frameOf(page);
}

async function askService({ config }: Demo, path: string): Promise<Response> {
  const [secret = ''] = config.appSecrets;
  const token = await new SignJWT({ account: config.account })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(secret));
  return await fetch(`${config.publicUrl}/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
}

/** Nothing waits longer than it must: the account answers at once, and the service is soon sure that all is said. */
const PROMPT = { QUIET_MS: '100', RATE_SHARE: '100' } as const;

export async function startCounter(options: Omit<DemoOptions, 'log' | 'database'>): Promise<Counter> {
  const settings = { ...PROMPT, ...options.settings };
  const log = pino({ level: 'silent' });
  const [browser, demo] = await Promise.all([
    keptBrowser(),
    startDemo({ latencyMs: 0, ...options, settings, database: ledgerDatabase, log }),
  ]);
  const visits = createVisits(browser);
  const prepared: Page[] = [];
  const { sandbox, config } = demo;
  let service: Service | undefined = demo.service;
  const stopService = async () => {
    await service?.stop();
    service = undefined;
  };
  sandbox.clock.onChange(() => service?.poke());
  return {
    demo,
    browser,
    service: () => service,
    stopService,
    async startService() {
      service ??= await startService({ config, log, clock: sandbox.clock, prepare: createPrepare() });
    },
    async open(ticketId, { agent, prepare, ...more }) {
      const pageOptions = { timezoneId: 'Europe/London', ...more };
      const page = prepare ? await newPage(browser, pageOptions) : await visits.open(pageOptions);
      if (prepare) prepared.push(page);
      await prepare?.(page);
      await page.request.post(`${sandbox.url}/__sandbox/session`, { data: { user_id: agent } });
      const path = ticketId === 'new' ? 'filters/open' : `tickets/${ticketId}`;
      await page.goto(`${sandbox.agentUrl}/${path}`, { timeout: 100_000 });
      if (ticketId === 'new') await page.getByRole('button', { name: /^(New|Neu)$/ }).click();
      else await frameOf(page);
      const sidebar = page.frameLocator('aside iframe[title="Complaint Clock"]');
      return { page, sidebar, frame: () => frameOf(page) };
    },
    agent: (userId) => signIn(demo, userId),
    async ledger(ticketId) {
      const reply = await askService(demo, `cases/${ticketId}`);
      return reply.ok ? caseSchema.parse(await reply.json()) : undefined;
    },
    async closePages() {
      await Promise.all([visits.end(), ...prepared.splice(0).map((page) => page.context().close())]);
    },
    async stop() {
      await leaveBrowser(browser);
      await stopService();
      await demo.stop();
    },
  };
}
