import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { cases } from './support/cases.ts';
import { type Stage, startStage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage([
    { id: 851, record: cases.onTrack },
    { id: 852, record: cases.onTrack },
  ]);
});
afterEach(() => stage.closePages());
afterAll(() => stage.stop());

const button = (frame: Frame | Page, name: string) => frame.getByRole('button', { name, exact: true });
const composer = (page: Page) => page.getByRole('textbox', { name: 'Public reply' });
const ELSEWHERE = 'Your reply is open in another tab';

async function begin(ticketId: number) {
  const first = await stage.open(ticketId);
  await button(first.sidebar, 'Write status update').click();
  await first.sidebar.getByText('In your reply: Status update.').waitFor();
  const page = await first.page.context().newPage();
  const sidebar = await stage.show(page, ticketId);
  await sidebar.getByRole('heading', { name: ELSEWHERE }).waitFor();
  return { first, second: { page, sidebar } };
}

test('a reply that is open in one tab is not put into another, until that one is closed', async () => {
  const { first, second } = await begin(851);
  expect(await composer(second.page).textContent()).toBe('');
  expect(await button(second.sidebar, 'Write status update').count()).toBe(0);
  await expectAccessible(second.sidebar);
  await first.page.close();
  await second.sidebar.getByText('In your reply: Status update.').waitFor();
  await expect.poll(() => second.sidebar.getByRole('heading', { name: ELSEWHERE }).count()).toBe(0);
  await expect
    .poll(() => composer(second.page).textContent())
    .toContain('We are still looking into your complaint.');
  await second.page.close();
});

test('once it is sent there the other tab has nothing to send', async () => {
  const { first, second } = await begin(852);
  await composer(first.page).fill(
    'We are still looking into your complaint. You will hear from us again soon.',
  );
  await button(first.page, 'Submit as Open').click();
  await expect.poll(() => stage.updates(852)).toHaveLength(1);
  await expect.poll(() => second.sidebar.getByRole('heading', { name: ELSEWHERE }).count()).toBe(0);
  expect(await composer(second.page).textContent()).toBe('');
  expect(await second.sidebar.getByText('In your reply').count()).toBe(0);
});
