import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cases } from './support/cases.ts';
import { withKeptPages } from './support/kept-pages.ts';
import { type Stage, startStage } from './support/stage.ts';
import { button } from './support/updates.ts';

// What comes in files of its own, on a line that is gone for a while.

let stage: Stage;
beforeAll(async () => {
  stage = withKeptPages(
    await startStage([{ id: 901 }, { id: 902, record: cases.awaitingResponse }, { id: 903 }]),
  );
});
afterEach(() => stage.closePages());
afterAll(() => stage.stop());

const UNREACHABLE = 'Zendesk could not be reached. Check your connection and try again.';

/** From now on these files can't be had. Answers how to give them again. */
async function cutOff(page: Page, files: RegExp): Promise<() => Promise<void>> {
  await page.route(files, (route) => route.abort());
  return () => page.unroute(files);
}

/** What the browser says of the parts that it was asked for ahead. */
const preloaded = (sidebar: Frame) =>
  sidebar.evaluate(() =>
    performance
      .getEntriesByName('sidebar parts preloaded')
      .map((mark) => (mark instanceof PerformanceMark ? mark.detail : undefined)),
  );

/** Marks the app as it runs now: the mark is gone once it has begun anew. */
const leaveMark = (sidebar: Frame) => sidebar.evaluate(() => document.body.setAttribute('data-seen', ''));

test('a form whose file could not be had is there once it can: after Retry, without another click', async () => {
  const { page } = await stage.open(903);
  const restore = await cutOff(page, /\/RecordForm-[^/]*\.js/);
  const sidebar = await stage.show(page, 901);
  expect(await preloaded(sidebar)).toEqual([{ whole: false }]);
  await button(sidebar, 'Record complaint').click();
  const notice = sidebar.getByRole('alert').getByText(UNREACHABLE);
  await notice.waitFor();
  await leaveMark(sidebar);
  await button(sidebar, 'Try again').click();
  await sidebar.locator('body:not([data-seen])').waitFor();
  await notice.waitFor();
  await restore();
  await button(sidebar, 'Try again').click();
  await sidebar.getByRole('heading', { name: 'Record complaint' }).waitFor();
  await sidebar.getByLabel('Summary').fill('No connection.');
});

test('a form that was open when the line went is open again, with what was typed before', async () => {
  const { page, sidebar } = await stage.open(902);
  await button(sidebar, 'Write formal response').click();
  await sidebar.getByRole('radio', { name: 'Not upheld' }).check();
  const restore = await cutOff(page, /\/OpenAction-[^/]*\.js/);
  const again = await stage.show(page, 902);
  await again.getByRole('alert').getByText(UNREACHABLE).waitFor();
  await restore();
  await button(again, 'Try again').click();
  await again.getByRole('heading', { name: 'Formal response' }).waitFor();
  await expect.poll(() => again.getByRole('radio', { name: 'Not upheld' }).isChecked()).toBe(true);
});

test('while the app itself can’t be had either it stays as it is, and says so', async () => {
  const { page } = await stage.open(903);
  const restore = await cutOff(page, /\/RecordForm-[^/]*\.js/);
  const sidebar = await stage.show(page, 901);
  await leaveMark(sidebar);
  await button(sidebar, 'Record complaint').click();
  const notice = sidebar.getByRole('alert').getByText(UNREACHABLE);
  await notice.waitFor();
  let asked = 0;
  await page.route(/\/sidebar\.html/, async (route) => {
    await route.abort();
    asked += 1;
  });
  await button(sidebar, 'Try again').click();
  await expect.poll(() => asked).toBe(1);
  await notice.waitFor();
  expect(await sidebar.locator('body[data-seen]').count()).toBe(1);
  await restore();
});

test('a browser that can’t tell when it has time loads them all the same', async () => {
  const { page } = await stage.open(903);
  const script = await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'requestIdleCallback');
    Reflect.deleteProperty(globalThis, 'cancelIdleCallback');
  });
  const sidebar = await stage.show(page, 903);
  expect(await sidebar.evaluate(() => 'requestIdleCallback' in window)).toBe(false);
  expect(await preloaded(sidebar)).toEqual([{ whole: true }]);
  await script.dispose();
});
