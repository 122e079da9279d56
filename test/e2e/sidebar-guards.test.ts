import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  appears,
  type Counter,
  composer,
  fillPlaces,
  goes,
  type LedgerCase,
  type Opened,
  startCounter,
  submit,
} from './support/counter.ts';
import { chooseFrom } from './support/menu.ts';

// What crosses sidebar, Zendesk and service, told as cases from day to day: each step is done in the sidebar, under
// Zendesk's own SDK (from npm), and looked for in the service's ledger.

const PRIYA = 1002;
const TOM = 1003;

let folder: string;
let counter: Counter;

/** The promise, with leave to move the response once. */
async function policyWithExtension(): Promise<string> {
  const text = await readFile(new URL('../../policies/ask4.yaml', import.meta.url), 'utf8');
  const duty = '        doneBy: [responded]\n        warn: 2 working days\n';
  const lenient = text.replace(duty, `${duty}        extension: { atMost: 40 working days, times: 1 }\n`);
  expect(lenient).not.toBe(text);
  const file = join(folder, 'lenient.yaml');
  await writeFile(file, lenient);
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-'));
  // Thursday before Good Friday.
  counter = await startCounter({
    now: '2026-04-02T09:00:00Z',
    settings: { POLICY: await policyWithExtension() },
  });
});
afterEach(() => counter.closePages());
afterAll(async () => {
  await counter?.stop();
  await rm(folder, { recursive: true, force: true });
});

const button = ({ sidebar }: Opened, name: string | RegExp) =>
  sidebar.getByRole('button', { name, exact: typeof name === 'string' });

async function menu(opened: Opened, item: RegExp): Promise<void> {
  await chooseFrom({ place: opened.sidebar, button: 'More actions' }, item);
}

async function submitAs({ page }: Opened, status: string): Promise<void> {
  await page.getByRole('button', { name: 'Submit with another status' }).click();
  await page.getByRole('menuitem', { name: `Submit as ${status}` }).click();
}

/** Waits until the ledger has the case so. */
async function ledgerWhere(ticketId: number, isMeant: (found: LedgerCase) => boolean): Promise<LedgerCase> {
  let found: LedgerCase | undefined;
  await expect
    .poll(async () => {
      found = await counter.ledger(ticketId);
      return found !== undefined && isMeant(found);
    })
    .toBe(true);
  if (!found) throw new Error('the ledger has no such case');
  return found;
}

const has = (kind: string, topic?: string) => (found: LedgerCase) =>
  found.events.some((event) => event.kind === kind && (!topic || event.payload.topic === topic));
const noted = ({ events }: LedgerCase, topic: string) =>
  events.find(({ payload }) => payload.topic === topic)?.payload;
const dueOf = ({ deadlines }: LedgerCase, duty: string) =>
  deadlines.find((one) => one.duty === duty)?.dueDate;

/** Nobody answers in the second in which a message went out. */
function timePasses(): void {
  counter.demo.sandbox.clock.advance(600_000);
}

/** Recorded and acknowledged before anybody looks. */
async function record(ticketId: number): Promise<void> {
  await (await counter.agent(TOM)).record(ticketId, 'form');
  await ledgerWhere(ticketId, has('acknowledged'));
}

test('dates that move: a reply counted, a receipt corrected, an extension, a delay, a guard, and all in the history', async () => {
  await record(101);
  const opened = await counter.open(101, { agent: TOM });
  const { page, sidebar } = opened;
  await appears(button(opened, 'Write status update'));
  timePasses();
  await composer(page).fill('An engineer comes on Tuesday.');
  await submit(page);
  await appears(sidebar.getByText(/^Count your reply of .+ as Status update\?$/));
  await button(opened, 'Count it').click();
  await appears(button(opened, 'Write formal response'));
  const before = await ledgerWhere(101, has('updated'));
  expect([dueOf(before, 'response'), dueOf(before, 'adr_letter')]).toEqual(['2026-04-15', '2026-05-28']);

  await menu(opened, /^Correct the record/);
  await sidebar.getByLabel('Date', { exact: true }).fill('1 Apr 2026');
  await sidebar.getByLabel('Date', { exact: true }).press('Tab');
  await sidebar.getByLabel('Time', { exact: true }).fill('16:00');
  await sidebar.getByLabel('Reason').fill('The form came in the day before.');
  await button(opened, 'Correct').click();
  await ledgerWhere(101, (found) => found.receivedAt === '2026-04-01T15:00:00.000Z');
  await appears(sidebar.getByText('Wed 27 May'));

  await menu(opened, /^Extend deadline/);
  await sidebar.getByLabel('Longer by').fill('3');
  await sidebar.getByLabel('Reason').selectOption({ index: 1 });
  await button(opened, 'Extend to Mon 20 Apr').click();
  await appears(sidebar.getByText(/In your reply: Extension/));
  await ledgerWhere(101, (found) => dueOf(found, 'response') === '2026-04-20');
  await appears(sidebar.getByRole('heading', { name: 'Formal response' }));
  await button(opened, 'Remove').click();

  counter.demo.sandbox.clock.set('2026-04-21T08:00:00Z');
  await appears(sidebar.getByText('was due yesterday'));
  await sidebar.getByLabel('Reason for the delay').selectOption({ index: 1 });
  await button(opened, 'Write formal response').click();
  expect(noted(await ledgerWhere(101, has('noted', 'delay')), 'delay')).toMatchObject({
    regime: 'ask4',
    duty: 'response',
  });
  await button(opened, 'Cancel').click();

  await submitAs(opened, 'Solved');
  await appears(sidebar.getByRole('heading', { name: 'Not sent yet' }));
  await sidebar.getByLabel('Reason to go on').fill('Answered on the phone.');
  await button(opened, 'Go on with this reason').click();
  await submitAs(opened, 'Solved');
  expect(noted(await ledgerWhere(101, has('noted', 'guard_passed')), 'guard_passed')).toMatchObject({
    code: 'open_duty',
  });

  await button(opened, /^History/).click();
  const history = sidebar.getByRole('list', { name: 'History' });
  for (const line of [
    'Saved despite a warning',
    'Reason for the delay noted',
    'Deadline extended',
    'Formal response: 3 working days more, was Wed 15 Apr',
    'As corrected',
    /Tom Walsh/,
    /The form came in the day before\./,
  ])
    await appears(history.getByText(line));
});

test('after the response: an appeal that somebody else answers, and the ombudsman’s own date', async () => {
  const { outcome } = counter.demo.account.fields;
  const tom = await counter.agent(TOM);
  await record(103);
  await tom.reply(103, 'response_not_upheld', 'complaint_response_sent', {
    status: 'solved',
    custom_fields: [{ id: outcome, value: 'complaint_outcome_not_upheld' }],
  });
  await ledgerWhere(103, ({ stage }) => stage === 'closed');
  timePasses();
  await tom.change(103, {
    status: 'open',
    comment: { body: 'I do not accept this.', public: true, author_id: 2003 },
  });
  const opened = await counter.open(103, { agent: TOM });
  const { page, sidebar } = opened;
  const message = sidebar.getByRole('region', { name: /^New message/ });
  await appears(message.getByText('“I do not accept this.”'));
  await message.getByRole('button', { name: 'Record appeal' }).click();
  await button(opened, 'Record appeal').click();
  await ledgerWhere(103, ({ stage }) => stage === 'appealed');
  await appears(sidebar.getByRole('heading', { name: 'Someone else, please' }));
  await button(opened, 'Write outcome anyway').click();
  await sidebar.getByText('Partly', { exact: true }).click();
  await button(opened, 'Insert into reply').click();
  await appears(sidebar.getByText('In your reply: Appeal outcome.'));
  await fillPlaces(page, 'We have looked again.');
  await submit(page);
  await appears(sidebar.getByText('You wrote the first response. Somebody else should answer the appeal.'));
  await counter.closePages();

  const other = await counter.open(103, { agent: PRIYA });
  await button(other, 'Write outcome').click();
  await other.sidebar.getByText('Partly', { exact: true }).click();
  await button(other, 'Insert into reply').click();
  await appears(other.sidebar.getByText('In your reply: Appeal outcome.'));
  await fillPlaces(other.page, 'We have looked again.');
  await submit(other.page);
  const answered = await ledgerWhere(103, has('appeal_responded'));
  expect(answered.events.find(({ kind }) => kind === 'appeal_responded')).toMatchObject({ authorId: PRIYA });

  await menu(other, /^Record referral/);
  await other.sidebar.getByLabel('Reference').fill('CO-2026-11873');
  await button(other, 'Record').click();
  await ledgerWhere(103, ({ stage }) => stage === 'referred');
  await button(other, 'Enter the ombudsman’s date').click();
  await other.sidebar.getByLabel('Case file due on').fill('28 Apr');
  await other.sidebar.getByLabel('Case file due on').press('Tab');
  await button(other, 'Save date').click();
  await appears(other.sidebar.getByRole('heading', { name: 'Send case file' }));
  const due = await ledgerWhere(103, ({ nextDuty }) => nextDuty === 'ombudsman.case_file');
  expect(dueOf(due, 'case_file')).toBe('2026-04-28');
});

test('a reply half written survives a reload and a colleague; the service may be away meanwhile', async () => {
  await record(109);
  const opened = await counter.open(109, { agent: TOM });
  const { page, sidebar } = opened;
  await button(opened, 'Write status update').click();
  await appears(sidebar.getByText('In your reply: Status update.'));
  await fillPlaces(page, 'The line is tested on Tuesday.');
  await expect.poll(() => composer(page).innerText()).toContain('tested on Tuesday');

  const priya = await counter.agent(PRIYA);
  await priya.change(109, { comment: { body: 'I have called her.', public: false } });
  await appears(sidebar.getByText(/^Priya Shah wrote or changed something here at/));

  await counter.stopService();
  await page.reload();
  await appears(sidebar.getByRole('heading', { name: 'Service not reachable' }));
  await appears(sidebar.getByText('In your reply: Status update.'));
  await expect.poll(() => composer(page).innerText()).toContain('The line is tested on Tuesday.');
  await appears(page.getByText('complaint_update_sent'));
  await submit(page);
  await appears(sidebar.getByText(/^Status update sent\./));
  await expect.poll(() => composer(page).innerText()).not.toContain('Tuesday');

  await counter.startService();
  // What is sent while the service is away is found by its sweep, or with the next change.
  await priya.change(109, { comment: { body: 'She is content.', public: false } });
  await ledgerWhere(109, has('updated'));
  await appears(button(opened, 'Write formal response'));
  await goes(sidebar.getByRole('heading', { name: 'Service not reachable' }));

  // What was sent is kept no longer.
  await page.reload();
  await appears(button(opened, 'Write formal response'));
  expect((await composer(page).innerText()).trim()).toBe('');
  expect(await sidebar.getByText('In your reply').count()).toBe(0);
});
