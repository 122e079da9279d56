import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ASKED_ITEMS } from '../../domain/asked-items.ts';
import type { Language } from '../../server/provision/definition/language.ts';
import { textDefinitions } from '../../server/provision/definition/texts/index.ts';
import { COMPANY, PROMISES } from '../server/provision/company.ts';
import { expectAccessible } from './support/axe.ts';
import { cases } from './support/cases.ts';
import { type Stage, startStage } from './support/stage.ts';

/** Two of the five kinds are there, and so is the matter itself. */
const someThere = {
  summary: 'No connection since Monday.',
  evidence_references: '48191',
  evidence_phones: '0114 496 0000',
};
const allThere = {
  ...someThere,
  evidence_staff: 'Tom',
  evidence_times: 'Mon 10:00',
  evidence_emails: 'a@b.example',
};
const rude = { ...cases.onTrack, flags: ['abusive_behaviour'] };
const MARKED_POST = ['formal_complaint', 'complaint_post_required'];

let stage: Stage;
beforeAll(async () => {
  stage = await startStage([
    { id: 701, record: cases.onTrack, values: someThere },
    { id: 702, record: cases.onTrack, values: someThere },
    { id: 703, record: cases.onTrack, values: allThere },
    { id: 704, record: cases.onTrack },
    { id: 705, record: cases.onTrack, values: someThere, requester: 21, tags: MARKED_POST },
    { id: 706, record: rude, requester: 21, tags: MARKED_POST },
    { id: 707, record: rude },
  ]);
});
afterEach(() => stage.closePages());
afterAll(() => stage.stop());

const button = (frame: Frame | Page, name: string) => frame.getByRole('button', { name, exact: true });
const composer = (page: Page) => page.getByRole('textbox', { name: 'Public reply' });

const macrosSchema = z.object({
  macros: z.array(z.object({ id: z.number(), description: z.string().nullish() })),
});

/** Words the macro anew, as provisioning or an administrator would. */
async function wordMacro(key: string, html: string): Promise<void> {
  const { macros } = macrosSchema.parse(await stage.rest('GET', 'macros.json?page[size]=100'));
  const found = macros.find(({ description }) => description?.includes(`[complaint-clock:macro:${key}]`));
  const actions = [{ field: 'comment_value_html', value: html }];
  await stage.rest('PUT', `macros/${found?.id}.json`, { macro: { actions } });
}

const letterIn = (key: 'ask_evidence' | 'behaviour', language: Language): string =>
  textDefinitions(COMPANY, PROMISES).find((text) => text.key === key)?.content[language] ?? '';

async function menu(sidebar: Frame, item: RegExp): Promise<void> {
  await button(sidebar, 'More actions').click();
  await sidebar.getByRole('menuitem', { name: item }).click();
}

test.each([
  'en',
  'de',
] as const)('the reply asks for what is missing alone, in the customer’s language: %s', async (language) => {
  await wordMacro('ask_evidence', letterIn('ask_evidence', language));
  const { page, sidebar } = await stage.open(language === 'en' ? 701 : 702);
  await menu(sidebar, /^Ask for evidence/);
  await expect
    .poll(() => sidebar.getByRole('listitem').allTextContents())
    .toEqual(['Who they spoke with', 'Dates and times', 'E-mail addresses used']);
  await expectAccessible(sidebar);
  await button(sidebar, 'Insert request').click();
  await sidebar.getByText(/In your reply: Request for evidence/).waitFor();
  const { staff, times, emails } = ASKED_ITEMS[language];
  await expect.poll(() => composer(page).locator('li').allTextContents()).toEqual([staff, times, emails]);
});

test('where nothing is missing nothing is asked for', async () => {
  const { sidebar } = await stage.open(703);
  await menu(sidebar, /^Ask for evidence/);
  await sidebar.getByText('Nothing is missing: there is nothing to ask for.').waitFor();
  expect(await button(sidebar, 'Insert request').count()).toBe(0);
  await expectAccessible(sidebar);
});

test('a letter in an administrator’s own words goes in whole', async () => {
  await wordMacro('ask_evidence', '<p>Please send us:</p><ul><li>your bill</li><li>a photo</li></ul>');
  const { page, sidebar } = await stage.open(704);
  await menu(sidebar, /^Ask for evidence/);
  await expect.poll(() => sidebar.getByRole('listitem').count()).toBe(6);
  await button(sidebar, 'Insert request').click();
  await sidebar.getByText(/In your reply: Request for evidence/).waitFor();
  await expect.poll(() => composer(page).locator('li').allTextContents()).toEqual(['your bill', 'a photo']);
});

const notesOf = async (ticketId: number) => JSON.stringify(await stage.updates(ticketId));

test('without an e-mail address it is a letter, addressed from the customer’s profile', async () => {
  await wordMacro('ask_evidence', letterIn('ask_evidence', 'en'));
  await stage.rest('PUT', 'users/21.json', {
    user: { details: 'Flat 12, 3 Devonshire Street\nSheffield\nS3 7SF' },
  });
  const { sidebar } = await stage.open(705);
  await menu(sidebar, /^Ask for evidence/);
  await sidebar.getByRole('heading', { name: 'Request for evidence by post' }).waitFor();
  await expect
    .poll(() => sidebar.getByLabel('To', { exact: true }).inputValue())
    .toBe('Mr Byrne\nFlat 12, 3 Devonshire Street\nSheffield\nS3 7SF');
  const letter = sidebar.getByLabel('Letter', { exact: true });
  await expect
    .poll(() => letter.inputValue())
    .toContain(`• ${ASKED_ITEMS.en.staff}\n• ${ASKED_ITEMS.en.times}`);
  await expect.poll(() => letter.inputValue()).toContain('Hello Mr Byrne,');
  expect(await letter.inputValue()).not.toContain(ASKED_ITEMS.en.phones);
  expect(await letter.inputValue()).not.toContain(ASKED_ITEMS.en.summary);
  await expectAccessible(sidebar);
  await button(sidebar, 'Record as sent').click();
  await expect.poll(() => notesOf(705)).toContain('Request for evidence sent by post on Thu 9 Apr');
  await button(sidebar, 'More actions').waitFor();
  expect(await notesOf(705)).toContain(ASKED_ITEMS.en.emails);
});

test('a letter about behaviour goes by post too, once its place is filled', async () => {
  await wordMacro('behaviour', letterIn('behaviour', 'en'));
  const { sidebar } = await stage.open(706);
  await menu(sidebar, /^Ask to stay polite/);
  await sidebar.getByRole('heading', { name: 'Note on behaviour by post' }).waitFor();
  const letter = sidebar.getByLabel('Letter', { exact: true });
  await expect.poll(() => letter.inputValue()).toContain('not about your complaint itself');
  await button(sidebar, 'Print letter').click();
  await sidebar.getByText(/^Fill in \[…what was said/).waitFor();
  await letter.fill((await letter.inputValue()).replace(/\[….*?…\]/, 'You called our engineer names.'));
  await expectAccessible(sidebar);
  await button(sidebar, 'Record as sent').click();
  await expect.poll(() => notesOf(706)).toContain('Note on behaviour sent by post on Thu 9 Apr');
  expect(await notesOf(706)).toContain('You called our engineer names.');
});

test('by e-mail it goes into the reply, and is offered only where the complaint is marked so', async () => {
  const { page, sidebar } = await stage.open(707);
  await menu(sidebar, /^Ask to stay polite/);
  await expectAccessible(sidebar);
  await button(sidebar, 'Insert letter').click();
  await sidebar.getByText(/In your reply: Note on behaviour/).waitFor();
  await expect.poll(() => composer(page).textContent()).toContain('not about your complaint itself');
  const other = await stage.open(704);
  await button(other.sidebar, 'More actions').click();
  await other.sidebar.getByRole('menuitem', { name: /^Change flags/ }).waitFor();
  expect(await other.sidebar.getByRole('menuitem', { name: /polite/ }).count()).toBe(0);
});
