import { errors, type Frame } from 'playwright-core';

/** Where no part is ever asked for, a test goes on after so long. */
const AT_THE_LATEST_MS = 60_000;

/**
 * Waits until the parts of the sidebar that come later are there, so that what a click shows is shown at once. Beside a
 * new ticket there are none; where the ticket itself couldn't be read, none are asked for: neither is an error here.
 */
export async function partsLoaded(sidebar: Frame): Promise<void> {
  // A frame out of sight draws nothing, so it is asked by the clock.
  const often = { polling: 50, timeout: AT_THE_LATEST_MS };
  const isOver = () => performance.getEntriesByName('sidebar parts preloaded').length > 0;
  await sidebar.waitForFunction(isOver, undefined, often).catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error;
  });
}
