import type { FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where a menu is. */
type Place = Pick<FrameLocator | Page, 'getByRole'>;

export interface Menu {
  readonly place: Place;
  /** Of the button that opens it. */
  readonly button: string | RegExp;
}

/** Opens it where it is shut. What the service writes meanwhile may shut it again. */
async function openMenu({ place, button }: Menu): Promise<void> {
  const opener = place.getByRole('button', { name: button });
  if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
}

/** Chooses from a menu; one that shuts before it is chosen from is opened again. */
export async function chooseFrom(menu: Menu, item: string | RegExp): Promise<void> {
  const entry = menu.place.getByRole('menuitem', { name: item });
  const isChosen = async () => {
    await openMenu(menu);
    return await entry.click({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(isChosen, { timeout: 120_000 }).toBe(true);
}

/** The names of what a menu holds. It stays open. */
export async function itemsOf(menu: Menu): Promise<string[]> {
  let names: string[] = [];
  await expect
    .poll(async () => {
      await openMenu(menu);
      names = await menu.place.getByRole('menuitem').allTextContents();
      return names.length;
    })
    .toBeGreaterThan(0);
  return names;
}
