import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { cases } from './support/cases.ts';
import { type Stage, startStage } from './support/stage.ts';

// The reason for passing a guard by is on the case's file if the submit was saved, and only then.

let stage: Stage;
beforeAll(async () => {
  stage = await startStage([
    { id: 871, record: cases.onTrack },
    { id: 872, record: cases.onTrack },
  ]);
});
afterEach(async () => {
  stage.sandbox.faults.clear();
  await stage.closePages();
});
afterAll(() => stage.stop());

const button = (frame: Frame | Page, name: string) => frame.getByRole('button', { name, exact: true });
const passed = { complaint: { event: 'noted', topic: 'guard_passed', code: 'open_duty' } };
const filed = async (ticketId: number) =>
  (await stage.updates(ticketId)).map(({ metadata }) => metadata.custom);

async function solve(page: Page): Promise<void> {
  await button(page, 'Submit with another status').click();
  await page.getByRole('menuitem', { name: 'Submit as Solved' }).click();
}

async function giveReason(page: Page, sidebar: Frame): Promise<void> {
  await solve(page);
  await sidebar.getByLabel('Reason to go on').fill('answered on ticket 12');
  await button(sidebar, 'Go on with this reason').click();
  await sidebar
    .getByText(/^Reason noted\. Submit again/)
    .first()
    .waitFor();
}

test('a submit that is given up leaves nothing on the file, and the words for the next try', async () => {
  const { page, sidebar } = await stage.open(871);
  await giveReason(page, sidebar);
  await page.reload();
  const again = await stage.show(page, 871);
  expect(await stage.updates(871)).toEqual([]);
  await solve(page);
  await again.getByRole('heading', { name: 'Not sent yet' }).waitFor();
  await expect.poll(() => again.getByLabel('Reason to go on').inputValue()).toBe('answered on ticket 12');
  expect(await stage.updates(871)).toEqual([]);
});

test('a save that fails files nothing; one whose note fails says so, and a reload brings it onto the file once', async () => {
  const { page, sidebar } = await stage.open(872);
  await giveReason(page, sidebar);
  const isSave = ({ path, method }: { path: string; method: string }): boolean =>
    method === 'PUT' && path.includes('/tickets/872');
  let refused = 0;
  const mend = stage.sandbox.faults.add((call) => {
    if (!isSave(call)) return undefined;
    refused += 1;
    return { status: 503, body: '{}' };
  });
  await button(page, 'Submit as Solved').click();
  await expect.poll(() => refused).toBeGreaterThan(0);
  await button(page, 'Submit as Solved').waitFor();
  mend();
  expect(await stage.updates(872)).toEqual([]);

  let saves = 0;
  const mendNote = stage.sandbox.faults.add((call) => {
    if (!isSave(call)) return undefined;
    saves += 1;
    return saves > 1 ? { status: 503, body: '{}' } : undefined;
  });
  await button(page, 'Submit as Solved').click();
  await sidebar.getByRole('heading', { name: 'The reason is not on the file yet' }).waitFor();
  await expectAccessible(sidebar);
  expect(await filed(872)).not.toContainEqual(passed);
  mendNote();
  await page.reload();
  await expect.poll(() => filed(872)).toContainEqual(passed);
  await stage.show(page, 872);
  expect((await filed(872)).filter((one) => JSON.stringify(one).includes('guard_passed'))).toHaveLength(1);
});
