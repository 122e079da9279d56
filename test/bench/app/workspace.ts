import type { Browser, Frame, Page } from 'playwright-core';
import { cases } from '../../app/support/cases.ts';
import { cookieOf } from '../../app/support/stage/rest.ts';
import { seedOf } from '../../app/support/stage/seed.ts';
import { seedTicket } from '../../app/support/stage/tickets.ts';
import { agents, NOW } from '../../app/support/stage.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { newPage, type PageOptions } from '../../support/browser.ts';

/** Cases whose next deadline is counted down, the first in hours. */
const COUNTED = [cases.received, cases.dueToday, cases.dueSoon] as const;
export const TICKETS: readonly number[] = [701, 702, 703];

/** A Zendesk account with one app and three complaints. */
export function startWorkspace(folder: string): Promise<Sandbox> {
  const tickets = COUNTED.map((record, index) => seedTicket({ id: TICKETS[index] ?? 0, record }));
  return startSandbox({
    now: NOW,
    seed: seedOf(tickets, true),
    apps: [{ folder, settings: { company: 'ASK4' } }],
  });
}

/** A browser that has never seen the account, with an agent signed in. */
export async function signedIn(
  browser: Browser,
  { url }: Pick<Sandbox, 'url'>,
  options: PageOptions = {},
): Promise<Page> {
  const page = await newPage(browser, options);
  const [name = '', value = ''] = (await cookieOf(url, agents.english)).split('=');
  await page.context().addCookies([{ name, value, url }]);
  return page;
}

/** The frame of an app beside the ticket in front. */
export async function frameOf(page: Page, title: string): Promise<Frame> {
  const element = await page
    .getByRole('complementary')
    .locator(`iframe[title="${title}"]`)
    .last()
    .elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`${title} has no frame`);
  return frame;
}
