import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atRest } from './support/at-rest.ts';
import { expectAccessible } from './support/axe.ts';
import { overflowing } from './support/overflow.ts';
import { type Desks, startDesks } from './support/states/desks.ts';
import { type Desk, states } from './support/states/index.ts';
import type { Code } from './support/words.ts';

let desks: Desks;
beforeAll(async () => {
  desks = await startDesks();
});
afterAll(() => desks.stop());

/** Opened as the text says, and then at rest. */
async function see(
  name: string,
  code: Code,
  texts: readonly (string | RegExp)[],
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Desk> {
  const desk = await desks.open(name, code);
  await desk.page.emulateMedia({ colorScheme });
  for (const text of texts) await desk.sidebar.getByText(text).first().waitFor({ timeout: 10_000 });
  await atRest(desk.sidebar);
  return desk;
}

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

async function nextStop(page: Page, sidebar: Desk['sidebar']): Promise<string> {
  await page.keyboard.press('Tab');
  return String(
    await sidebar.evaluate(
      'document.activeElement.getAttribute("aria-label") ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent',
    ),
  );
}

describe.each(Object.entries(states))('%s', (name, state) => {
  test('in English and light: says so, nothing is cut off, axe finds nothing', async () => {
    const desk = await see(name, 'en', state.english);
    expect(await overflowing(desk.sidebar)).toEqual([]);
    await expectAccessible(desk.sidebar);
  });

  test('in German and dark: says so, nothing is cut off, axe finds nothing', async () => {
    const desk = await see(name, 'de', state.german, 'dark');
    expect(await desk.sidebar.evaluate('document.documentElement.lang')).toBe('de');
    expect(await overflowing(desk.sidebar)).toEqual([]);
    await expectAccessible(desk.sidebar);
  });

  test('in Spanish, French and Dutch nothing is cut off', async () => {
    const look = async (code: Code): Promise<string[]> => {
      const { sidebar } = await see(name, code, []);
      expect(await sidebar.evaluate('document.documentElement.lang')).toBe(code);
      return (await overflowing(sidebar)).map((one) => `${code}: ${one}`);
    };
    const others = ['es', 'fr', 'nl'] as const;
    const wide: string[][] = [];
    // A restricted role is one person, who has one language at a time.
    if (state.agent) for (const code of others) wide.push(await look(code));
    else wide.push(...(await Promise.all(others.map(look))));
    expect(wide.flat()).toEqual([]);
  });
});

test('Tab goes through a case as it is read: why, what to do, the menu, the rows', async () => {
  const desk = await see('on track', 'en', ['Why this date?']);
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
