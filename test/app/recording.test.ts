import { readFile } from 'node:fs/promises';
import type { Frame, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ClockRecord, decodeRecord } from '../../domain/index.ts';
import type { Demo } from '../demo/demo.ts';
import { appears, type Counter, frameOf, startCounter } from '../e2e/support/counter.ts';
import type { SeedFile, SeedTicket } from '../sandbox/index.ts';
import type { PageOptions } from '../support/browser.ts';
import { expectAccessible } from './support/axe.ts';
import { tick } from './support/tick.ts';

const TOM = 1003;
const ANNA = 1004;
const EMILY = 2001;
const LENA = 2004;
const MARGARET = 2005;
const DANIEL = 2006;
const SOFIA = 2007;

const LETTER = `Dear Ms Khan,

I wish to complain formally about my broadband. Activation was promised for 30 March 2026 at 9am, and nobody came.
I spoke to Daniel from your support team, who gave me ticket number 48102. You can reach me on 07700 900123 or at
work, e.carter@riverside-flats.co.uk.

Emily Carter`;

const ticket = (
  id: number,
  requester_id: number,
  body: string,
  more: Partial<SeedTicket> = {},
): SeedTicket => ({
  id,
  subject: `Subject of ${id}`,
  requester_id,
  group_id: 501,
  assignee_id: TOM,
  status: 'open',
  via: { channel: 'email' },
  tags: [],
  created_at: '-2h',
  comments: [{ author_id: requester_id, body }],
  ...more,
});

const tickets: SeedTicket[] = [
  ticket(
    901,
    LENA,
    'Guten Tag,\n\nhiermit lege ich Beschwerde ein. Zum dritten Mal kommt niemand. Das ist inakzeptabel!',
  ),
  ticket(902, EMILY, LETTER),
  ticket(903, DANIEL, 'Call, 3 min.', { via: { channel: 'voice' } }),
  ticket(904, MARGARET, 'Scan of a letter.', { via: { channel: 'web' } }),
  ticket(905, SOFIA, 'This is a formal complaint about my bill.', { via: { channel: 'web' } }),
  ticket(906, SOFIA, 'Here is the bill that you asked for.'),
  ticket(907, EMILY, 'Please send me the invoice for March, no complaints so far.'),
];

let counter: Counter;
let demo: Demo;

beforeAll(async () => {
  const file: SeedFile = JSON.parse(await readFile(new URL('../demo/seed.json', import.meta.url), 'utf8'));
  // Thursday after Easter, 10:12 in London.
  counter = await startCounter({ now: '2026-04-09T09:12:00Z', seed: { ...file, tickets } });
  demo = counter.demo;
});
afterEach(() => counter.closePages());
afterAll(() => counter?.stop());

interface Desk {
  readonly page: Page;
  readonly sidebar: Frame;
}

async function open(place: number | 'new', agent = TOM, options: PageOptions = {}): Promise<Desk> {
  const { page } = await counter.open(place, { agent, timezoneId: 'UTC', ...options });
  return { page, sidebar: await frameOf(page) };
}

const button = (frame: Frame, name: string): Locator => frame.getByRole('button', { name, exact: true });

const ticketSchema = z.object({
  ticket: z.object({
    subject: z.string().nullable(),
    tags: z.array(z.string()),
    custom_fields: z.array(z.object({ id: z.number(), value: z.unknown() })),
  }),
});
const auditsSchema = z.object({
  audits: z.array(
    z.object({
      metadata: z.object({ custom: z.unknown() }),
      author_id: z.number(),
      events: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
});

async function rest<T>(page: Page, path: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(await (await page.request.get(`${demo.sandbox.url}/api/v2/${path}`)).json());
}

const saved = async (page: Page, id: number) => (await rest(page, `tickets/${id}.json`, ticketSchema)).ticket;

async function fieldOf(page: Page, id: number, key: keyof Demo['account']['fields']): Promise<unknown> {
  const { custom_fields } = await saved(page, id);
  return custom_fields.find((field) => field.id === demo.account.fields[key])?.value;
}

/** What an agent's updates said since the ticket was created. */
async function updates(page: Page, id: number) {
  const { audits } = await rest(page, `tickets/${id}/audits.json`, auditsSchema);
  return audits.slice(1).filter(({ author_id }) => author_id === TOM || author_id === ANNA);
}

/** The record, once the service has written it. */
async function recordOf(page: Page, id: number): Promise<ClockRecord> {
  let record: ClockRecord | undefined;
  // Zendesk's stamps have whole seconds: the service is sure of one when it has passed.
  demo.sandbox.clock.advance(1_000);
  await expect
    .poll(async () => {
      const decoded = decodeRecord(
        z
          .string()
          .nullish()
          .parse(await fieldOf(page, id, 'record')) ?? undefined,
      );
      record = decoded.ok ? decoded.record : undefined;
      return record;
    })
    .toBeDefined();
  if (!record) throw new Error('no record');
  return record;
}

describe('a hint', () => {
  test('shows the words that read like a complaint, and is dismissed for good in one update', async () => {
    const { page, sidebar } = await open(901, ANNA, { colorScheme: 'dark', locale: 'de' });
    await appears(sidebar.getByRole('heading', { name: 'Ist das eine Beschwerde?' }));
    await appears(sidebar.getByText('Bestätigung wäre fällig'));
    expect(
      await sidebar.getByRole('list', { name: 'Was danach klingt' }).getByRole('listitem').allTextContents(),
    ).toEqual(['lege … Beschwerde ein', 'inakzeptabel']);
    // Received at 09:12 in Berlin, two hours ago.
    await appears(sidebar.getByText('Fr., 10. Apr., 09:12'));
    await expectAccessible(sidebar);
    await button(sidebar, 'Nein, ausblenden').click();
    await appears(sidebar.getByText('Keine Beschwerde auf diesem Ticket'));
    await page.reload();
    const again = await frameOf(page);
    await appears(again.getByText('Keine Beschwerde auf diesem Ticket'));
    const [update, ...more] = await updates(page, 901);
    expect(more).toEqual([]);
    expect(update?.events.map(({ type }) => type)).toEqual(['Change']);
    expect((await saved(page, 901)).tags).toContain('complaint_hint_hidden');
  });

  test('is not shown for a text that denies it', async () => {
    const { page, sidebar } = await open(907);
    await appears(sidebar.getByText('No complaint on this ticket'));
    expect(await sidebar.getByText('Is this a complaint?').count()).toBe(0);
    const frame = page.locator('aside iframe[title="Complaint Clock"]');
    await expect.poll(async () => (await frame.boundingBox())?.height).toBeLessThan(100);
    await expectAccessible(sidebar);
  });
});

describe('recording', () => {
  test('previews every date, finds evidence, keeps what is typed, and takes one update', async () => {
    const { page, sidebar } = await open(902);
    await appears(sidebar.getByText('I wish to complain'));
    await button(sidebar, 'Record').click();
    const preview = sidebar.getByRole('region', { name: 'If recorded now' });
    await appears(preview.getByText('at once'));
    await expect
      .poll(() => preview.getByRole('definition').allTextContents())
      .toEqual(['at once', 'Tue 14 Apr', 'Thu 23 Apr', 'Thu 21 May']);
    await button(sidebar, 'Take the customer’s first sentences').click();
    await expect
      .poll(() => sidebar.getByLabel('Summary').inputValue())
      .toMatch(/^I wish to complain formally/);
    await sidebar.getByLabel('Summary').fill('Nobody came on 30 March.');
    await sidebar.getByLabel('About').selectOption({ index: 1 });
    await tick(sidebar.getByRole('checkbox', { name: 'Needs support' }));
    await appears(sidebar.getByText('5 found'));
    await sidebar.getByRole('button', { name: /^Evidence/ }).click();
    await expect.poll(() => sidebar.getByLabel('Earlier ticket numbers').inputValue()).toBe('48102');
    await expect.poll(() => sidebar.getByLabel('Spoke with').inputValue()).toBe('Ms Khan, Daniel');
    await expect
      .poll(() => sidebar.getByLabel('E-mail addresses').inputValue())
      .toBe('e.carter@riverside-flats.co.uk');
    await sidebar.getByLabel('Spoke with').fill('Daniel Cole');
    await sidebar.getByRole('button', { name: /^Earlier call/ }).click();
    await tick(sidebar.getByRole('checkbox', { name: /^Complained earlier/ }));
    await sidebar.getByLabel('Date of the call').fill('1 April 2026');
    await sidebar.getByLabel('Time of the call').fill('9:30');
    await appears(preview.getByText('Wed 13 May').or(preview.getByText('Wed 27 May')));
    await tick(sidebar.getByRole('checkbox', { name: 'Somebody speaks for the customer' }));
    await sidebar.getByLabel('Name and role').fill('Ann Carter, mother');
    await sidebar.getByLabel('Write to the customer in').selectOption('de');
    await expectAccessible(sidebar);

    await page.reload();
    const again = await frameOf(page);
    await expect.poll(() => again.getByLabel('Summary').inputValue()).toBe('Nobody came on 30 March.');
    await button(again, 'Record complaint').click();
    await appears(again.getByText('Something is missing under'));
    await again.getByRole('button', { name: /^Earlier call/ }).click();
    await appears(again.getByText('Without consent nobody else may be told.'));
    await tick(again.getByRole('checkbox', { name: /consent/ }));
    await button(again, 'Record complaint').click();
    const record = await recordOf(page, 902);

    const [update, ...more] = await updates(page, 902);
    expect(more).toEqual([]);
    expect(update?.metadata.custom).toEqual({
      complaint: {
        event: 'received',
        channel: 'email',
        first_made_at: '2026-04-01T08:30:00Z',
        flags: ['needs_support'],
        language: 'de',
        representative: true,
      },
    });
    expect(await fieldOf(page, 902, 'summary')).toBe('Nobody came on 30 March.');
    expect(await fieldOf(page, 902, 'evidence_staff')).toBe('Daniel Cole');
    expect(await fieldOf(page, 902, 'evidence_times')).toBe('30 March 2026 at 9am');
    expect(await fieldOf(page, 902, 'flags')).toEqual(['complaint_flag_needs_support']);
    expect(record).toMatchObject({ channel: 'email', flags: ['needs_support'] });
    expect(record.firstMadeAt).toBe(Date.parse('2026-04-01T08:30:00Z'));
    expect(record.notes?.map(({ topic }) => topic).sort()).toEqual(['language', 'representative']);
    await appears(again.getByRole('heading', { name: 'Status update' }));
  });

  test('a letter: what is missing is named and has the focus; lateness is said', async () => {
    const { sidebar } = await open(904, ANNA, { colorScheme: 'dark', locale: 'de' });
    await button(sidebar, 'Beschwerde aufnehmen').click();
    await tick(sidebar.getByRole('radio', { name: 'Brief' }));
    await appears(sidebar.getByText('Fristen erscheinen, sobald der Eingang eingetragen ist.'));
    await button(sidebar, 'Beschwerde aufnehmen').click();
    await appears(sidebar.getByText('Bitte Datum und Uhrzeit des Briefeingangs angeben.'));
    const date = sidebar.getByLabel('Datum des Eingangs');
    await expect.poll(() => date.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
    await sidebar.getByLabel('Datum des Eingangs').fill('8.4.2026');
    await sidebar.getByLabel('Uhrzeit des Eingangs').fill('9:30');
    const preview = sidebar.getByRole('region', { name: 'Bei Aufnahme jetzt' });
    await appears(preview.getByText(/^1 Std\. [45]\d Min\. zu spät$/));
    await appears(preview.getByText('Mi., 20. Mai'));
    await appears(sidebar.getByText('Keine E-Mail-Adresse: Bestätigung per Post'));
    await expectAccessible(sidebar);
    await button(sidebar, 'Abbrechen').click();
    await appears(sidebar.getByText('Keine Beschwerde auf diesem Ticket'));
  });
});

test('a call: the limit that it starts, and an exception with its flag', async () => {
  const { page, sidebar } = await open(903);
  await appears(sidebar.getByText('Not by phone'));
  await appears(sidebar.getByText('Call starts the Ofcom limit: Thu 21 May'));
  await expectAccessible(sidebar);
  await sidebar.getByText('About personal data').click();
  await button(sidebar, 'Record as exception').click();
  const record = await recordOf(page, 903);
  expect(record).toMatchObject({ channel: 'phone', flags: ['data_protection'] });
  expect(await fieldOf(page, 903, 'flags')).toEqual(['complaint_flag_data_protection']);
});

test('a ticket is added to an open complaint of the customer, and taken off again', async () => {
  const first = await open(905);
  await button(first.sidebar, 'Record').click();
  await button(first.sidebar, 'Record complaint').click();
  await recordOf(first.page, 905);
  const { page, sidebar } = await open(906);
  await button(sidebar, 'Add to an open complaint').click();
  await appears(sidebar.getByText('Subject of 905'));
  await expectAccessible(sidebar);
  await button(sidebar, 'Add to #905').click();
  await appears(sidebar.getByRole('heading', { name: 'Belongs to complaint #905' }));
  await expectAccessible(sidebar);
  expect((await saved(page, 906)).tags).toContain('complaint_part_of_905');
  expect((await updates(page, 905)).at(-1)?.metadata.custom).toEqual({
    complaint: { event: 'noted', topic: 'linked', ticket: '906' },
  });
  await expect
    .poll(async () => (await recordOf(page, 905)).notes)
    .toEqual([expect.objectContaining({ topic: 'linked', ticket: 906 })]);
  await button(sidebar, 'Take it off').click();
  await appears(sidebar.getByText('No complaint on this ticket'));
  expect((await saved(page, 906)).tags).not.toContain('complaint_part_of_905');
});

describe('beside a new ticket', () => {
  test('a letter is logged: the saved ticket is its complaint, counted from its receipt', async () => {
    const { page, sidebar } = await open('new');
    await appears(sidebar.getByText('A new ticket'));
    await button(sidebar, 'Log a complaint letter').click();
    await appears(sidebar.getByText('Not chosen yet: requester, on the left'));
    await page.getByRole('combobox', { name: 'Requester' }).fill('Margaret');
    await page.getByRole('option', { name: /Margaret Hughes/ }).click();
    await appears(sidebar.getByText('Margaret Hughes'));
    await sidebar.getByLabel('Date received').fill('8 April 2026');
    await sidebar.getByLabel('Time received').fill('8:30');
    await sidebar.getByLabel('About').selectOption({ index: 2 });
    await sidebar.getByLabel('Summary').fill('No connection since 2 March. Ticket 48102.');
    await tick(sidebar.getByRole('checkbox', { name: 'Needs support' }));
    await appears(sidebar.getByText(/^1 h [45]\d min late$/));
    await expectAccessible(sidebar);
    await button(sidebar, 'Put into the ticket').click();
    await appears(sidebar.getByRole('heading', { name: 'In the ticket' }));
    await expectAccessible(sidebar);
    await button(sidebar, 'Change').click();
    await expect
      .poll(() => sidebar.getByLabel('Summary').inputValue())
      .toBe('No connection since 2 March. Ticket 48102.');
    await button(sidebar, 'Put into the ticket').click();
    await appears(sidebar.getByRole('heading', { name: 'In the ticket' }));

    await page.getByRole('combobox', { name: 'Assignee' }).fill('Tom');
    await page.getByRole('option', { name: /Tom Walsh/ }).click();
    await page.getByRole('button', { name: /^Submit as/ }).click();
    const main = page.getByRole('main', { name: /Ticket #\d+/ });
    await main.waitFor();
    const id = Number((await main.getAttribute('aria-label'))?.replace('Ticket #', ''));
    const record = await recordOf(page, id);
    expect(record.channel).toBe('letter');
    expect(record.flags).toEqual(['needs_support']);
    expect(record.events[0]).toMatchObject({ kind: 'received', at: Date.parse('2026-04-08T07:30:00Z') });
    expect(await fieldOf(page, id, 'channel')).toBe('complaint_by_letter');
    expect(await saved(page, id)).toMatchObject({ subject: 'Complaint by letter, Wed 8 Apr' });
    await appears(page.getByText('No connection since 2 March.'));
    await appears((await frameOf(page)).getByText('Acknowledge by post'));
  });
});
