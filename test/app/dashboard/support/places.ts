import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';

/** The one of the six figures of today that is called so. */
export const figure = (frame: Frame | FrameLocator, name: string): Locator =>
  frame
    .getByRole('list', { name: /^(Today|Heute)$/ })
    .getByRole('button')
    .filter({ has: frame.locator('b').getByText(name, { exact: true }) });
export const section = (frame: Frame, name: string): Locator =>
  frame.getByRole('region', { name, exact: true });
export const button = (place: Frame | Locator | Page, name: string | RegExp): Locator =>
  place.getByRole('button', { name });
export const bodyRows = (place: Frame | Locator): Locator => place.locator('tbody tr');
/** The cells of a table that has any, row by row; of a chart's hidden one too. */
export async function cells(table: Locator): Promise<string[][]> {
  const rows = table.locator('tbody tr');
  await rows.first().waitFor({ state: 'attached' });
  return Promise.all((await rows.all()).map((row) => row.locator('th, td').allTextContents()));
}
export const registered = (frame: Frame, count: number): Promise<void> =>
  frame.getByText(`${count} complaint${count === 1 ? '' : 's'}`, { exact: true }).waitFor();

/** Messages of the browser about what the page's policy forbids. */
export function violationsOfPolicy(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) found.push(message.text());
  });
  return found;
}
