import type { Browser, Page } from 'playwright-core';
import { newPage, type PageOptions } from './browser.ts';

/** Before any script of a page: what an earlier visit has kept in the browser is gone, once for each origin. */
const forgetting = (visit: number): string => `try {
  if (localStorage.getItem('visit') !== '${visit}') {
    localStorage.clear();
    localStorage.setItem('visit', '${visit}');
  }
} catch {
  // A page without storage has nothing to forget.
}`;

interface Used {
  readonly options: PageOptions;
  readonly page: Page;
  readonly script: { dispose(): Promise<void> };
}

/** Pages that are opened as if each had a browser of its own. */
export interface Visits {
  /** A page without cookies or anything kept; those that are open at the same time share nothing. */
  open(options?: PageOptions): Promise<Page>;
  /** Ends what is open. */
  end(): Promise<void>;
}

/**
 * Keeps pages from one visit to the next. Their process has the scripts loaded and compiled, which saves half of what
 * it takes to open the workspace. Cookies, permissions, stored things and routes are never carried over; a
 * page that was closed is not used again.
 */
export function createVisits(browser: Browser): Visits {
  const idle = new Map<string, Page[]>();
  const used: Used[] = [];
  let visit = 0;

  async function leave({ options, page, script }: Used): Promise<void> {
    const context = page.context();
    await Promise.all(context.pages().flatMap((one) => (one === page ? [] : [one.close()])));
    if (page.isClosed()) return await context.close();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto('about:blank');
    await script.dispose();
    await Promise.all([
      context.clearCookies(),
      context.clearPermissions(),
      page.emulateMedia({ colorScheme: options.colorScheme ?? 'light' }),
      page.setViewportSize(options.viewport ?? { width: 1440, height: 900 }),
    ]);
    const key = JSON.stringify(options);
    idle.set(key, [...(idle.get(key) ?? []), page]);
  }

  return {
    async open(options = {}) {
      const page = idle.get(JSON.stringify(options))?.pop() ?? (await newPage(browser, options));
      visit += 1;
      used.push({ options, page, script: await page.addInitScript(forgetting(visit)) });
      return page;
    },
    async end() {
      await Promise.all(used.splice(0).map(leave));
    },
  };
}
