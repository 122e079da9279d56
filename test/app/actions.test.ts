import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type ClockRecord, decodeRecord } from '../../domain/index.ts';
import type { Demo } from '../demo/demo.ts';
import { type Counter, frameOf, startCounter } from '../e2e/support/counter.ts';
import { chooseFrom, itemsOf } from '../e2e/support/menu.ts';
import type { PageOptions } from '../support/browser.ts';
import { expectAccessible } from './support/axe.ts';
import { tick } from './support/tick.ts';

const TOM = 1003;
const ANNA = 1004;
const PRIYA = 1002;

let counter: Counter;
let demo: Demo;
let folder: string;
let page: Page;
let sidebar: Frame;

/** The promise with leave to move the response once. */
async function policyWithExtension(): Promise<string> {
  const text = await readFile(new URL('../../policies/ask4.yaml', import.meta.url), 'utf8');
  const lenient = text.replace(
    '        doneBy: [responded]\n        warn: 2 working days\n',
    '        doneBy: [responded]\n        warn: 2 working days\n        extension: { atMost: 40 working days, times: 1 }\n',
  );
  expect(lenient).not.toBe(text);
  const file = join(folder, 'lenient.yaml');
  await writeFile(file, lenient);
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-'));
  counter = await startCounter({
    // Thursday before Good Friday.
    now: '2026-04-02T09:00:00Z',
    settings: { POLICY: await policyWithExtension() },
  });
  demo = counter.demo;
});
afterEach(() => counter.closePages());
afterAll(async () => {
  await counter?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function attach(): Promise<Frame> {
  const frame = await frameOf(page);
  await frame.locator('main h2').first().waitFor();
  return frame;
}

async function open(ticketId: number, agent = TOM, options: PageOptions = {}): Promise<void> {
  await counter.closePages();
  page = (await counter.open(ticketId, { agent, ...options })).page;
  sidebar = await attach();
}

/** Loads the page anew. */
async function reload(): Promise<void> {
  await page.reload();
  sidebar = await attach();
}

/** Calls REST as somebody, beside the browser. */
async function call(agent: number, method: 'GET' | 'PUT', path: string, body?: object): Promise<unknown> {
  const { url } = demo.sandbox;
  const session = await fetch(`${url}/__sandbox/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: agent }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const reply = await fetch(`${url}/api/v2/${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(reply.status, await reply.clone().text()).toBe(200);
  return await reply.json();
}

interface Change {
  readonly tags?: readonly string[];
  readonly comment?: { readonly body: string; readonly public: boolean };
  readonly metadata?: object;
  readonly custom_fields?: readonly object[];
  readonly status?: string;
}

/** Changes a ticket as somebody; the tags are added to those that are there. */
async function change(agent: number, ticketId: number, { tags = [], ...ticket }: Change): Promise<void> {
  const all = [...new Set([...(await ticketOf(ticketId)).tags, ...tags])];
  await call(agent, 'PUT', `tickets/${ticketId}.json`, { ticket: { ...ticket, tags: all } });
}

const ticketShape = z.object({
  ticket: z.object({
    status: z.string(),
    group_id: z.number().nullable(),
    assignee_id: z.number().nullable(),
    tags: z.array(z.string()),
    custom_fields: z.array(z.object({ id: z.number(), value: z.unknown() })),
  }),
});
const auditsShape = z.object({
  audits: z.array(
    z.object({
      id: z.number(),
      metadata: z.object({ custom: z.object({ complaint: z.unknown() }).partial().nullish() }),
      events: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
});

async function ticketOf(id: number) {
  return ticketShape.parse(await call(PRIYA, 'GET', `tickets/${id}.json`)).ticket;
}

/** What the latest update of somebody's said to the service, and its internal note. */
async function lastTold(id: number): Promise<{ complaint: unknown; note: unknown }> {
  const told = auditsShape
    .parse(await call(PRIYA, 'GET', `tickets/${id}/audits.json`))
    .audits.filter(({ metadata: { custom } }) => custom?.complaint !== undefined);
  const last = told.findLast(
    ({ metadata: { custom } }) => z.object({ event: z.string() }).safeParse(custom?.complaint).success,
  );
  const note = last?.events.find(({ type }) => type === 'Comment');
  return { complaint: last?.metadata.custom?.complaint, note: note?.body };
}

/** The clock record, once the service has written one of which this is true. */
async function recordWhere(id: number, isMeant: (record: ClockRecord) => boolean): Promise<ClockRecord> {
  let found: ClockRecord | undefined;
  // Zendesk's stamps have whole seconds: the service is sure of one when it has passed.
  demo.sandbox.clock.advance(1_000);
  await expect
    .poll(async () => {
      const { custom_fields } = await ticketOf(id);
      const value = custom_fields.find((field) => field.id === demo.account.fields.record)?.value;
      const decoded = decodeRecord(typeof value === 'string' ? value : '');
      found = decoded.ok && isMeant(decoded.record) ? decoded.record : undefined;
      return found !== undefined;
    })
    .toBe(true);
  if (!found) throw new Error('no such record');
  return found;
}

const button = (name: string | RegExp) =>
  sidebar.getByRole('button', { name, exact: typeof name === 'string' });
const heading = (name: string) => sidebar.getByRole('heading', { name, exact: true });
const composer = () =>
  page.getByRole('textbox', { name: /^(Public reply|Internal note|Öffentliche Antwort)/ });

const actions = () => ({ place: sidebar, button: /^(More actions|Weitere Aktionen)$/ });

const menu = (item: string | RegExp): Promise<void> => chooseFrom(actions(), item);

/** The names of what the menu holds. */
async function menuItems(): Promise<string[]> {
  const names = await itemsOf(actions());
  await page.keyboard.press('Escape');
  return names;
}

async function record(ticketId: number): Promise<void> {
  await change(TOM, ticketId, {
    tags: ['formal_complaint'],
    metadata: { complaint: { event: 'received', channel: 'form' } },
  });
  await recordWhere(ticketId, ({ events }) => events.some(({ kind }) => kind === 'acknowledged'));
}

test('a deadline is extended: the new date is seen before, the customer told after, a hard cap not passed', async () => {
  await record(101);
  await change(TOM, 101, {
    comment: { body: 'We have asked the engineer.', public: true },
    tags: ['complaint_update_sent'],
  });
  const before = await recordWhere(101, ({ stage }) => stage === 'updated');
  expect(before.deadlines.find(({ duty }) => duty === 'response')?.dueDate).toBe('2026-04-15');
  await open(101);
  await menu(/^Extend deadline/);
  await expect.poll(() => sidebar.evaluate('document.activeElement.textContent')).toBe('Extend deadline');
  await sidebar.getByLabel('Longer by').fill('41');
  await sidebar.getByText('The policy does not allow this deadline to become that long.').waitFor();
  await sidebar.getByLabel('Longer by').fill('39');
  await sidebar.getByText(/past the regulator’s limit of .+, which nothing moves/).waitFor();
  await sidebar.getByLabel('Longer by').fill('3');
  await button('Extend to Mon 20 Apr').click();
  await sidebar.getByText('Give the reason. It goes into the internal note.').waitFor();
  await expectAccessible(sidebar);

  // What was entered survives a reload.
  await sidebar.getByLabel('Reason').selectOption({ index: 1 });
  await reload();
  await heading('Extend deadline').waitFor();
  await expect.poll(() => sidebar.getByLabel('Longer by').inputValue()).toBe('3');
  const mend = demo.sandbox.faults.add(({ path, caller }) =>
    caller === 'browser' && path.includes('/apply.json') ? { cut: true } : undefined,
  );
  await button('Extend to Mon 20 Apr').click();

  // It is recorded, and no second extension allowed: the letter is offered until it is in the reply.
  await sidebar.getByText('Recorded. Only the letter is still missing in your reply.').waitFor();
  await recordWhere(101, ({ deadlines }) => deadlines.some(({ extensions }) => extensions));
  await reload();
  mend();
  await button('Insert letter').click();
  await sidebar.getByText(/In your reply: Extension/).waitFor();
  const reply = () => composer().textContent();
  await expect.poll(reply).toContain('We are still working on your complaint');
  await expect.poll(reply).toContain('You will have our answer by 20 April 2026.');
  const { complaint, note } = await lastTold(101);
  expect(complaint).toMatchObject({
    event: 'extended',
    regime: 'ask4',
    duty: 'response',
    within: '3 working days',
  });
  expect(note).toContain('Formal response extended from Wed 15 Apr to Mon 20 Apr.');
  const after = await recordWhere(101, ({ deadlines }) => deadlines.some(({ extensions }) => extensions));
  expect(after.deadlines.find(({ duty }) => duty === 'response')?.dueDate).toBe('2026-04-20');
  await sidebar.getByText('Mon 20 Apr').first().waitFor();
  // Once is all that this policy allows.
  await button('Remove').click();
  expect(await menuItems()).not.toContainEqual(expect.stringMatching(/^Extend deadline/));
});

test('an extension is told by post where there is no e-mail address', async () => {
  await change(TOM, 105, {
    tags: ['formal_complaint'],
    metadata: { complaint: { event: 'received', channel: 'letter' } },
  });
  await recordWhere(105, ({ stage }) => stage === 'received');
  await change(TOM, 105, {
    comment: { body: 'Posted.', public: false },
    metadata: {
      complaint: { event: 'updated', posted_at: new Date(demo.sandbox.clock.now()).toISOString() },
    },
  });
  await recordWhere(105, ({ stage }) => stage === 'updated');
  await open(105);
  await menu(/^Extend deadline/);
  await sidebar.getByLabel('Longer by').fill('3');
  await sidebar.getByLabel('Reason').selectOption({ index: 1 });
  await button('Extend to Mon 20 Apr').click();
  await heading('Extension by post').waitFor();
  const letter = () => sidebar.getByLabel('Letter', { exact: true }).inputValue();
  await expect.poll(letter).toContain('You will have our answer by 20 April 2026.');
  await recordWhere(105, ({ deadlines }) => deadlines.some(({ extensions }) => extensions));
  await button('Record as sent').click();
  await button('More actions').waitFor();
  const { audits } = auditsShape.parse(await call(PRIYA, 'GET', 'tickets/105/audits.json'));
  const notes = audits.flatMap(({ events }) => events.flatMap(({ body }) => (body ? [body] : [])));
  expect(notes).toContainEqual(expect.stringMatching(/^Extension sent by post on .*\n\n/));
  expect((await lastTold(105)).complaint).toMatchObject({ event: 'extended', within: '3 working days' });
});

test('the record is put right, what sets the complaint apart is changed, and it is withdrawn and taken up again', async () => {
  await record(109);
  await open(109);
  await menu(/^Correct the record/);
  await sidebar.getByLabel('Date', { exact: true }).fill('1 Apr 2026');
  await sidebar.getByLabel('Date', { exact: true }).press('Tab');
  await sidebar.getByLabel('Time', { exact: true }).fill('16:00');
  const moves = sidebar.getByRole('region', { name: 'What moves' });
  await moves.getByText('Acknowledgement').waitFor();
  await button('Correct').click();
  await sidebar.getByText('Give the reason. It goes into the internal note.').waitFor();
  await expectAccessible(sidebar);
  await sidebar.getByLabel('Reason').fill('The form came in the day before.');
  await button('Correct').click();
  await recordWhere(109, ({ events }) => events[0]?.at === Date.parse('2026-04-01T15:00:00Z'));

  // A second correction of the same audit keeps what the first has put right.
  await menu(/^Correct the record/);
  await sidebar.getByLabel('What is wrong?').selectOption({ label: 'How it came in' });
  await button('Correct').click();
  await sidebar.getByText('The record says so already.').waitFor();
  await sidebar.getByLabel('It came in by').selectOption({ index: 3 });
  await sidebar.getByLabel('Reason').fill('It was no form.');
  await button('Correct').click();
  const corrected = await recordWhere(109, ({ channel }) => channel !== 'form');
  expect(corrected.events[0]?.at).toBe(Date.parse('2026-04-01T15:00:00Z'));

  await menu(/^Change flags/);
  await button('Save').click();
  await sidebar.getByText('Nothing has changed.').waitFor();
  await tick(sidebar.getByRole('checkbox', { name: 'is about personal data' }));
  await expectAccessible(sidebar);
  await button('Save').click();
  await recordWhere(109, ({ flags }) => flags?.join() === 'data_protection');
  expect((await ticketOf(109)).tags).toContain('complaint_flag_data_protection');

  await menu(/^Withdrawn/);
  await button('Record as withdrawn').click();
  await sidebar.getByText('Choose how the customer told us.').waitFor();
  await tick(sidebar.getByRole('radio', { name: 'Phone' }));
  await sidebar.getByLabel('Date', { exact: true }).fill('1 Mar 2026');
  await sidebar.getByLabel('Date', { exact: true }).press('Tab');
  await button('Record as withdrawn').click();
  await sidebar.getByText('This lies before the complaint arrived. Check the date.').waitFor();
  await expectAccessible(sidebar);
  await sidebar.getByLabel('Date', { exact: true }).fill('2 Apr 2026');
  await sidebar.getByLabel('Date', { exact: true }).press('Tab');
  await button('Record as withdrawn').click();
  await sidebar.getByText('Withdrawn by the customer', { exact: true }).waitFor();
  await recordWhere(109, ({ stage }) => stage === 'ended');

  await button('Reopen').click();
  await button('Reopen').click();
  await sidebar.getByText('Give the reason. It goes into the internal note.').waitFor();
  await sidebar.getByLabel('Reason').fill('The customer has changed their mind.');
  await button('Reopen').click();
  await recordWhere(109, ({ stage }) => stage === 'acknowledged');

  await menu(/^Not a complaint/);
  await sidebar.getByLabel('Reason').selectOption({ label: 'Only a question' });
  await button('End the complaint').click();
  await sidebar.getByText('Not a complaint after all', { exact: true }).waitFor();
  await expect
    .poll(async () => (await lastTold(109)).complaint)
    .toEqual({ event: 'not_a_complaint', reason: 'question' });
});

test('an appeal goes to somebody else, then to the ombudsman, until it is decided', async () => {
  await record(103);
  const outcome = { id: demo.account.fields.outcome, value: 'complaint_outcome_not_upheld' };
  await change(TOM, 103, {
    comment: { body: 'This is our answer.', public: true },
    tags: ['complaint_response_sent'],
    custom_fields: [outcome],
    status: 'pending',
  });
  await recordWhere(103, ({ stage }) => stage === 'responded');
  demo.sandbox.clock.set('2026-04-07T08:00:00Z');
  await open(103);
  await sidebar.getByText('Not upheld').first().waitFor();
  await menu(/^Record appeal/);
  await expectAccessible(sidebar);
  await button('Record appeal').click();
  await recordWhere(103, ({ stage }) => stage === 'appealed');

  await heading('Someone else, please').waitFor();
  await sidebar.getByText('Since Tue 7 Apr', { exact: true }).waitFor();
  await expectAccessible(sidebar);
  await button('Assign to team lead').click();
  await sidebar.getByLabel('Team', { exact: true }).selectOption({ label: 'Kundenservice Deutschland' });
  await button('Assign to team lead').click();
  await expect.poll(async () => await ticketOf(103)).toMatchObject({ group_id: 502, assignee_id: null });

  await open(103, PRIYA);
  await button('Write outcome').waitFor();
  await expect.poll(() => heading('Someone else, please').count()).toBe(0);
  await button('Acknowledge it first').click();
  await sidebar.getByText(/In your reply: Appeal acknowledgement/).waitFor();
  await button('Remove').click();
  await button('Write outcome').click();
  await button('Insert into reply').click();
  await sidebar.getByText('Choose an outcome first.').waitFor();
  await tick(sidebar.getByRole('radio', { name: 'Partly' }));
  await button('Insert into reply').click();
  await sidebar.getByText(/In your reply: Appeal outcome/).waitFor();
  await expect.poll(() => composer().textContent()).toContain('This is the outcome.');
  await change(PRIYA, 103, {
    comment: { body: 'We have looked again.', public: true },
    tags: ['complaint_response_sent'],
  });
  await recordWhere(103, ({ events }) => events.some(({ kind }) => kind === 'appeal_responded'));

  await open(103, PRIYA);
  await menu(/^No agreement/);
  await sidebar.getByText(/Communications Ombudsman/).waitFor();
  await sidebar.getByLabel('What could not be agreed').fill('The amount.');
  await expectAccessible(sidebar);
  await button('Insert ADR letter').click();
  await sidebar.getByText(/In your reply: ADR letter/).waitFor();
  await expect.poll(() => composer().textContent()).toContain('free of charge');
  expect(await lastTold(103)).toEqual({
    complaint: { event: 'deadlock' },
    note: 'No agreement can be reached: The amount.',
  });
  await recordWhere(103, ({ events }) => events.some(({ kind }) => kind === 'deadlock'));
  await change(PRIYA, 103, {
    comment: { body: 'You may go to the ombudsman.', public: true },
    tags: ['complaint_adr_letter_sent'],
  });
  await recordWhere(103, ({ events }) => events.some(({ kind }) => kind === 'adr_letter_sent'));

  await open(103, PRIYA);
  await menu(/^Record referral/);
  await sidebar.getByLabel('Reference').fill('this is a sentence');
  await button('Record').click();
  await sidebar.getByText(/A reference has letters, digits/).waitFor();
  await sidebar.getByLabel('Reference').fill('CO-2026-11873');
  await expectAccessible(sidebar);
  await button('Record').click();
  await recordWhere(103, ({ stage }) => stage === 'referred');
  await sidebar.getByText('CO-2026-11873').waitFor();
  await button('Enter the ombudsman’s date').click();
  await button('Save date').click();
  await sidebar.getByText('Enter a date.').waitFor();
  await expect.poll(() => sidebar.getByLabel('Reference').inputValue()).toBe('CO-2026-11873');
  await sidebar.getByLabel('Case file due on').fill('14 Apr');
  await sidebar.getByLabel('Case file due on').press('Tab');
  await expectAccessible(sidebar);
  await button('Save date').click();
  const set = await recordWhere(103, ({ deadlines }) =>
    deadlines.some(({ regime }) => regime === 'ombudsman'),
  );
  expect(set.deadlines.at(-1)).toMatchObject({ duty: 'case_file', dueDate: '2026-04-14' });
  await heading('Send case file').waitFor();
  await expectAccessible(sidebar);
  await button('Change').click();
  await button('Cancel').click();
  await button('Record case file as sent').click();
  await button('Record case file as sent').click();
  await recordWhere(103, ({ deadlines }) => deadlines.at(-1)?.doneAt !== undefined);

  await button('Record decision').click();
  await button('Record decision').click();
  await sidebar.getByText('Choose what was decided.').waitFor();
  await sidebar.getByText('Choose whether it is accepted.').waitFor();
  await sidebar.getByLabel('Decision', { exact: true }).selectOption({ label: 'Partly upheld' });
  await tick(sidebar.getByRole('radio', { name: 'Yes', exact: true }));
  await expectAccessible(sidebar);
  await button('Record decision').click();
  await recordWhere(103, ({ events }) => events.some(({ kind }) => kind === 'decided'));
  expect((await lastTold(103)).complaint).toMatchObject({ decision: 'partly_upheld', accepted: true });
});

test('an answered complaint is closed with its ticket, and reopened until Zendesk locks it', async () => {
  await record(110);
  const outcome = { id: demo.account.fields.outcome, value: 'complaint_outcome_upheld' };
  await change(ANNA, 110, {
    comment: { body: 'Unsere Antwort.', public: true },
    tags: ['complaint_response_sent'],
    custom_fields: [outcome],
  });
  await recordWhere(110, ({ stage }) => stage === 'responded');
  await open(110, ANNA, { colorScheme: 'dark', timezoneId: 'Europe/Berlin' });
  await button('Beschwerde abschließen').click();
  await expectAccessible(sidebar);
  await button('Beschwerde abschließen').click();
  await recordWhere(110, ({ stage }) => stage === 'closed');
  expect((await ticketOf(110)).status).toBe('solved');
  await sidebar.getByText(/Zendesk sperrt das Ticket spätestens/).waitFor();
  await expectAccessible(sidebar);
  await button('Wieder öffnen').click();
  await sidebar.getByLabel('Grund').fill('Es kam noch etwas.');
  await button('Wieder öffnen').click();
  await recordWhere(110, ({ stage }) => stage === 'responded');
  expect((await ticketOf(110)).status).toBe('open');
});
