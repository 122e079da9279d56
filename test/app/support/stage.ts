import type { Browser, Frame, Page } from 'playwright-core';
import { type ClockRecord, encodeRecord } from '../../../domain/index.ts';
import { packageForTrial } from '../../../scripts/package-app.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { launchBrowser, newPage, type PageOptions } from '../../support/browser.ts';
import { keptBrowser, leaveBrowser } from '../../support/kept-browser.ts';
import { agents, fields, NOW } from './stage/ids.ts';
import { type Place, sidebarOf, turnTo } from './stage/place.ts';
import { cookieOf, createRest, type Rest, showOnForm, type Update, updatesOf } from './stage/rest.ts';
import { seedOf } from './stage/seed.ts';
import { type StagedTicket, seedTicket } from './stage/tickets.ts';

export { agents, fields, NOW } from './stage/ids.ts';
export { OWN_CUSTOMERS } from './stage/people.ts';
export type { Update } from './stage/rest.ts';
export type { StagedTicket } from './stage/tickets.ts';

export interface OpenOptions extends PageOptions {
  readonly agent?: number;
}

/** The agent's page with our app beside a ticket. */
export interface Opened {
  readonly page: Page;
  readonly sidebar: Frame;
}

export interface Stage {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  open(place: Place, options?: OpenOptions): Promise<Opened>;
  /** Loads the page anew, at another ticket or the same. */
  show(page: Page, place: Place): Promise<Frame>;
  /** Goes to another ticket in the page as it is, and closes the one before. */
  turn(page: Page, place: Place): Promise<Frame>;
  rest: Rest;
  /** Writes a clock record onto a ticket, as the service does. */
  writeRecord(ticketId: number, record: ClockRecord, change?: object): Promise<void>;
  /** What people have changed on the ticket since its creation, oldest first. */
  updates(ticketId: number): Promise<Update[]>;
  closePages(): Promise<void>;
  stop(): Promise<void>;
}

export interface StageOptions {
  readonly provisioned?: boolean;
  /** Of the app, besides the company's name. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Has a browser to itself, as it comes, which ends with it: for programs that are no tests. */
  readonly ownBrowser?: boolean;
}

type Base = Pick<Stage, 'sandbox' | 'browser' | 'rest'>;

async function startBase(
  tickets: readonly StagedTicket[],
  { provisioned = true, settings = {}, ownBrowser = false }: StageOptions,
): Promise<Base> {
  const folder = await packageForTrial();
  const [browser, sandbox] = await Promise.all([
    ownBrowser ? launchBrowser() : keptBrowser(),
    startSandbox({
      now: NOW,
      seed: seedOf(tickets.map(seedTicket), provisioned),
      apps: [{ folder, settings: { company: 'ASK4', ...settings } }],
    }),
  ]);
  const rest = createRest(sandbox.url);
  if (provisioned) await showOnForm(rest, [fields.channel, fields.category, fields.outcome]);
  return { sandbox, browser, rest };
}

function pagesOf({ sandbox, browser }: Base): Pick<Stage, 'open' | 'show' | 'turn' | 'closePages'> {
  const pages: Page[] = [];
  const addressOf = (place: Place): string => `${sandbox.agentUrl}/tickets/${place}`;
  async function show(page: Page, place: Place): Promise<Frame> {
    await page.goto(addressOf(place));
    return await sidebarOf(page, place);
  }
  return {
    show,
    async turn(page, place) {
      await turnTo(page, addressOf(place));
      return await sidebarOf(page, place);
    },
    async open(place, { agent = agents.english, ...options } = {}) {
      const page = await newPage(browser, options);
      pages.push(page);
      const [name = '', value = ''] = (await cookieOf(sandbox.url, agent)).split('=');
      await page.context().addCookies([{ name, value, url: sandbox.url }]);
      return { page, sidebar: await show(page, place) };
    },
    async closePages() {
      await Promise.all(pages.splice(0).map(async (page) => await page.context().close()));
    },
  };
}

/** A sandbox with our app and these tickets, without the service: what the sidebar does, it does by itself. */
export async function startStage(
  tickets: readonly StagedTicket[],
  options: StageOptions = {},
): Promise<Stage> {
  const base = await startBase(tickets, options);
  const { sandbox, browser, rest } = base;
  return {
    ...base,
    ...pagesOf(base),
    async writeRecord(ticketId, record, change = {}) {
      const custom_fields = [{ id: fields.record, value: encodeRecord(record) }];
      await rest('PUT', `tickets/${ticketId}.json`, { ticket: { custom_fields, ...change } });
    },
    updates: (ticketId) => updatesOf(rest, ticketId),
    async stop() {
      await (options.ownBrowser ? browser.close() : leaveBrowser(browser));
      await sandbox.stop();
    },
  };
}
