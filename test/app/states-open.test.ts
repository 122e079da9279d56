import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atRest } from './support/at-rest.ts';
import type { Desk } from './support/states/index.ts';
import { testStates } from './support/states/look.ts';
import { open } from './support/states/open.ts';

const desks = testStates(open);

/** What Tab comes to, one after the other, from the top of the sidebar to its end. */
async function tabStops({ page, sidebar }: Desk, most: number): Promise<string[]> {
  await sidebar.locator('main').evaluate((main) => {
    main.tabIndex = -1;
    main.focus();
  });
  const stops: string[] = [];
  for (let i = 0; i < most; i += 1) stops.push(await nextStop(page, sidebar));
  return stops;
}

async function nextStop(page: Page, sidebar: Frame): Promise<string> {
  await page.keyboard.press('Tab');
  return String(
    await sidebar.evaluate(
      'document.activeElement.getAttribute("aria-label") ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent',
    ),
  );
}

test('Tab goes through a case as it is read: why, what to do, the menu, the rows', async () => {
  const desk = await desks().open('on track', 'en');
  await desk.sidebar.getByText('Why this date?').first().waitFor();
  await atRest(desk.sidebar);
  expect(await tabStops(desk, 7)).toEqual([
    'Why this date?',
    'Write status update',
    'More actions',
    'Skip to formal response',
    expect.stringMatching(/^Details and evidence/),
    expect.stringMatching(/^History/),
    expect.stringMatching(/^Other tickets/),
  ]);
});
