import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import { z } from 'zod';
import { packageForTrial } from '../../../scripts/package-app.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { frameOf, signedIn, startWorkspace, TICKETS } from './workspace.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const QUICK_MS = 5_000;
/** Nothing more was loaded for so long. */
const SETTLES_MS = 1_000;
/** Between two samples of what runs. */
const EVERY_US = 250;

const profile = z.object({
  profile: z.object({
    nodes: z.array(
      z.object({
        id: z.number(),
        callFrame: z.object({ url: z.string() }),
        children: z.array(z.number()).optional(),
      }),
    ),
    samples: z.array(z.number()),
    timeDeltas: z.array(z.number()),
  }),
});
type Profile = z.output<typeof profile>['profile'];

/** Milliseconds in which a script of the app was at work, or what it had called. */
function workOf({ nodes, samples, timeDeltas }: Profile, isOurs: (url: string) => boolean): number {
  const ours = new Set<number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const mark = (id: number): void => {
    ours.add(id);
    for (const child of byId.get(id)?.children ?? []) mark(child);
  };
  for (const { id, callFrame } of nodes) if (isOurs(callFrame.url) && !ours.has(id)) mark(id);
  const spent = samples.reduce((sum, id, index) => sum + (ours.has(id) ? (timeDeltas[index] ?? 0) : 0), 0);
  return spent / 1_000;
}

/** The sidebar at rest beside a ticket: all that is loaded when there is time has been loaded. */
async function atRest(page: Page, { agentUrl }: Sandbox, ticketId: number): Promise<Frame> {
  await page.goto(`${agentUrl}/tickets/${ticketId}`);
  const frame = await frameOf(page, 'Complaint Clock');
  await frame.locator('main section h2').first().waitFor();
  const loaded = async () =>
    z.number().parse(await frame.evaluate("performance.getEntriesByType('resource').length"));
  for (let [before, now] = [-1, await loaded()]; now !== before; [before, now] = [now, await loaded()])
    await delay(SETTLES_MS);
  return frame;
}

/** @param from the address below which the app's files lie */
async function profiled(page: Page, from: string, ms: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: EVERY_US });
  await session.send('Profiler.start');
  await delay(ms);
  const answer = profile.parse(await session.send('Profiler.stop'));
  await session.detach();
  return workOf(answer.profile, (url) => url.startsWith(from));
}

/** Three sidebars, each with a countdown that runs, in pages of their own; nothing else happens. */
async function idleFigure(browser: Browser, sandbox: Sandbox, { quick }: BenchOptions): Promise<Figure> {
  const pages = await Promise.all(TICKETS.map(() => signedIn(browser, sandbox)));
  try {
    let from = '';
    for (const [index, page] of pages.entries()) {
      const frame = await atRest(page, sandbox, TICKETS[index] ?? 0);
      from = new URL('.', frame.url()).href;
    }
    await delay(quick ? 1_000 : 5_000);
    const ms = quick ? QUICK_MS : MINUTE;
    const works = await Promise.all(pages.map((page) => profiled(page, from, ms)));
    const work = works.reduce((sum, one) => sum + one, 0);
    return {
      name: `Sidebar: script time in ${ms / 1_000} s, three countdowns running`,
      unit: 'ms',
      ours: work,
      limit: { is: 'at most', value: 20, of: 'ours' },
      runs: 1,
      range: [work, work],
      note: `scripts of the app, what they call included; sampled every ${EVERY_US} µs`,
    };
  } finally {
    await Promise.all(pages.map((page) => page.context().close()));
  }
}

const usage = z.object({ usedSize: z.number() });

async function heapOf(session: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  return usage.parse(await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
}

/** A day goes by on the page's clock, with all that is due in it. */
async function memoryFigure(browser: Browser, sandbox: Sandbox, { quick }: BenchOptions): Promise<Figure> {
  const page = await signedIn(browser, sandbox);
  try {
    await page.clock.install();
    await atRest(page, sandbox, TICKETS[0] ?? 0);
    const session = await page.context().newCDPSession(page);
    const day = quick ? DAY / 24 : DAY;
    // The first hour fills what is kept: formats, texts.
    await page.clock.runFor(day / 24);
    const before = await heapOf(session);
    for (let hour = 1; hour < 24; hour += 1) await page.clock.runFor(day / 24);
    const after = await heapOf(session);
    return {
      name: 'Sidebar: heap after a simulated day, beside that after its first hour',
      unit: 'MB',
      ours: after,
      against: { name: 'after the first hour', value: before },
      ratio: after / before,
      limit: { is: 'at most', value: 1.05, of: 'ratio' },
      runs: 1,
      range: [after, after],
      note: 'after a collection; that of the workspace around it included',
    };
  } finally {
    await page.context().close();
  }
}

/** What the sidebar does while nothing happens. */
export async function restFigures(browser: Browser, options: BenchOptions): Promise<Figure[]> {
  const sandbox = await startWorkspace(await packageForTrial());
  try {
    options.say('app: at rest');
    return [await idleFigure(browser, sandbox, options), await memoryFigure(browser, sandbox, options)];
  } finally {
    await sandbox.stop();
  }
}
