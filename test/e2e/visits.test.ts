import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { keptBrowser, leaveBrowser } from '../support/kept-browser.ts';
import { createVisits, type Visits } from '../support/visits.ts';

let browser: Browser;
let visits: Visits;
let server: Server;
/** A page with a frame of another origin, as the workspace has for an app. */
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { port } = new URL(`http://${request.headers.host}`);
    response.setHeader('content-type', 'text/html');
    response.end(
      request.url === '/'
        ? `<title>Page</title><iframe src="http://localhost:${port}/frame"></iframe>`
        : 'Frame',
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const told = server.address();
  address = `http://127.0.0.1:${typeof told === 'object' ? told?.port : ''}/`;
  browser = await keptBrowser();
  visits = createVisits(browser);
});
afterEach(() => visits.end());
afterAll(async () => {
  await leaveBrowser(browser);
  server.closeAllConnections();
  server.close();
});

const kept = (page: Page): Promise<string[]> =>
  Promise.all(
    page
      .frames()
      .map((frame) => frame.evaluate(() => `${document.cookie}|${localStorage.getItem('words') ?? ''}`)),
  );

/** Leaves something in both origins, and a cookie. */
async function keep(page: Page): Promise<void> {
  await page.context().addCookies([{ name: 'who', value: 'amira', url: address }]);
  for (const frame of page.frames())
    await frame.evaluate(() => localStorage.setItem('words', 'half a sentence'));
}

test('what one visit keeps lasts over a reload, and the next knows nothing of it', async () => {
  const page = await visits.open();
  await page.goto(address);
  await keep(page);
  await page.reload();
  expect(await kept(page)).toEqual(['who=amira|half a sentence', '|half a sentence']);
  await page.route('**/*', (route) => route.abort());
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 200 });
  await visits.end();

  const next = await visits.open();
  expect(next).toBe(page);
  await next.goto(address);
  expect(await kept(next)).toEqual(['|', '|']);
  expect(next.viewportSize()).toEqual({ width: 1440, height: 900 });
  expect(await next.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(false);
});

test('pages that are open at once share nothing, and those of other options are others', async () => {
  const [page, other, german] = [
    await visits.open(),
    await visits.open(),
    await visits.open({ locale: 'de' }),
  ];
  for (const one of [page, other, german]) await one.goto(address);
  await keep(page);
  await other.reload();
  expect(await kept(other)).toEqual(['|', '|']);
  expect(await german.evaluate(() => navigator.language)).toBe('de');
});

test('a page that a test has closed is not given out again', async () => {
  const page = await visits.open();
  await page.context().close();
  await visits.end();
  const next = await visits.open();
  expect(next.isClosed()).toBe(false);
  await next.goto(address);
  expect(await next.title()).toBe('Page');
});
