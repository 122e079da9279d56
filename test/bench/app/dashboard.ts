import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Frame, Page } from 'playwright-core';
import { z } from 'zod';
import { embeddedPostgres } from '../../../server/ledger/embedded-postgres.ts';
import { atRest } from '../../app/support/at-rest.ts';
import { type Demo, startDemo } from '../../demo/demo.ts';
import { until } from '../../demo/until.ts';
import { newPage } from '../../support/browser.ts';
import { fillLedger } from '../../support/history/fill.ts';
import { generateHistory } from '../../support/history/history.ts';
import { TRUTHS } from '../../support/history/truths.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { median, rangeOf } from '../median.ts';

/** An administrator, who leads. */
const LEAD = 1002;
const SIZES = { quick: 1_000, whole: 100_000 } as const;
const ROUNDS = { quick: 1, whole: 7 } as const;

/** Runs in every page: notes when the first of the six figures has been drawn, since the page began to load. */
const WATCH = `(() => {
  if (window === top) return;
  const look = () => {
    if (!document.querySelector('main li strong')) return requestAnimationFrame(look);
    requestAnimationFrame(() => { window.shownAfterMs = performance.now(); });
  };
  look();
})()`;

/** Clicks on a channel in the open list, and tells after how many milliseconds other figures had been drawn. */
const filter = (channel: string): string => `new Promise((resolve, reject) => {
  const figures = () => [...document.querySelectorAll('main li strong')].map((one) => one.textContent).join(' ');
  const before = figures();
  const label = [...document.querySelectorAll('label')].find((one) => one.textContent.trim() === ${JSON.stringify(channel)});
  if (!label) return reject(new Error('no channel is called ' + ${JSON.stringify(channel)}));
  const begun = performance.now();
  label.click();
  const look = () => {
    const now = figures();
    if (performance.now() - begun > 60000) return reject(new Error('the figures stay as they are'));
    if (now === '' || now === before) return requestAnimationFrame(look);
    requestAnimationFrame(() => resolve(performance.now() - begun));
  };
  look();
})`;

/** The leads' page in the bar on the left, in a browser that knows nothing of it. */
async function openBoard(browser: Browser, { sandbox }: Demo): Promise<{ page: Page; board: Frame }> {
  const page = await newPage(browser, { timezoneId: 'Europe/London' });
  await page.addInitScript(WATCH);
  await page.request.post(`${sandbox.url}/__sandbox/session`, { data: { user_id: LEAD } });
  await page.goto(`${sandbox.agentUrl}/filters/open`);
  // What the workspace itself loads is Zendesk's.
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Complaint Clock' }).click();
  const element = await page.locator('main iframe[title="Complaint Clock"]').elementHandle();
  const board = await element?.contentFrame();
  if (!board) throw new Error('the page has no frame');
  // Its first page is an empty one.
  await board.locator('main').first().waitFor();
  return { page, board };
}

/** Nothing is awaited in the page any more, and nothing moves. */
async function settled(board: Frame): Promise<void> {
  const busy = board.locator('[aria-busy="true"]');
  await until('all has come', async () => (await busy.count()) === 0 || undefined);
  await atRest(board);
}

interface Round {
  readonly firstMs: number;
  readonly filterMs: readonly number[];
}

async function round(browser: Browser, demo: Demo): Promise<Round> {
  const { page, board } = await openBoard(browser, demo);
  try {
    const firstMs = await until('the figures are there', async () =>
      z
        .number()
        .optional()
        .parse(await board.evaluate('window.shownAfterMs')),
    );
    const filterMs: number[] = [];
    await board.getByRole('button', { name: /channels/i }).click();
    for (const channel of ['E-mail', 'Form', 'E-mail']) {
      // Nobody chooses again before what is below the figures has come too.
      await settled(board);
      filterMs.push(z.number().parse(await board.evaluate(filter(channel))));
    }
    return { firstMs, filterMs };
  } finally {
    await page.context().close();
  }
}

const figure = (name: string, values: readonly number[], most: number, note: string): Figure => ({
  name,
  unit: 'ms',
  ours: median(values),
  limit: { is: 'at most', value: most, of: 'ours' },
  runs: values.length,
  range: rangeOf(values),
  note,
});

async function measured(browser: Browser, demo: Demo, size: keyof typeof SIZES): Promise<Figure[]> {
  const rounds: Round[] = [];
  // The first one warms up the workspace, the service and Postgres.
  for (let count = size === 'quick' ? 0 : -1; count < ROUNDS[size]; count += 1) {
    const one = await round(browser, demo);
    if (count >= 0) rounds.push(one);
  }
  const cases = SIZES[size].toLocaleString('en');
  return [
    figure(
      `Dashboard, ${cases} cases: first figures on screen after the page is opened`,
      rounds.map(({ firstMs }) => firstMs),
      1_000,
      'nothing cached in the browser; signing in by the account included',
    ),
    figure(
      `Dashboard, ${cases} cases: filter answered on screen`,
      rounds.flatMap(({ filterMs }) => filterMs),
      200,
      'by channel, the six figures; what is below them may follow',
    ),
  ];
}

/** The whole product with a browser before it, and a history of some years. */
export async function dashboardFigures(browser: Browser, { quick, say }: BenchOptions): Promise<Figure[]> {
  const size = quick ? 'quick' : 'whole';
  say(`app: dashboard with ${SIZES[size]} cases`);
  const folder = join(tmpdir(), `complaint-clock-bench-app-${process.pid}`);
  const postgres = await embeddedPostgres({ folder, durable: false });
  try {
    const url = await postgres.databaseUrl('dashboard');
    const demo = await startDemo({
      now: new Date(TRUTHS.now).toISOString(),
      latencyMs: 0,
      database: async () => ({ url, drop: async () => {} }),
      log: pino({ level: 'silent' }),
    });
    try {
      await fillLedger(url, generateHistory(SIZES[size]));
      return await measured(browser, demo, size);
    } finally {
      await demo.stop();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
