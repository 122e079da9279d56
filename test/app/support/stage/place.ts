import type { Frame, Page } from 'playwright-core';

/** A ticket by its number, or the form of a new one. */
export type Place = number | 'new/1';

/** The app beside the ticket in front, once it shows something. */
export async function sidebarOf(page: Page): Promise<Frame> {
  const element = await page
    .getByRole('complementary')
    .locator('iframe[title="Complaint Clock"]')
    .elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the app has no frame');
  await frame.locator('main').waitFor();
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
  for (let left = await discard.count(); left > 0; left -= 1) await discard.first().click();
}
