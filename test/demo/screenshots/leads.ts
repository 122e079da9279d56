import { mkdir } from 'node:fs/promises';
import { pino } from 'pino';
import type { Browser, Frame } from 'playwright-core';
import { localDate } from '../../../domain/local-date.ts';
import { atRest } from '../../app/support/at-rest.ts';
import { overflowing } from '../../app/support/overflow.ts';
import { launchBrowser, newPage } from '../../support/browser.ts';
import { fillLedger } from '../../support/history/fill.ts';
import { type Demo, startDemo } from '../demo.ts';
import { pastCases } from '../history/past.ts';
import { LEADS_SITES, LEADS_STAFF, seedWith } from '../history/people.ts';
import { until } from '../until.ts';
import type { PictureOptions, Scheme } from './options.ts';

/** A Tuesday morning in Leeds. */
const NOW = '2026-11-10T10:30:00Z';
/** Higher than any of the pages; the workspace's own bar stands beside the frame. */
const [WIDTH, BAR, HEIGHT] = [1_280, 60, 3_600];
const LANGUAGES = ['en', 'de'] as const;
type Language = (typeof LANGUAGES)[number];
/** Who leads, and reads this language in Zendesk. */
const LEADS: Readonly<Record<Language, number>> = { en: 1002, de: 1004 };

/** Names come in by and by. */
const NAMES_ARE_THERE = `![...document.querySelectorAll('td')].some(({ innerText }) => innerText === '…')`;

interface Part {
  readonly name: string;
  readonly at: string;
  /** What is there once all is there. */
  readonly sign: Readonly<Record<Language, string>>;
  /** How much of it is enough, in pixels. */
  readonly most?: number;
}
const PARTS: readonly Part[] = [
  {
    name: 'overview',
    at: '#overview',
    sign: { en: 'Above usual range', de: 'Über dem üblichen Bereich' },
  },
  {
    name: 'register',
    at: '#register?open=true&stage=acknowledged,updated',
    most: 900,
    sign: { en: 'Stage: Updated', de: 'Stand: Zwischenstand gegeben' },
  },
  { name: 'reports', at: '#reports', sign: { en: 'Monthly report', de: 'Monatsbericht' } },
];

async function openAs(demo: Demo, browser: Browser, of: { language: Language; scheme: Scheme }) {
  const page = await newPage(browser, {
    locale: of.language === 'de' ? 'de' : 'en-GB',
    colorScheme: of.scheme,
    timezoneId: 'Europe/London',
    viewport: { width: WIDTH + BAR, height: HEIGHT },
    reducedMotion: 'reduce',
  });
  await page.request.post(`${demo.sandbox.url}/__sandbox/session`, {
    data: { user_id: LEADS[of.language] },
  });
  await page.goto(`${demo.sandbox.agentUrl}/filters/open`);
  await page.getByRole('link', { name: 'Complaint Clock' }).click();
  const element = page.locator('main iframe[title="Complaint Clock"]');
  await element.waitFor();
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error("the leads' page has no frame");
  await frame.locator('main').first().waitFor();
  return { page, element, frame };
}

/** How far down the page reaches, without the empty rest of its frame. */
const depthOf = (frame: Frame): Promise<number> =>
  frame.evaluate(() => Math.ceil(document.querySelector('main')?.getBoundingClientRect().bottom ?? 0));

async function takeAll(
  demo: Demo,
  browser: Browser,
  of: { language: Language; scheme: Scheme; folder: string },
): Promise<string[]> {
  const { language, scheme, folder } = of;
  const { page, element, frame } = await openAs(demo, browser, of);
  const faults: string[] = [];
  for (const { name, at, sign, most = HEIGHT } of PARTS) {
    await frame.evaluate((hash) => {
      window.location.hash = hash;
    }, at);
    await frame.getByText(sign[language]).first().waitFor();
    await until('the names', async () => (await frame.evaluate<boolean>(NAMES_ARE_THERE)) || undefined);
    await page.mouse.move(0, 0);
    await atRest(frame);
    const cut = (await overflowing(frame)).filter((what) => what !== 'cut off below: the page');
    faults.push(...cut.map((what) => `${language}, leads' ${name}: ${what}`));
    const box = await element.boundingBox();
    if (!box) throw new Error("the leads' page is out of sight");
    const path = `${folder}/${name}-${language}-${scheme}.png`;
    const clip = { x: box.x, y: box.y, width: box.width, height: Math.min(most, await depthOf(frame)) };
    await page.screenshot({ path, clip });
    process.stdout.write(`${path}\n`);
  }
  await page.context().close();
  return faults;
}

async function addActions({ service, sandbox }: Demo): Promise<void> {
  const now = sandbox.clock.now();
  const month = 30 * 86_400_000;
  const { figures } = service.ledger;
  const action = (category: string, what: string, ownerId: number, dueDate: string, ago: number) =>
    figures.addAction({
      ...{ category, what, ownerId },
      dueDate: localDate(dueDate),
      createdAt: now - ago * month,
    });
  await action('speed', 'Roll back the router firmware on all sites', 1102, '2026-11-27', 0.2);
  const mended = await action('outage', 'Second line for Park Square', 1103, '2026-06-12', 6);
  await figures.changeAction(mended.id, { doneAt: now - 5 * month });
}

async function takeLanguage(
  browser: Browser,
  language: Language,
  { folder, schemes }: Pick<PictureOptions, 'folder' | 'schemes'>,
): Promise<string[]> {
  const cases = pastCases({
    now: Date.parse(NOW),
    perMonth: 110,
    staff: LEADS_STAFF,
    sites: LEADS_SITES,
  });
  const demo = await startDemo({
    now: NOW,
    latencyMs: 0,
    seed: await seedWith(cases, language),
    settings: { LEAD_GROUPS: '502' },
    log: pino({ level: 'warn' }),
  });
  try {
    await fillLedger(demo.config.databaseUrl ?? '', cases);
    await addActions(demo);
    const faults: string[] = [];
    for (const scheme of schemes)
      faults.push(...(await takeAll(demo, browser, { language, scheme, folder })));
    return faults;
  } finally {
    await demo.stop();
  }
}

/** The leads' page over a year of complaints, in both languages and colours. Answers a line for all that is cut off. */
export async function takeLeads(options: Pick<PictureOptions, 'folder' | 'schemes'>): Promise<string[]> {
  const folder = `${options.folder}/dashboard`;
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  const faults: string[] = [];
  try {
    for (const language of LANGUAGES)
      faults.push(...(await takeLanguage(browser, language, { ...options, folder })));
  } finally {
    await browser.close();
  }
  return faults;
}
