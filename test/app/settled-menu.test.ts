import type { Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { until } from '../demo/until.ts';
import { type Counter, startCounter, wordsIn } from '../e2e/support/counter.ts';
import { chooseFrom } from '../e2e/support/menu.ts';
import { expectAccessible } from './support/axe.ts';

/** An admin, who leads, and an agent who leads nothing. */
const PRIYA = 1002;
const TOM = 1003;
const TICKET = 101;

let counter: Counter;
beforeAll(async () => {
  counter = await startCounter({ now: '2026-04-02T09:00:00Z', settings: { LEAD_GROUPS: '502' } });
  const tom = await counter.agent(TOM);
  await tom.record(TICKET, 'form');
  await staged('acknowledged');
  await tom.reply(TICKET, 'response_upheld', 'complaint_response_sent', {
    custom_fields: [{ id: counter.demo.account.fields.outcome, value: 'complaint_outcome_upheld' }],
  });
  await staged('responded');
});
afterEach(() => counter.closePages());
afterAll(() => counter?.stop());

/** The service is sure of a second once it has passed. */
async function staged(stage: string): Promise<void> {
  counter.demo.sandbox.clock.advance(2_000);
  const isThere = async () => ((await counter.ledger(TICKET))?.stage === stage ? true : undefined);
  await until(`the case is ${stage}`, isThere, 120_000);
}

async function choose(sidebar: FrameLocator | Frame, item: string, language = 'en'): Promise<void> {
  const words = wordsIn(language);
  await chooseFrom({ place: sidebar, button: words('menu.label') }, new RegExp(`^${words(item)}`));
}

/** The app's page of the navigation bar, in front. */
const boardIn = (page: Page): FrameLocator =>
  page.frameLocator('main:not([hidden]) iframe[title="Complaint Clock"]');

test('a lesson is noted in a few words, stands in the history, and is counted', async () => {
  const { page, sidebar, frame } = await counter.open(TICKET, { agent: TOM });
  await choose(sidebar, 'menu.lesson');
  const form = sidebar.getByRole('form', { name: 'Note a lesson' });
  await form.getByRole('button', { name: 'Save lesson' }).click();
  await form.getByText('Write the lesson in a few words.').waitFor();
  await expectAccessible(await frame());
  await form.getByLabel('Lesson').fill('Tell of planned work <before> it starts');
  await form.getByRole('button', { name: 'Save lesson' }).click();
  await page.getByText('Lesson noted: Tell of planned work <before> it starts').first().waitFor();
  const noted = async () => (await counter.ledger(TICKET))?.events.at(-1);
  counter.demo.sandbox.clock.advance(2_000);
  await expect.poll(noted).toMatchObject({ kind: 'noted', payload: { topic: 'lesson' } });
  // None of the words is the service's to keep.
  expect(JSON.stringify(await counter.ledger(TICKET))).not.toContain('planned work');
  await sidebar.getByRole('button', { name: 'History' }).click();
  await sidebar.getByText('Lesson noted', { exact: true }).waitFor();

  const lead = await counter.open(TICKET, { agent: PRIYA });
  await lead.page.getByRole('link', { name: 'Complaint Clock' }).click();
  const board = boardIn(lead.page);
  await board.getByLabel('Month').first().selectOption('2026-04');
  const row = board.getByText('Lessons noted', { exact: true }).first().locator('..');
  await expect.poll(() => row.textContent()).toBe('Lessons noted1');
});

test('the case file is a click away for a lead: the page opens at the case, however often', async () => {
  const { page, sidebar } = await counter.open(TICKET, { agent: PRIYA });
  await choose(sidebar, 'menu.caseFile');
  const board = boardIn(page);
  await board.getByText('1 complaint', { exact: true }).waitFor();
  const saved = page.waitForEvent('download');
  await board.getByRole('button', { name: `Get the case file of ticket ${TICKET}` }).click();
  expect((await saved).suggestedFilename()).toMatch(/101.*\.zip$/);

  // The page is kept; a second click leads back to the case.
  await board.getByRole('tab', { name: 'Overview' }).click();
  await page.getByRole('link', { name: `#${TICKET}` }).click();
  await choose(sidebar, 'menu.caseFile');
  await board.getByText('1 complaint', { exact: true }).waitFor();
});

test('who leads nothing is told who may see what, and gets the file of a ticket that Zendesk shows them', async () => {
  const { page, sidebar } = await counter.open(TICKET, { agent: TOM });
  await choose(sidebar, 'menu.caseFile');
  const board = boardIn(page);
  await board.getByText('Figures and the register are for team leads.').waitFor();
  const saved = page.waitForEvent('download');
  await board.getByRole('button', { name: `Get the case file of ticket ${TICKET}` }).click();
  expect((await saved).suggestedFilename()).toMatch(/101.*\.zip$/);
});
