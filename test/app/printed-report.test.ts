import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startApi, type TestApi } from '../server/support/api.ts';
import { newPage } from '../support/browser.ts';
import { plusMonths } from '../support/history/days.ts';
import { fillLedger } from '../support/history/fill.ts';
import { generateHistory } from '../support/history/history.ts';
import { TRUTHS } from '../support/history/truths.ts';
import { keptBrowser, leaveBrowser } from '../support/kept-browser.ts';

/** A4 without the report's margins, in CSS pixels. */
const PAPER = 703;
const MONTH = plusMonths(TRUTHS.risesFrom, 1);
const WHAT =
  'Firmware of the routers rolled back in all buildings, and a test of every release before it goes out';

let api: TestApi;
let browser: Browser;
let page: Page;

async function decide(category: string, done: boolean): Promise<void> {
  const send = (path: string, method: string, body: object) =>
    api.ask(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const answer = await send('/actions', 'POST', {
    category,
    what: WHAT,
    ownerId: 101,
    dueDate: '2026-12-01',
  });
  const { id } = z.object({ id: z.number() }).parse(answer.json());
  if (done) await send(`/actions/${id}`, 'PATCH', { done });
}

beforeAll(async () => {
  [api, browser] = await Promise.all([
    startApi({
      now: new Date(TRUTHS.now).toISOString(),
      policies: ['policies/ask4.yaml', 'policies/ask4-de.yaml'],
    }),
    keptBrowser(),
  ]);
  await fillLedger(api.databaseUrl, generateHistory(2_000));
  await decide('speed', true);
  await decide('installation', false);
  page = await newPage(browser, { viewport: { width: PAPER, height: 1_000 } });
  await page.emulateMedia({ media: 'print' });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await api?.stop();
});

/** Words of the tables that stand on two lines, though nothing in them allows it. */
const BROKEN_WORDS = `(() => {
  const broken = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest('td:not(.text), th')) continue;
    for (const { index, 0: word } of node.data.matchAll(/[\\p{L}\\d]+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
    }
  }
  return broken;
})()`;

test.each(['en', 'de'])('on paper nothing sticks out and no word is broken, in %s', async (language) => {
  await page.setContent((await api.ask(`/report.html?month=${MONTH}&language=${language}`)).text);
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(20);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PAPER);
  expect(await page.evaluate(BROKEN_WORDS)).toEqual([]);
  const what = page.getByRole('cell', { name: WHAT }).first();
  // Wide enough to be read: in a narrow column this text has a dozen lines.
  expect((await what.boundingBox())?.width).toBeGreaterThan(PAPER / 4);
});
