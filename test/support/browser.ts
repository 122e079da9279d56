import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { installChromium } from './chromium.ts';

/**
 * Starts a headless Chromium: the one named by CHROME_PATH, else the one that comes from npm, unpacked on first use
 * with the libraries and fonts it carries. Close it when done.
 * @param more of Chromium's switches
 */
export async function launchBrowser(
  env: NodeJS.ProcessEnv = process.env,
  more: readonly string[] = [],
): Promise<Browser> {
  const chromePath = env.CHROME_PATH;
  const installation = chromePath ? { executablePath: chromePath, env: {} } : await installChromium();
  return await chromium.launch({
    executablePath: installation.executablePath,
    env: { ...definedOnly(env), ...installation.env },
    // Root can't use Chromium's sandbox; small /dev/shm is usual in containers; hinting off for even letters.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-gpu', ...more],
  });
}

/** What a page is opened with. Times are shown in UTC unless `timezoneId` says otherwise. */
export interface PageOptions {
  locale?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  timezoneId?: string;
  deviceScaleFactor?: number;
  reducedMotion?: 'reduce' | 'no-preference';
}

/** Opens a page in a browser context of its own; closing the page's context drops its cookies. */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  return await (await newContext(browser, options)).newPage();
}

/** How long a page waits for what a test wants of it: the machine may be busy with other things. */
const PATIENCE_MS = 90_000;

/** A browser context with the defaults of this project's tests. */
export async function newContext(browser: Browser, options: PageOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'en-GB',
    colorScheme: 'light',
    viewport: { width: 1440, height: 900 },
    timezoneId: 'UTC',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
