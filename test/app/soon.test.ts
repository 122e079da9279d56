import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { partition } from '../../scripts/build/texts.ts';
import { buildApp } from '../../scripts/build-app.ts';
import en from '../../translations/en.json' with { type: 'json' };
import { cases } from './support/cases.ts';
import { withKeptPages } from './support/kept-pages.ts';
import { type Stage, startStage } from './support/stage.ts';
import { button } from './support/updates.ts';

// What is loaded before the first countdown, and what comes right after it: guards, the reply, the steps.

let stage: Stage;
beforeAll(async () => {
  stage = withKeptPages(
    await startStage([{ id: 951, record: cases.onTrack }, { id: 952, record: cases.onTrack }, { id: 953 }]),
  );
});
afterEach(() => stage.closePages());
afterAll(() => stage.stop());

const SOON = /\/soon-[^/]*\.js/;

/** Shows a ticket without waiting for anything but the countdown. */
async function firstLook(page: Page, ticketId: number): Promise<FrameLocator> {
  await page.goto(`${stage.sandbox.agentUrl}/tickets/${ticketId}`);
  const sidebar = page.frameLocator('aside iframe[title="Complaint Clock"]');
  await sidebar.getByRole('heading', { name: 'Status update' }).waitFor();
  await sidebar.getByText('in 2 working days').waitFor();
  return sidebar;
}

async function submitAsSolved(page: Page): Promise<void> {
  await button(page, 'Submit with another status').click();
  await page.getByRole('menuitem', { name: 'Submit as Solved' }).click();
}

test('a submit that is faster than the guards’ file waits for it, and is held back', async () => {
  const { page } = await stage.open(953);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(SOON, async (route) => {
    await released;
    await route.continue();
  });
  const sidebar = await firstLook(page, 951);
  await submitAsSolved(page);
  expect(await sidebar.getByRole('heading', { name: 'Not sent yet' }).count()).toBe(0);
  release();
  await sidebar.getByRole('heading', { name: 'Not sent yet' }).waitFor();
  expect(await stage.updates(951)).toEqual([]);
  await sidebar.getByRole('list', { name: 'Steps' }).waitFor();
});

test('where that file can’t be had the countdown stands, it is said, and a submit passes', async () => {
  const { page } = await stage.open(953);
  await page.route(SOON, (route) => route.abort());
  const sidebar = await firstLook(page, 952);
  await sidebar
    .getByText('Zendesk could not be reached. Check your connection and try again.')
    .first()
    .waitFor();
  await submitAsSolved(page);
  await expect.poll(() => stage.updates(952)).toHaveLength(1);
});

test('the countdown needs none of the texts that come later; a form waits for them', async () => {
  const { page } = await stage.open(953);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(/\/more-en-[^/]*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  const sidebar = await firstLook(page, 951);
  await sidebar.getByRole('button', { name: 'Skip to formal response' }).click();
  expect(await sidebar.getByRole('heading', { name: 'Formal response' }).count()).toBe(0);
  release();
  await sidebar.getByRole('heading', { name: 'Formal response' }).waitFor();
});

/** The most that may be loaded before the first countdown, in bytes after gzip. */
const LIMIT = 110_000;

test.each([
  'en',
  'de',
  'es',
  'fr',
  'nl',
])('what is loaded before the countdown is light in %s', async (code) => {
  const assets = join(await buildApp(), 'assets');
  const names = await readdir(assets);
  const files = names.filter((name) => name.startsWith('sidebar-') || name.startsWith(`${code}-`));
  expect(files).toHaveLength(2);
  const sources = await Promise.all(files.map((name) => readFile(join(assets, name), 'utf8')));
  // Neither loads anything else at once.
  for (const source of sources) expect(source).not.toMatch(/^import\b(?!\()|;import["{]/);
  const bytes = sources.reduce((sum, source) => sum + gzipSync(source).length, 0);
  expect(bytes).toBeLessThan(LIMIT);
});

test('each text of the sidebar comes in one of its two files, those of the countdown in the first', async () => {
  const isIn = await partition(join(import.meta.dirname, '../../app/sidebar/main.tsx'));
  const names = Object.entries(en.ui).flatMap(([group, texts]) =>
    Object.keys(texts).map((key) => `${group}.${key}`),
  );
  const [first, rest] = [
    names.filter((name) => isIn('first', name)),
    names.filter((name) => isIn('rest', name)),
  ];
  expect(first.filter((name) => rest.includes(name))).toEqual([]);
  expect([...first, ...rest].sort()).toEqual(names.filter((name) => isIn('whole', name)).sort());
  expect(first).toEqual(
    expect.arrayContaining(['common.loading', 'due.left', 'state.running', 'failure.unreachable']),
  );
  expect(rest).toEqual(expect.arrayContaining(['guard.title', 'step.received', 'draft.notTaggedTitle']));
});
