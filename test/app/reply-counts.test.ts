import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { cases } from './support/cases.ts';
import { agents, type Stage, startStage } from './support/stage.ts';

// Whether a reply counts, however it was written, decides what the guards ask.

const ADMIN = 10;
const RESPONSE = 'complaint_response_sent';

let stage: Stage;
/** The drop-down "This reply is ...". */
let replyIs: number;

async function post(path: string, body: object): Promise<unknown> {
  const { url } = stage.sandbox;
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${url}/__sandbox/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ user_id: ADMIN }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const reply = await fetch(`${url}/api/v2/${path}`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify(body),
  });
  expect(reply.status, await reply.clone().text()).toBe(201);
  return await reply.json();
}

const formsSchema = z.object({
  ticket_forms: z.array(z.object({ id: z.number(), ticket_field_ids: z.array(z.number()) })),
});

/** Puts the drop-down onto the form, or takes it off. */
async function showReplyField(shown: boolean): Promise<void> {
  const { ticket_forms } = formsSchema.parse(await stage.rest('GET', 'ticket_forms.json'));
  for (const { id, ticket_field_ids: ids } of ticket_forms) {
    const others = ids.filter((one) => one !== replyIs);
    const ticket_field_ids = shown ? [...others, replyIs] : others;
    await stage.rest('PUT', `ticket_forms/${id}.json`, { ticket_form: { ticket_field_ids } });
  }
}

beforeAll(async () => {
  const ids = [801, 802, 803, 804, 805, 806, 807, 808];
  stage = await startStage([
    ...ids.map((id) => ({ id, record: cases.awaitingResponse })),
    { id: 811, record: cases.appealed, tags: ['formal_complaint', 'complaint_stage_appealed'] },
    { id: 812, record: cases.acknowledgementDue, tags: ['formal_complaint', 'complaint_needs_person'] },
  ]);
  const made = await post('ticket_fields.json', {
    ticket_field: {
      type: 'tagger',
      title: 'Complaint: this reply is',
      description: 'For roles without tags. [complaint-clock:field:reply_is]',
      custom_field_options: [
        { name: 'Formal response', value: RESPONSE },
        { name: 'Acknowledgement', value: 'complaint_ack_sent' },
      ],
    },
  });
  replyIs = z.object({ ticket_field: z.object({ id: z.number() }) }).parse(made).ticket_field.id;
  // Zendesk's own form shows every new field.
  await showReplyField(false);
});
afterEach(() => stage.closePages());
afterAll(() => stage.stop());

const button = (frame: Frame | Page, name: string) => frame.getByRole('button', { name, exact: true });
const composer = (page: Page) => page.getByRole('textbox', { name: 'Public reply' });
const heldBack = (page: Page, words: string) =>
  expect.poll(() => page.getByRole('alert').allTextContents()).toContainEqual(expect.stringContaining(words));
const OWED = 'Formal response is still owed.';

async function submitAs(page: Page, status: string): Promise<void> {
  await button(page, 'Submit with another status').click();
  await page.getByRole('menuitem', { name: `Submit as ${status}` }).click();
}

async function applyMacro(page: Page, name: string): Promise<void> {
  await button(page, 'Apply macro').click();
  await page.getByRole('menuitem', { name: `Complaint: ${name}` }).click();
}

const macroNames = async (ticketId: number) =>
  (await stage.updates(ticketId)).flatMap(({ events }) =>
    events.flatMap(({ type, macro_title }) => (type === 'AgentMacroReference' ? [macro_title] : [])),
  );

describe('an agent who may not add tags', () => {
  const agent = agents.untagged;

  test('is asked nothing with Zendesk’s own macro, which counts, and is then known to have answered', async () => {
    const { page, sidebar } = await stage.open(801, { agent });
    await applyMacro(page, 'response_upheld');
    await sidebar.getByText(/In your reply: Formal response/).waitFor();
    await sidebar.getByRole('radio', { name: 'Upheld', exact: true }).check();
    await submitAs(page, 'Solved');
    await expect.poll(() => macroNames(801)).toEqual(['Complaint: response_upheld']);
    await sidebar.getByText('Formal response sent.').waitFor();
    await expect.poll(() => sidebar.getByRole('heading', { name: 'Not sent yet' }).count()).toBe(0);
  });

  test('is asked where the reply of the sidebar would not count', async () => {
    const { page, sidebar } = await stage.open(802, { agent });
    await button(sidebar, 'Write formal response').click();
    await sidebar.getByRole('radio', { name: 'Upheld', exact: true }).check();
    await button(sidebar, 'Insert into reply').click();
    await sidebar.getByText(/Without a tag this reply does not count as Formal response by itself/).waitFor();
    await submitAs(page, 'Solved');
    await heldBack(page, OWED);
    expect(await stage.updates(802)).toEqual([]);
  });

  test('with the drop-down on the form a reply in own words counts, but not without an outcome', async () => {
    onTestFinished(() => showReplyField(false));
    await showReplyField(true);
    const { page, sidebar } = await stage.open(803, { agent });
    await sidebar.getByText(/count by the field “Complaint: this reply is”/).waitFor();
    await composer(page).fill('We have looked into it, and you are right.');
    await submitAs(page, 'Solved');
    await heldBack(page, OWED);
    await page.getByRole('combobox', { name: 'Complaint: this reply is' }).click();
    await page.getByRole('option', { name: 'Formal response' }).click();
    await submitAs(page, 'Solved');
    await heldBack(page, 'choose an outcome in the sidebar');
    await page.getByRole('combobox', { name: 'Complaint: outcome' }).click();
    await page.getByRole('option', { name: 'not upheld', exact: true }).click();
    await submitAs(page, 'Solved');
    await expect.poll(() => stage.updates(803)).toHaveLength(1);
  });
});

test('the tag set by hand counts a reply in own words', async () => {
  const { page } = await stage.open(804);
  await page.getByRole('textbox', { name: 'Tags' }).fill(RESPONSE);
  await page.keyboard.press('Enter');
  await composer(page).fill('We have looked into it, and you are right.');
  await submitAs(page, 'Solved');
  await heldBack(page, 'choose an outcome in the sidebar');
  await page.getByRole('combobox', { name: 'Complaint: outcome' }).click();
  await page.getByRole('option', { name: 'upheld', exact: true }).click();
  await submitAs(page, 'Solved');
  await expect.poll(() => stage.updates(804)).toHaveLength(1);
});

test('a macro whose tag is taken off, or whose text is replaced, still counts, and that is said', async () => {
  const { page, sidebar } = await stage.open(805);
  await applyMacro(page, 'response_upheld');
  await sidebar.getByText(/In your reply: Formal response/).waitFor();
  await sidebar.getByRole('radio', { name: 'Upheld', exact: true }).check();
  await button(page, `Remove tag ${RESPONSE}`).click();
  await composer(page).fill('You are right, and we are sorry.');
  await sidebar.getByText(/It still counts as Formal response: Zendesk notes the macro/).waitFor();
  await submitAs(page, 'Solved');
  await expect.poll(() => macroNames(805)).toEqual(['Complaint: response_upheld']);
});

/** Sends a macro's message as somebody who may add no tags: the audit names the macro, and nothing else tells of it. */
async function sendMacro(ticketId: number, name: string): Promise<void> {
  const { page, sidebar } = await stage.open(ticketId, { agent: agents.untagged });
  await applyMacro(page, name);
  await sidebar.getByText(/In your reply:/).waitFor();
  await button(page, 'Submit as Open').click();
  await expect.poll(() => macroNames(ticketId)).toEqual([`Complaint: ${name}`]);
  await stage.closePages();
}

test('an acknowledgement that only its macro tells of makes a second one be asked about', async () => {
  await sendMacro(812, 'acknowledgement');
  const { page, sidebar } = await stage.open(812);
  await button(sidebar, 'Write acknowledgement').click();
  await sidebar.getByText('In your reply: Acknowledgement.').waitFor();
  await button(page, 'Submit as Open').click();
  await heldBack(page, 'The customer got an acknowledgement on Thu 9 Apr');
});

test('whose response only the macro tells of should not answer the appeal', async () => {
  const { page, sidebar } = await stage.open(811, { agent: agents.untagged });
  await stage.rest('PUT', 'tickets/811.json', {
    ticket: {
      macro_ids: [await macroId('response_upheld')],
      comment: { body: 'Our response.', public: true, author_id: agents.untagged },
    },
  });
  await applyMacro(page, 'appeal_outcome');
  await sidebar.getByText('In your reply: Appeal outcome.').waitFor();
  await sidebar.getByRole('radio', { name: 'Upheld', exact: true }).check();
  await button(page, 'Submit as Open').click();
  await heldBack(page, 'You wrote the first response.');
});

async function macroId(name: string): Promise<number | undefined> {
  const { macros } = z
    .object({ macros: z.array(z.object({ id: z.number(), title: z.string() })) })
    .parse(await stage.rest('GET', 'macros.json?page[size]=100'));
  return macros.find(({ title }) => title === `Complaint: ${name}`)?.id;
}

test('with tagging switched off for the account every agent is told, and asked where a reply would not count', async () => {
  const setTagging = async (tagging: boolean): Promise<void> =>
    void (await stage.rest('PUT', 'account/settings.json', { settings: { tickets: { tagging } } }));
  onTestFinished(() => setTagging(true));
  await setTagging(false);
  const { page, sidebar } = await stage.open(806);
  await sidebar.getByRole('heading', { name: 'Tags are switched off in this account' }).waitFor();
  await sidebar.getByText(/Your Zendesk admin can switch tags on/).waitFor();
  await button(sidebar, 'Write formal response').click();
  await sidebar.getByRole('radio', { name: 'Upheld', exact: true }).check();
  await button(sidebar, 'Insert into reply').click();
  await sidebar.getByText(/Without a tag this reply does not count/).waitFor();
  await submitAs(page, 'Solved');
  await heldBack(page, OWED);
  await setTagging(true);
  const again = await stage.open(807);
  await button(again.sidebar, 'Write formal response').waitFor();
  expect(await again.sidebar.getByRole('heading', { name: /tags/i }).count()).toBe(0);
});
