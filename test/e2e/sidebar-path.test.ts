import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '../app/support/axe.ts';
import {
  appears,
  type Counter,
  composer,
  fillPlaces,
  goes,
  type Opened,
  startCounter,
  submit,
  wordsIn,
} from './support/counter.ts';

// The whole way from a customer's message to the formal response, with the service beside it. The app runs under
// Zendesk's own SDK (zendesk_app_framework_sdk from npm), which the sandbox serves to every app frame.

const TOM = 1003;
/** Like the first speaker's. */
const ANOTHER = 250;

interface Speaker {
  readonly language: string;
  readonly locale: string;
  readonly agent: number;
  readonly customer: number;
  readonly ticket: number;
  /** Reads like a complaint, by the phrases of the policy. */
  readonly message: string;
  /** Words of a letter that no other of the languages has. */
  readonly marks: RegExp;
}

const speaker = (index: number, language: string, rest: Pick<Speaker, 'message' | 'marks'>): Speaker => ({
  language,
  locale: language === 'en' ? 'en-GB' : language,
  agent: 3001 + index,
  customer: 4001 + index,
  ticket: 201 + index,
  ...rest,
});

const SPEAKERS: readonly Speaker[] = [
  {
    language: 'en',
    message: 'I want to complain: no connection since Monday.',
    marks: /\b(your|the|with)\b/gi,
  },
  { language: 'de', message: 'Ich beschwere mich: seit Montag kein Netz.', marks: /\b(Ihre|und|wir)\b/gi },
  {
    language: 'es',
    message: 'Quiero quejarme: desde el lunes no hay red.',
    marks: /\b(su|los|nuestra|para)\b/gi,
  },
  {
    language: 'fr',
    message: 'Je souhaite me plaindre : pas de réseau.',
    marks: /\b(votre|nous|vous|pour)\b/gi,
  },
  { language: 'nl', message: 'Ik wil mij beklagen: geen internet.', marks: /\b(uw|wij|het|een|u)\b/gi },
].map(({ language, ...rest }, index) => speaker(index, language, rest));

async function seed() {
  const file = JSON.parse(await readFile(new URL('../demo/seed.json', import.meta.url), 'utf8'));
  const people = SPEAKERS.flatMap(({ language, locale, agent, customer }) => [
    {
      id: agent,
      name: `Agent ${language}`,
      email: `agent-${language}@ask4.example`,
      role: 'agent',
      locale,
      time_zone: 'Europe/London',
      group_ids: [501],
    },
    {
      id: customer,
      name: `Customer ${language}`,
      email: `customer-${language}@mail.example`,
      role: 'end-user',
      locale,
      time_zone: 'Europe/London',
    },
  ]);
  const tickets = SPEAKERS.map(({ ticket, customer, agent, message }) => ({
    id: ticket,
    subject: 'No connection',
    requester_id: customer,
    assignee_id: agent,
    group_id: 501,
    status: 'open',
    via: { channel: 'email' },
    created_at: '-2h',
    comments: [{ author_id: customer, created_at: '-2h', body: message }],
  }));
  const another = { ...tickets[0], id: ANOTHER };
  return { ...file, users: [...file.users, ...people], tickets: [...file.tickets, ...tickets, another] };
}

let counter: Counter;
beforeAll(async () => {
  counter = await startCounter({ now: '2026-04-09T09:12:00Z', seed: await seed() });
});
afterEach(() => counter.closePages());
afterAll(() => counter?.stop());

describe('the click budget', () => {
  /** Counts each time a pointer is pressed on the page or in any frame of it. */
  async function countingPresses(ticketId: number) {
    let presses = 0;
    const prepare = async (page: Page) => {
      await page.exposeBinding('pressed', () => {
        presses += 1;
      });
      await page.addInitScript('addEventListener("pointerdown", (e) => e.isTrusted && pressed(), true)');
    };
    return { ...(await counter.open(ticketId, { agent: TOM, prepare })), presses: () => presses };
  }

  async function respond({ page, sidebar }: Opened, first: string) {
    await sidebar.getByRole('button', { name: first }).click();
    await sidebar.getByText('Upheld', { exact: true }).click();
    await sidebar.getByRole('button', { name: 'Insert into reply' }).click();
    await appears(sidebar.getByText('In your reply: Formal response.'));
    await fillPlaces(page, 'Put right on Monday.');
    await submit(page);
    await appears(sidebar.getByRole('heading', { name: 'Closed' }));
  }

  async function record({ sidebar }: Opened) {
    await sidebar.getByRole('button', { name: 'Record', exact: true }).click();
    await sidebar.getByRole('button', { name: 'Record complaint' }).click();
    await appears(sidebar.getByRole('button', { name: 'Write status update' }));
  }

  test('an open complaint is answered with 4 clicks', async () => {
    await (await counter.agent(TOM)).record(101, 'form');
    const opened = await countingPresses(101);
    await respond(opened, 'Skip to formal response');
    expect(opened.presses()).toBe(4);
  });

  test('an e-mail that is not recorded yet, with 6', async () => {
    const opened = await countingPresses(103);
    await record(opened);
    await respond(opened, 'Skip to formal response');
    expect(opened.presses()).toBe(6);
  });

  test('with a status update between, 8', async () => {
    const opened = await countingPresses(ANOTHER);
    const { page, sidebar } = opened;
    await record(opened);
    await sidebar.getByRole('button', { name: 'Write status update' }).click();
    await appears(sidebar.getByText('In your reply: Status update.'));
    await fillPlaces(page, 'The line is being tested.');
    await submit(page);
    await respond(opened, 'Write formal response');
    expect(opened.presses()).toBe(8);
  });
});

type Scheme = 'light' | 'dark';

/** What is shown, in the scheme that it is in: nothing wrong to axe, nothing wider than the sidebar. */
async function check({ frame }: Opened, scheme: Scheme) {
  const app = await frame();
  const ground = () => app.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(ground).toMatch(scheme === 'light' ? /^rgb\(2[34]\d|^rgb\(255/ : /^rgb\([0-9]{1,2},/);
  await expectAccessible(app);
  const beyond = () => app.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await beyond()).toBeLessThanOrEqual(0);
}

/** The same in the other scheme. All that is shown is drawn anew, so this is for one state of each way. */
async function checkTheOther(opened: Opened, scheme: Scheme) {
  const other = scheme === 'light' ? 'dark' : 'light';
  await opened.page.emulateMedia({ colorScheme: other });
  await check(opened, other);
}

function languageOf(text: string): string | undefined {
  const counts = SPEAKERS.map(({ language, marks }) => ({ language, n: text.match(marks)?.length ?? 0 }));
  return counts.sort((a, b) => b.n - a.n)[0]?.language;
}

/**
 * The agent's words and the customer's letters are in different languages: neither follows the other. Each way goes
 * through one colour scheme, and its end is seen in both.
 */
const PAIRS = SPEAKERS.map((own, index) => ({
  own,
  other: SPEAKERS[(index + 1) % SPEAKERS.length] ?? own,
  colorScheme: index % 2 === 0 ? ('dark' as const) : ('light' as const),
}));

describe('the main path in every language, in the light and in the dark', () => {
  test.each(PAIRS)('$own.language writes to $other.language, in the $colorScheme', async ({
    own,
    other,
    colorScheme,
  }) => {
    const t = wordsIn(own.language);
    const opened = await counter.open(other.ticket, { agent: own.agent, colorScheme });
    const { page, sidebar } = opened;
    const button = (key: string) => sidebar.getByRole('button', { name: t(key), exact: true });

    await appears(sidebar.getByRole('heading', { name: t('hint.title') }));
    await button('hint.yes').click();
    await appears(sidebar.getByRole('region', { name: t('form.preview') }));
    await check(opened, colorScheme);
    await button('form.submit').click();
    await appears(button('case.writeUpdate'));

    await button('case.writeUpdate').click();
    await appears(sidebar.getByText(t('draft.on', { event: t('step.update') })));
    await expect.poll(async () => languageOf(await composer(page).innerText())).toBe(other.language);
    await check(opened, colorScheme);
    await fillPlaces(page, '1');
    await submit(page);

    await button('case.writeResponse').click();
    await sidebar.getByText(t('response.partly'), { exact: true }).click();
    await check(opened, colorScheme);
    await button('response.insert').click();
    await appears(sidebar.getByText(t('draft.on', { event: t('step.response') })));
    await fillPlaces(page, '1');
    await submit(page);
    await appears(sidebar.getByRole('heading', { name: t('closed.title') }));
    await appears(sidebar.getByText(t('response.partlyLong')));
    await goes(sidebar.getByText(t('waiting.text')));
    await check(opened, colorScheme);
    await checkTheOther(opened, colorScheme);

    const mails = counter.demo.sandbox.mails().filter(({ ticketId }) => ticketId === other.ticket);
    const letters = mails.filter(({ to }) => to === `customer-${other.language}@mail.example`);
    expect(letters.map(({ body }) => languageOf(body))).toEqual(Array(3).fill(other.language));
    expect((await counter.ledger(other.ticket))?.events.map(({ kind }) => kind)).toEqual([
      'received',
      'acknowledged',
      'updated',
      'responded',
      'closed',
    ]);
  });
});
