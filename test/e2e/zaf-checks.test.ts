import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { keptBrowser, leaveBrowser } from '../support/kept-browser.ts';
import { createVisits, type Visits } from '../support/visits.ts';
import { type EchoService, startEchoService } from './support/echo-service.ts';
import { PROBE_FOLDER, PROBE_SEED, probeCall, probeIn, runChecks } from './support/probe.ts';

let browser: Browser;
let sandbox: Sandbox;
let echo: EchoService;
let visits: Visits;

beforeAll(async () => {
  echo = await startEchoService();
  const settings = { shared_secret: 'only-the-proxy-knows', echo_url: echo.url };
  [browser, sandbox] = await Promise.all([
    keptBrowser(),
    startSandbox({ seed: PROBE_SEED, apps: [{ folder: PROBE_FOLDER, settings }] }),
  ]);
  visits = createVisits(browser);
});

afterEach(() => visits.end());

afterAll(async () => {
  await leaveBrowser(browser);
  await sandbox?.stop();
  await echo?.stop();
});

async function open(path: string): Promise<Page> {
  const page = await visits.open();
  await page.goto(`${sandbox.agentUrl}${path}`, { timeout: 100_000 });
  return page;
}

/** Checks that must be in the table, so that none can get lost, and how many there are at least. */
const expected: readonly [string, string, string, number][] = [
  ['ticket_sidebar', '/tickets/101', 'ticket.comment.appendMarkdown is rendered', 100],
  ['new_ticket_sidebar', '/tickets/new/1', 'set ticket.subject', 85],
  ['background', '', 'a modal is opened, talked to, and heard to close', 50],
];

/** Only what went wrong, so that a failure shows it at once. */
function faults(outcomes: Map<string, string>): [string, string][] {
  return [...outcomes].filter(([, outcome]) => outcome !== 'ok');
}

test.each(expected)('every check of the client surface holds in %s', async (location, path, named, least) => {
  const outcomes = await runChecks(await probeIn(await open(path), location));
  expect(faults(outcomes)).toEqual([]);
  expect(outcomes.get(named)).toBe('ok');
  expect(outcomes.size).toBeGreaterThanOrEqual(least);
});

test.each([
  ['nav_bar', 'navigation'],
  ['top_bar', 'banner'],
] as const)('every check of the client surface holds in %s', async (location, landmark) => {
  const opened = await open('');
  const bar = opened.getByRole(landmark).first();
  await bar.getByLabel('Probe').first().click();
  const outcomes = await runChecks(await probeIn(opened, location));
  expect(faults(outcomes)).toEqual([]);
  expect(outcomes.get('no ticket outside of one')).toBe('ok');
  expect(outcomes.size).toBeGreaterThanOrEqual(50);
});

test('every check of the client surface holds in modal', async () => {
  const opened = await open('/tickets/102');
  const sidebar = await probeIn(opened, 'ticket_sidebar');
  await probeCall(
    sidebar,
    "client.invoke('instances.create', { location: 'modal', url: 'assets/iframe.html' })",
  );
  const outcomes = await runChecks(await probeIn(opened, 'modal'));
  expect(faults(outcomes)).toEqual([]);
  expect(outcomes.size).toBeGreaterThanOrEqual(48);
});
