import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { partsLoaded } from '../parts-loaded.ts';

/** A ticket by its number, or the form of a new one. */
export type Place = number | 'new/1';

/** The app beside the ticket in front, once it shows something and has what a click may ask for. */
export async function sidebarOf(page: Page, place: Place): Promise<Frame> {
  const element = await page
    .getByRole('complementary')
    .locator('iframe[title="Complaint Clock"]')
    .elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the app has no frame');
  await frame.locator('main').waitFor();
  if (place !== 'new/1') await partsLoaded(frame);
  return frame;
}

/** In the page: the workspace goes where the address says, and every tab but that of the new address is closed. */
const turn = (path: string): string => `(() => {
  history.pushState(null, '', ${JSON.stringify(path)});
  dispatchEvent(new PopStateEvent('popstate'));
  for (const link of document.querySelectorAll('header nav a'))
    if (link.getAttribute('href') !== location.pathname) link.parentElement.querySelector('button').click();
})()`;

/**
 * Goes to another ticket as an agent does, without loading the workspace anew, and closes the one before: the app
 * starts afresh beside it.
 */
export async function turnTo(page: Page, address: string): Promise<void> {
  const { pathname } = new URL(address);
  await page.evaluate(turn(pathname));
  const discard = page.getByRole('button', { name: /^(Discard|Verwerfen)$/ });
  const othersLeft = async () => {
    if ((await discard.count()) > 0) await discard.first().click();
    return await page.evaluate(
      () => document.querySelectorAll(`header nav a:not([href="${location.pathname}"])`).length,
    );
  };
  await expect.poll(othersLeft).toBe(0);
}
