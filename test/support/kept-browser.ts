import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';

/**
 * A page of a test runs for a second or two: what is spent on optimising its code, and on threads that clear up beside
 * it, is not won back, and is missing where processors are few.
 */
const SHORT_LIVED = '--js-flags=--no-maglev --no-turbofan --single-threaded-gc';

let running: Promise<Browser> | undefined;

/**
 * The browser of all test files of this process, started by the first that asks, and by the next where it has ended
 * since. It ends with the process. A file leaves it with `leaveBrowser`.
 */
export async function keptBrowser(): Promise<Browser> {
  const before = await running?.catch(() => undefined);
  if (before?.isConnected()) return before;
  running = launchBrowser(process.env, [SHORT_LIVED]);
  return await running;
}

/** Closes what was opened in it, with all that was kept there. Files of a process run one after the other. */
export async function leaveBrowser(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}
