import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { packageForTrial } from '../../../scripts/package-app.ts';
import { until } from '../../demo/until.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { pairs } from '../pairs.ts';
import { buildStarter } from './starter.ts';
import { frameOf, signedIn, startWorkspace, TICKETS } from './workspace.ts';

interface App {
  readonly title: string;
  readonly sandbox: Sandbox;
  /** What has to stand in its page: the starter's greeting, the line with the countdown. */
  readonly shows: string;
}

/** Runs in every page: notes when what is waited for has been drawn, in milliseconds since the page began to load. */
const watch = (selector: string): string => `(() => {
  if (window === top) return;
  const look = () => {
    if (!document.querySelector(${JSON.stringify(selector)})) return requestAnimationFrame(look);
    requestAnimationFrame(() => { window.shownAfterMs = performance.now(); });
  };
  look();
})()`;

/** In a browser context of its own: nothing is cached. */
async function shownAfter(browser: Browser, { title, sandbox, shows }: App): Promise<number> {
  const page = await signedIn(browser, sandbox);
  try {
    await page.addInitScript(watch(shows));
    await page.goto(`${sandbox.agentUrl}/tickets/${TICKETS[0]}`);
    const frame = await frameOf(page, title);
    return await until(`${title} shows something`, async () =>
      z
        .number()
        .optional()
        .parse(await frame.evaluate('window.shownAfterMs')),
    );
  } finally {
    await page.context().close();
  }
}

/** From the start of the frame to the first countdown, beside Zendesk's kind of starter page in the same host. */
export async function startFigure(browser: Browser, { quick, say }: BenchOptions): Promise<Figure> {
  say('app: first countdown');
  const starter = await buildStarter();
  const [ours, theirs] = await Promise.all([
    startWorkspace(await packageForTrial()),
    startWorkspace(starter.folder),
  ]);
  try {
    const sidebar = { title: 'Complaint Clock', sandbox: ours, shows: 'main section h2' };
    const plain = { title: 'Starter', sandbox: theirs, shows: 'main button' };
    const [first, other] = [() => shownAfter(browser, sidebar), () => shownAfter(browser, plain)];
    // The workspace of each account is built when it is first asked for.
    if (!quick) await pairs(1, first, other);
    const paired = await pairs(quick ? 1 : 11, first, other);
    return {
      name: 'Sidebar: first countdown on screen after its frame starts, nothing cached',
      unit: 'ms',
      ours: paired.ours,
      against: { name: 'starter page with React and Garden', value: paired.theirs },
      ratio: paired.ratio,
      limit: { is: 'at most', value: 1.2, of: 'ratio' },
      runs: paired.runs,
      range: paired.range,
      note: 'the starter asks Zendesk for a name; the sidebar for the ticket, its fields and what the agent may do',
    };
  } finally {
    await Promise.all([ours.stop(), theirs.stop()]);
    await starter.remove();
  }
}
