import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Ticks a box or chooses one of several. The label lies over it, so that it is pressed by force, where it is: a press that
 * falls beside it because something moves just then is made again.
 */
export async function tick(box: Locator): Promise<void> {
  const isTicked = async () => {
    await box.check({ force: true }).catch(() => {});
    return await box.isChecked();
  };
  await expect.poll(isTicked, { timeout: 120_000 }).toBe(true);
}
