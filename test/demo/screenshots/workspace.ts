import { pino } from 'pino';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser, newPage } from '../../support/browser.ts';
import { type Demo, startDemo } from '../demo.ts';

async function open(
  demo: Demo,
  browser: Browser,
  colorScheme: 'light' | 'dark',
  userId: number,
  ticketId: number,
): Promise<Page> {
  const page = await newPage(browser, {
    colorScheme,
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
  });
  await page.request.post(`${demo.sandbox.url}/__sandbox/session`, { data: { user_id: userId } });
  await page.goto(`${demo.sandbox.agentUrl}/tickets/${ticketId}`, { timeout: 100_000 });
  return page;
}

const sidebarOf = (page: Page): FrameLocator => page.frameLocator('aside iframe[title="Complaint Clock"]');

async function take(page: Page, name: string, folder: string): Promise<void> {
  // Nothing looks as if it were pointed at.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png` });
  process.stdout.write(`${folder}/${name}.png\n`);
}

async function takeAll(demo: Demo, browser: Browser, folder: string): Promise<void> {
  const english = await open(demo, browser, 'light', 1003, 101);
  const sidebar = sidebarOf(english);
  await sidebar.getByRole('button', { name: /^Record( complaint)?$/ }).click();
  await sidebar.getByRole('button', { name: 'Record complaint' }).click();
  await sidebar.getByRole('button', { name: 'Why this date?' }).click();
  await sidebar.getByText('Good Friday').first().waitFor();
  await take(english, 'workspace', folder);

  const german = await open(demo, browser, 'dark', 1004, 102);
  const seite = sidebarOf(german);
  await seite.getByRole('button', { name: /^(Beschwerde a|A)ufnehmen$/ }).click();
  await seite.getByRole('button', { name: 'Beschwerde aufnehmen' }).click();
  await seite.getByRole('button', { name: 'Zwischenstand schreiben' }).waitFor();
  demo.sandbox.clock.set('2026-04-09T10:12:00Z');
  await seite.getByText('Heute fällig').first().waitFor();
  await take(german, 'workspace-dark-german', folder);
}

/** The pictures of the whole workspace, taken by doing what an agent does. */
export async function takeWorkspace(folder: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    // The Thursday before Easter, so that the dates have something to explain.
    const demo = await startDemo({ now: '2026-04-02T09:00:00Z', log: pino({ level: 'warn' }) });
    try {
      await takeAll(demo, browser, folder);
    } finally {
      await demo.stop();
    }
  } finally {
    await browser.close();
  }
}
