import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { cases } from './support/cases.ts';
import { withKeptPages } from './support/kept-pages.ts';
import { type PromisesServer, startPromises } from './support/promises.ts';
import { agents, fields, type Stage, startStage } from './support/stage.ts';
import { tick } from './support/tick.ts';
import { button, composer } from './support/updates.ts';

let service: PromisesServer;
let stage: Stage;
beforeAll(async () => {
  service = await startPromises();
  const tickets = [
    { id: 601, record: cases.onTrack },
    { id: 602, record: cases.awaitingResponse },
    { id: 603, record: cases.awaitingResponse },
    { id: 604, record: cases.appealed },
    { id: 605, record: cases.acknowledgementDue, tags: ['formal_complaint', 'complaint_needs_person'] },
    { id: 606, record: cases.awaitingResponse },
    { id: 607, record: cases.onTrack },
    { id: 608, record: cases.awaitingResponse },
    { id: 609 },
    { id: 610 },
    { id: 611, via: 'voice' },
  ];
  stage = withKeptPages(await startStage(tickets, { settings: service.settings }));
});
afterEach(async () => {
  stage.sandbox.faults.clear();
  await stage.closePages();
});
afterAll(async () => {
  await stage.stop();
  await service.stop();
});

const heldBack = (page: Page, words: string) =>
  expect.poll(() => page.getByRole('alert').allTextContents()).toContainEqual(expect.stringContaining(words));

async function submitAs(page: Page, status: string): Promise<void> {
  await button(page, 'Submit with another status').click();
  await page.getByRole('menuitem', { name: status }).click();
}

async function giveReason(sidebar: Frame, words: string): Promise<void> {
  await sidebar.getByLabel('Reason to go on').fill(words);
  await button(sidebar, 'Go on with this reason').click();
  await sidebar
    .getByText(/^Reason noted\. Submit again/)
    .first()
    .waitFor();
}

const metadataOf = async (ticketId: number) =>
  (await stage.updates(ticketId)).map(({ metadata }) => metadata.custom);

const passed = (code: string) => ({ complaint: { event: 'noted', topic: 'guard_passed', code } });

test('solving with an open duty needs a reason, which goes into an internal note', async () => {
  const { page, sidebar } = await stage.open(601);
  await submitAs(page, 'Submit as Solved');
  await heldBack(page, 'Status update and Formal response are still owed.');
  await sidebar.getByRole('heading', { name: 'Not sent yet' }).waitFor();
  await expectAccessible(sidebar);
  expect(await stage.updates(601)).toEqual([]);
  await button(sidebar, 'Go on with this reason').click();
  await sidebar.getByText('Give the reason in a few words.').waitFor();
  await giveReason(sidebar, 'answered on ticket 12');
  expect(await stage.updates(601)).toEqual([]);
  await submitAs(page, 'Submit as Solved');
  await expect.poll(() => stage.updates(601)).toHaveLength(2);
  expect((await metadataOf(601))[1]).toEqual(passed('open_duty'));
  const [, note] = await stage.updates(601);
  expect(JSON.stringify(note?.events)).toContain('Reason: answered on ticket 12');
  await expect.poll(() => sidebar.getByRole('main').getByText('Reason noted.').count()).toBe(0);
});

test('the response itself fulfils what is owed', async () => {
  const { page, sidebar } = await stage.open(602);
  await button(sidebar, 'Write formal response').click();
  await sidebar.getByRole('radio', { name: 'Upheld', exact: true }).check();
  await button(sidebar, 'Insert into reply').click();
  await button(page, 'Submit as Solved').click();
  await sidebar.getByText('Formal response sent.').waitFor();
});

test('who is named in the complaint does not answer it without a reason', async () => {
  await stage.rest('PUT', 'tickets/603.json', {
    ticket: { custom_fields: [{ id: fields.evidence_staff, value: 'Mrs Shah, Tom' }] },
  });
  const { page, sidebar } = await stage.open(603);
  await button(sidebar, 'Write formal response').click();
  await sidebar.getByRole('radio', { name: 'Upheld', exact: true }).check();
  await button(sidebar, 'Insert into reply').click();
  await sidebar.getByText('In your reply: Formal response.').waitFor();
  await button(page, 'Submit as Solved').click();
  await heldBack(page, 'You are named in this complaint. Somebody else should answer it.');
  await giveReason(sidebar, 'only one on duty');
  await button(page, 'Submit as Solved').click();
  await sidebar.getByText('Formal response sent.').waitFor();
  await expect.poll(() => metadataOf(603)).toContainEqual(passed('conflict'));
});

describe('the appeal', () => {
  test('is not answered by whoever wrote the response', async () => {
    await stage.rest('PUT', 'tickets/604.json', {
      ticket: {
        tags: ['formal_complaint', 'complaint_stage_appealed', 'complaint_response_sent'],
        comment: { body: 'Our response.', public: true, author_id: agents.english },
      },
    });
    await stage.rest('PUT', 'tickets/604.json', {
      ticket: { tags: ['formal_complaint', 'complaint_stage_appealed'] },
    });
    const { page, sidebar } = await stage.open(604);
    const before = (await stage.updates(604)).length;
    await button(page, 'Apply macro').click();
    await page.getByRole('menuitem', { name: 'Complaint: appeal_outcome' }).click();
    await sidebar.getByText('In your reply: Appeal outcome.').waitFor();
    await sidebar.getByRole('radio', { name: 'Upheld', exact: true }).check();
    await button(page, 'Submit as Open').click();
    await heldBack(page, 'You wrote the first response.');
    expect(await stage.updates(604)).toHaveLength(before);
  });
});

test('a second acknowledgement is held back once', async () => {
  const { page, sidebar } = await stage.open(605);
  await button(sidebar, 'Write acknowledgement').click();
  await sidebar.getByText('In your reply: Acknowledgement.').waitFor();
  await stage.rest('PUT', 'tickets/605.json', {
    ticket: {
      tags: ['formal_complaint', 'complaint_ack_sent'],
      comment: { body: 'We have received your complaint.', public: true },
    },
  });
  await stage.rest('PUT', 'tickets/605.json', { ticket: { tags: ['formal_complaint'] } });
  await button(page, 'Submit as Open').click();
  await heldBack(page, 'The customer got an acknowledgement on Thu 9 Apr');
  await sidebar.getByText('Submit again if you mean it.').waitFor();
  await button(page, 'Submit as Open').click();
  await expect.poll(() => composer(page).textContent()).toBe('');
});

test('what can’t be looked at holds nobody back, and says so', async () => {
  await stage.rest('PUT', 'tickets/606.json', {
    ticket: { custom_fields: [{ id: fields.evidence_staff, value: 'Tom' }], assignee_id: agents.german },
  });
  const { page, sidebar } = await stage.open(606);
  await button(sidebar, 'Write another status update').click();
  await sidebar.getByText('In your reply: Status update.').waitFor();
  await composer(page).fill('We are still looking into your complaint. You will hear from us again soon.');
  stage.sandbox.faults.add(({ path }) =>
    path.includes('show_many') ? { status: 503, body: '{}' } : undefined,
  );
  await button(page, 'Submit as Open').click();
  await expect.poll(() => composer(page).textContent()).toBe('');
  await sidebar.getByRole('heading', { name: 'Not everything could be checked before saving' }).waitFor();
});

describe('plain language', () => {
  test('hard words and long sentences of the reply are named, quietly, and nothing is held back', async () => {
    const { page, sidebar } = await stage.open(607);
    await button(sidebar, 'Write status update').waitFor();
    const long = `We have ${'asked the depot again and '.repeat(6)}heard nothing`;
    await composer(page).fill(`Dear Ms Patel, the packet loss at your CPE is gone. ${long}.`);
    const advice = sidebar.getByRole('region', { name: 'Plain language' });
    await advice.getByRole('heading', { name: '3 things to say more plainly' }).waitFor();
    expect(await advice.getByRole('listitem').count()).toBe(0);
    expect(await sidebar.getByRole('status').textContent()).toBe('');
    await advice.getByRole('button', { name: 'Show' }).click();
    await expect
      .poll(() => advice.getByRole('listitem').allTextContents())
      .toEqual([
        '“packet loss” better: data getting lost on the way',
        '“CPE” better: your router',
        'Long: “We have asked the depot …” 34 words',
      ]);
    await expectAccessible(sidebar);
    await composer(page).fill('Your router works again.');
    await expect.poll(() => advice.count()).toBe(0);
  });

  test('in the language of the reply, not of the agent', async () => {
    const { page, sidebar } = await stage.open(608);
    await composer(page).fill('Wir haben die Latenz behoben und die Leitung für Sie geprüft.');
    await sidebar.getByRole('heading', { name: '1 thing to say more plainly' }).waitFor();
    await button(page, 'Internal note').click();
    await expect.poll(() => sidebar.getByText('to say more plainly').count()).toBe(0);
  });
});

test.each([
  [agents.notesOnly, 'You can only write internal notes'],
  [agents.untagged, 'Your role can’t add tags'],
])('an agent whose replies would not count is told so, with the way round', async (agent, title) => {
  const { sidebar } = await stage.open(607, { agent });
  await sidebar.getByRole('heading', { name: title }).waitFor();
  await expectAccessible(sidebar);
});

describe('who may add no tags records no complaint', () => {
  const refusal = /^No complaint was recorded: Zendesk keeps no tag from you/;

  test('is told before the form is filled in, and nothing is written', async () => {
    const { sidebar } = await stage.open(609, { agent: agents.untagged });
    await button(sidebar, 'Record complaint').click();
    await sidebar.getByText(/^A complaint is recorded by a tag\. Ask a colleague/).waitFor();
    await sidebar.getByLabel('Summary').fill('No connection.');
    await button(sidebar, 'Record complaint').click();
    await sidebar.getByText(refusal).waitFor();
    await expect.poll(() => sidebar.getByLabel('Summary').inputValue()).toBe('No connection.');
    expect(await stage.updates(609)).toEqual([]);
  });

  test('where the role can’t be read, the saved ticket tells', async () => {
    stage.sandbox.faults.add(({ path }) =>
      path.includes('/custom_roles/') ? { status: 403, body: '{}' } : undefined,
    );
    const { sidebar } = await stage.open(610, { agent: agents.untagged });
    await button(sidebar, 'Record complaint').click();
    await button(sidebar, 'Record complaint').click();
    await sidebar.getByText(refusal).waitFor();
    await sidebar.getByRole('heading', { name: 'Record complaint' }).waitFor();
  });

  test('nor takes one by phone as an exception', async () => {
    const { sidebar } = await stage.open(611, { agent: agents.untagged });
    await tick(sidebar.getByRole('radio', { name: 'Customer needs support to write' }));
    await button(sidebar, 'Record as exception').click();
    await sidebar.getByText(refusal).waitFor();
    expect(await stage.updates(611)).toEqual([]);
  });
});
