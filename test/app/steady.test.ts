import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { withKeptPages } from './support/kept-pages.ts';
import { type PromisesServer, startPromises } from './support/promises.ts';
import { type Stage, startStage } from './support/stage.ts';
import { button } from './support/updates.ts';

// What is shown holds still: under the agent's hand, and for whoever wants no motion.

let service: PromisesServer;
let stage: Stage;
let opened: Promise<void>;
/** Lets the service answer. */
let answer: () => void;

beforeAll(async () => {
  service = await startPromises({ gate: () => opened });
  stage = withKeptPages(
    await startStage(
      [
        { id: 701, body: 'I wish to complain formally about my broadband.' },
        { id: 702, tags: ['formal_complaint'] },
      ],
      { settings: service.settings },
    ),
  );
});
beforeEach(() => {
  opened = new Promise((resolve) => {
    answer = resolve;
  });
});
afterEach(async () => {
  answer();
  await stage.closePages();
});
afterAll(async () => {
  await stage.stop();
  await service.stop();
});

const hint = (sidebar: Frame) => sidebar.getByRole('heading', { name: 'Is this a complaint?' });

/** The policy arrives, which the app keeps in the browser, and whatever comes of it has been drawn. */
async function policyArrives(sidebar: Frame): Promise<void> {
  answer();
  const kept = () => sidebar.evaluate(() => JSON.stringify(Object.keys(localStorage)));
  await expect.poll(kept).toContain(':promises:');
  await sidebar.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

test('a press that the policy’s arrival falls into is a click all the same', async () => {
  const { page, sidebar } = await stage.open(701);
  const record = button(sidebar, 'Record complaint');
  await record.hover();
  await page.mouse.down();
  await policyArrives(sidebar);
  expect(await hint(sidebar).count()).toBe(0);
  await page.mouse.up();
  await sidebar.getByRole('heading', { name: 'Record complaint' }).waitFor();
  await button(sidebar, 'Cancel').click();
  await hint(sidebar).waitFor();
});

test('the hint waits for a keyboard that is at the buttons to go on', async () => {
  const { sidebar } = await stage.open(701);
  await button(sidebar, 'Record complaint').focus();
  await policyArrives(sidebar);
  expect(await hint(sidebar).count()).toBe(0);
  await sidebar.evaluate('document.activeElement.blur()');
  await hint(sidebar).waitFor();
});

test('nothing turns or glides for whoever wants no motion', async () => {
  const { page, sidebar } = await stage.open(702, { reducedMotion: 'reduce' });
  await sidebar.getByRole('heading', { name: 'Recorded' }).waitFor();
  const spinner = sidebar.locator('[data-garden-id="loaders.spinner"]');
  const glides = () => sidebar.evaluate(() => getComputedStyle(document.body).transitionProperty);
  expect(await spinner.count()).toBe(0);
  expect(await glides()).toBe('none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await spinner.waitFor();
  expect(await glides()).toBe('all');
});
