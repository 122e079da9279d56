import { pino } from 'pino';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Ledger, openLedger, type WholeCase } from '../../../../server/ledger/index.ts';
import { type Demo, startDemo } from '../../../demo/demo.ts';
import type { PageOptions } from '../../../support/browser.ts';
import { keptBrowser, leaveBrowser } from '../../../support/kept-browser.ts';
import { ledgerDatabase } from '../../../support/postgres.ts';
import { createVisits } from '../../../support/visits.ts';

/** An admin, who leads; an agent who leads nothing; one who reads German. */
export const people = { lead: 1002, agent: 1003, german: 1004 } as const;

export interface OpenOptions extends PageOptions {
  readonly as: number;
  /** Where in the page: `#register`. */
  readonly at?: string;
}

export interface OpenedBoard {
  /** The agent workspace with the page in its frame. */
  readonly page: Page;
  readonly board: Frame;
}

/** The whole product with a browser before it, the leads' page open in the bar on the left. */
export interface Board {
  readonly demo: Demo;
  /** The service's, read beside it. */
  readonly ledger: Ledger;
  open(options: OpenOptions): Promise<OpenedBoard>;
  closePages(): Promise<void>;
  stop(): Promise<void>;
}

async function filledLedger(databaseUrl: string, cases: readonly WholeCase[]): Promise<Ledger> {
  const ledger = await openLedger({
    databaseUrl,
    maxConnections: 2,
    onError: (error) => {
      throw error;
    },
  });
  await ledger.transaction(async (tx) => {
    for (const one of cases) await ledger.saveCase(tx, one);
  });
  return ledger;
}

/** The page's frame, once it shows something of its own. */
async function boardOf(page: Page): Promise<Frame> {
  const elements = page.locator('main iframe[title="Complaint Clock"]');
  await expect.poll(() => elements.count()).toBe(1);
  const element = await elements.elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the page has no frame');
  await frame.locator('main').first().waitFor();
  return frame;
}

export interface BoardOptions {
  readonly now: string;
  readonly cases: readonly WholeCase[];
  /** Of the service. */
  readonly settings?: Readonly<Record<string, string>>;
}

export async function startBoard({ now, cases, settings = {} }: BoardOptions): Promise<Board> {
  const [browser, demo] = await Promise.all([
    keptBrowser(),
    startDemo({ now, latencyMs: 0, settings, database: ledgerDatabase, log: pino({ level: 'silent' }) }),
  ]);
  const ledger = await filledLedger(demo.config.databaseUrl ?? '', cases);
  const visits = createVisits(browser);
  return {
    demo,
    ledger,
    async open({ as, at = '', ...options }) {
      const page = await visits.open({ timezoneId: 'Europe/London', ...options });
      await page.request.post(`${demo.sandbox.url}/__sandbox/session`, { data: { user_id: as } });
      await page.goto(`${demo.sandbox.agentUrl}/filters/open`);
      await page.getByRole('link', { name: 'Complaint Clock' }).click();
      const board = await boardOf(page);
      if (at !== '')
        await board.evaluate((hash) => {
          window.location.hash = hash;
        }, at);
      return { page, board };
    },
    closePages: visits.end,
    async stop() {
      await leaveBrowser(browser);
      await ledger.close();
      await demo.stop();
    },
  };
}
