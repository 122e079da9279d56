import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cases } from './support/cases.ts';
import { withKeptPages } from './support/kept-pages.ts';
import { recordOf } from './support/records.ts';
import { agents, fields, type Stage, startStage } from './support/stage.ts';
import { button, changesOf, composer } from './support/updates.ts';

const complaint = 'formal_complaint';

let stage: Stage;
beforeAll(async () => {
  const tickets = [
    { id: 201 },
    { id: 202, requester: 21 },
    { id: 203 },
    { id: 204 },
    { id: 210, via: 'voice' },
    { id: 211, via: 'voice' },
    { id: 212, record: cases.refused, via: 'voice' },
    { id: 220, record: cases.onTrack },
    { id: 221, record: cases.onTrack },
    { id: 222, record: cases.onTrack },
    { id: 223, record: cases.onTrack },
    { id: 224, record: cases.onTrack },
    { id: 225, record: cases.onTrack },
    { id: 226, record: cases.dueToday },
    { id: 230, record: cases.awaitingResponse },
    { id: 231, record: cases.awaitingResponse },
    { id: 232, record: cases.onTrack },
    { id: 240, record: cases.letter, requester: 21, tags: [complaint, 'complaint_post_required'] },
    { id: 250, record: cases.onTrack },
    { id: 251, record: cases.dueSoon },
  ];
  stage = withKeptPages(await startStage(tickets));
});
afterEach(async () => {
  stage.sandbox.faults.clear();
  await stage.closePages();
});
afterAll(() => stage.stop());

const tagsOf = (page: Page) =>
  page.getByRole('list', { name: 'Tags' }).getByRole('listitem').allTextContents();
const heightOf = async (page: Page) =>
  (await page.locator('aside iframe[title="Complaint Clock"]').boundingBox())?.height;

describe('recording', () => {
  test('takes one update, and the record appears by itself', async () => {
    const { page, sidebar } = await stage.open(201);
    await expect.poll(() => heightOf(page)).toBeLessThan(100);
    await button(sidebar, 'Record complaint').click();
    await expect.poll(() => sidebar.evaluate('document.activeElement.textContent')).toBe('Record complaint');
    await expect.poll(() => sidebar.getByRole('radio', { name: 'Form', exact: true }).isChecked()).toBe(true);
    await sidebar.getByText('Ms Patel gets the acknowledgement at once').waitFor();
    // No service has told of its policy.
    await sidebar.getByText('Dates appear once it is recorded.').waitFor();
    await sidebar.getByLabel('About').selectOption({ label: 'billing' });
    await button(sidebar, 'Record complaint').click();
    await sidebar.getByRole('heading', { name: 'Recorded', exact: true }).waitFor();
    const [update, ...more] = await stage.updates(201);
    expect(more).toEqual([]);
    expect(update?.metadata.custom).toEqual({ complaint: { event: 'received', channel: 'form' } });
    expect(update?.events.map(({ type }) => type)).not.toContain('Comment');
    expect(changesOf(update)).toMatchObject({
      [fields.channel]: 'complaint_by_form',
      [fields.category]: 'complaint_about_billing',
      tags: expect.arrayContaining([complaint]),
    });
    await stage.writeRecord(201, cases.received);
    await sidebar.getByText('Fri 10 Apr, 09:00').first().waitFor();
  });

  test('a letter needs date and time of receipt, not in the future, in the agent’s zone', async () => {
    const { sidebar } = await stage.open(202, { agent: agents.german });
    await button(sidebar, 'Beschwerde aufnehmen').click();
    await sidebar.getByRole('radio', { name: 'Brief' }).check();
    await button(sidebar, 'Beschwerde aufnehmen').click();
    await sidebar.getByText('Bitte Datum und Uhrzeit des Briefeingangs angeben.').waitFor();
    await sidebar.getByLabel('Datum des Eingangs').fill('9.4.2026');
    await sidebar.getByLabel('Uhrzeit des Eingangs').fill('23:00');
    await button(sidebar, 'Beschwerde aufnehmen').click();
    await sidebar.getByText('Das liegt in der Zukunft.').waitFor();
    await sidebar.getByLabel('Datum des Eingangs').fill('8. April');
    await sidebar.getByLabel('Uhrzeit des Eingangs').fill('8.30');
    await sidebar.getByText('Keine E-Mail-Adresse: Bestätigung per Post').waitFor();
    await button(sidebar, 'Beschwerde aufnehmen').click();
    await sidebar.getByRole('heading', { name: 'Aufgenommen' }).waitFor();
    const [update] = await stage.updates(202);
    expect(update?.metadata.custom).toEqual({
      complaint: { event: 'received', channel: 'letter', received_at: '2026-04-08T06:30:00Z' },
    });
  });

  test('is tried again after a conflict, three times in all', async () => {
    const { sidebar } = await stage.open(203);
    let refused = 0;
    stage.sandbox.faults.add(({ method, path }) => {
      if (method !== 'PUT' || !path.includes('/tickets/203') || refused === 2) return undefined;
      refused += 1;
      return {
        status: 409,
        body: '{"error":"UpdateConflict"}',
        headers: { 'content-type': 'application/json' },
      };
    });
    await button(sidebar, 'Record complaint').click();
    await button(sidebar, 'Record complaint').click();
    await sidebar.getByRole('heading', { name: 'Recorded', exact: true }).waitFor();
    expect(refused).toBe(2);
    expect(await stage.updates(203)).toHaveLength(1);
  });

  test('says what to do where it fails, and keeps the form', async () => {
    const { sidebar } = await stage.open(204);
    await button(sidebar, 'Record complaint').click();
    stage.sandbox.faults.add(({ method }) => (method === 'PUT' ? { status: 409, body: '{}' } : undefined));
    await button(sidebar, 'Record complaint').click();
    await sidebar.getByRole('alert').getByText('Somebody else is changing this ticket right now.').waitFor();
    stage.sandbox.faults.clear();
    stage.sandbox.faults.add(({ method }) => (method === 'PUT' ? { status: 403, body: '{}' } : undefined));
    await button(sidebar, 'Record complaint').click();
    await sidebar.getByRole('alert').getByText('Your role may not do this here.').waitFor();
    expect(await stage.updates(204)).toEqual([]);
    await button(sidebar, 'Cancel').click();
    await sidebar.getByText('No complaint on this ticket').waitFor();
  });
});

describe('a way that the policy refuses', () => {
  test('the agent tells how to complain', async () => {
    const { page, sidebar } = await stage.open(210);
    await button(sidebar, 'Insert “how to complain”').click();
    await sidebar.getByText('“How to complain” is in your reply.').waitFor();
    await expect.poll(() => composer(page).textContent()).toContain('Please use our online form');
    expect(await tagsOf(page)).toEqual([]);
    await button(sidebar, 'Remove').click();
    await expect.poll(() => composer(page).textContent()).toBe('');
  });

  test('an exception needs its reason and is told in an internal note', async () => {
    const { sidebar } = await stage.open(211);
    await button(sidebar, 'Record as exception').click();
    await sidebar.getByText('Choose why this complaint is taken anyway.').waitFor();
    await sidebar.getByText('Other reason').click();
    await button(sidebar, 'Record as exception').click();
    await sidebar.getByText('Say in a few words why.').waitFor();
    await sidebar.getByLabel('Which reason?').fill('told by the landlord to ring');
    await button(sidebar, 'Record as exception').click();
    await sidebar.getByRole('heading', { name: 'Recorded', exact: true }).waitFor();
    const [update] = await stage.updates(211);
    expect(update?.metadata.custom).toEqual({
      complaint: { event: 'exception', channel: 'phone', reason: 'other' },
    });
    expect(changesOf(update)).toMatchObject({ [fields.channel]: 'complaint_by_phone' });
    expect(update?.events).toContainEqual(
      expect.objectContaining({
        type: 'Comment',
        public: false,
        body: 'Complaint taken as an exception: told by the landlord to ring.',
      }),
    );
  });

  test('a refused complaint can be taken afterwards', async () => {
    const { sidebar } = await stage.open(212);
    await sidebar.getByText('About personal data').click();
    await button(sidebar, 'Record as exception').click();
    await expect.poll(() => stage.updates(212)).toHaveLength(1);
    const [update] = await stage.updates(212);
    expect(update?.metadata.custom).toEqual({
      complaint: { event: 'exception', flags: ['data_protection'], reason: 'personal_data' },
    });
    const { tags } = changesOf(update);
    expect(tags).toEqual(['complaint_flag_data_protection', complaint]);
  });
});

describe('the status update', () => {
  test('text and tag go out in one save, and the next deadline follows', async () => {
    const { page, sidebar } = await stage.open(220);
    await composer(page).fill('Dear Ms Patel,');
    await button(sidebar, 'Write status update').click();
    await sidebar.getByText('In your reply: Status update. Sent when you submit.').waitFor();
    await expect
      .poll(() => composer(page).textContent())
      .toMatch(/^Dear Ms Patel,We are still looking into your complaint/);
    await expect.poll(() => tagsOf(page)).toEqual([complaint, 'complaint_update_sent']);

    await button(page, 'Submit as Open').click();
    await expect
      .poll(() => page.getByRole('alert').allTextContents())
      .toContainEqual(expect.stringContaining('fill in [what we have done so far]'));
    expect(await stage.updates(220)).toEqual([]);

    await composer(page).fill(
      'We are still looking into your complaint. An engineer comes today. You will hear from us again soon.',
    );
    await button(page, 'Submit as Open').click();
    await sidebar.getByText('Status update sent. The dates follow in a moment.').waitFor();
    const [update, ...more] = await stage.updates(220);
    expect(more).toEqual([]);
    expect(changesOf(update).tags).toContain('complaint_update_sent');
    expect(update?.events).toContainEqual(expect.objectContaining({ type: 'Comment', public: true }));

    const sent = recordOf(
      { kind: 'received', on: '2026-04-08T12:05:00Z', channel: 'form' },
      { kind: 'acknowledged', on: '2026-04-08T12:05:00Z' },
      { kind: 'updated', on: '2026-04-09T09:13:00Z' },
    );
    await stage.writeRecord(220, sent, { tags: [complaint] });
    await sidebar.getByRole('region', { name: 'Formal response' }).getByText('Mon 20 Apr').waitFor();
    await expect.poll(() => sidebar.getByText('Status update sent.').count()).toBe(0);
  });

  test('deleting the text takes the tag off, undoing brings it back', async () => {
    const { page, sidebar } = await stage.open(221);
    await button(sidebar, 'Write status update').click();
    await sidebar.getByText('In your reply: Status update.').waitFor();
    await composer(page).fill('Something else entirely.');
    await sidebar.getByText('so the reply does not count as Status update').waitFor();
    await expect.poll(() => tagsOf(page)).toEqual([complaint]);
    await button(sidebar, 'Write status update').waitFor();
    await composer(page).fill('We are still looking into your complaint. You will hear from us again soon.');
    await sidebar.getByText('In your reply: Status update.').waitFor();
    await expect.poll(() => tagsOf(page)).toEqual([complaint, 'complaint_update_sent']);
  });

  test('Remove takes the tag off and leaves the agent’s own words', async () => {
    const { page, sidebar } = await stage.open(222);
    await composer(page).fill('Dear Ms Patel,');
    await button(sidebar, 'Write status update').click();
    await sidebar.getByText('In your reply: Status update.').waitFor();
    await button(sidebar, 'Remove').click();
    await button(sidebar, 'Write status update').waitFor();
    await expect.poll(() => tagsOf(page)).toEqual([complaint]);
    await expect.poll(() => composer(page).textContent()).toContain('Dear Ms Patel,');
  });

  test('an empty internal note becomes a reply; one that is begun is warned of', async () => {
    const { page, sidebar } = await stage.open(223);
    await button(page, 'Internal note').click();
    await button(sidebar, 'Write status update').click();
    await sidebar.getByText('In your reply: Status update.').waitFor();
    await page.getByRole('textbox', { name: 'Public reply' }).waitFor();
    await button(page, 'Internal note').click();
    await sidebar.getByText('This is an internal note. The customer gets nothing.').waitFor();
    await button(sidebar, 'Change to public reply').click();
    await page.getByRole('textbox', { name: 'Public reply' }).waitFor();
    await expect.poll(() => sidebar.getByText('This is an internal note.').count()).toBe(0);
  });

  test('the macro of Zendesk’s own menu counts the same', async () => {
    const { page, sidebar } = await stage.open(224);
    await button(page, 'Apply macro').click();
    await page.getByRole('menuitem', { name: 'Complaint: status_update' }).click();
    await sidebar.getByText('In your reply: Status update.').waitFor();
    await composer(page).fill('');
    await expect.poll(() => tagsOf(page)).toEqual([complaint]);
  });

  test('the agent who takes the tag off by hand is believed', async () => {
    const { page, sidebar } = await stage.open(225);
    await button(sidebar, 'Write status update').click();
    await sidebar.getByText('In your reply: Status update.').waitFor();
    await button(page, 'Remove tag complaint_update_sent').click();
    await button(sidebar, 'Write status update').waitFor();
    await expect
      .poll(() => composer(page).textContent())
      .toContain('We are still looking into your complaint.');
  });
});

describe('the formal response', () => {
  test('sets outcome and status with the text, all in one save', async () => {
    const { page, sidebar } = await stage.open(230);
    await button(sidebar, 'Write formal response').click();
    await sidebar.getByText('Due Wed 15 Apr, in 4 working days').waitFor();
    await button(sidebar, 'Insert into reply').click();
    await sidebar.getByText('Choose an outcome first.').waitFor();
    await sidebar.getByRole('radio', { name: 'Partly' }).check();
    await button(sidebar, 'Insert into reply').click();
    await sidebar.getByText('In your reply: Formal response.').waitFor();
    await button(page, 'Submit as Solved').click();
    await sidebar.getByText('Formal response sent.').waitFor();
    const [update, ...more] = await stage.updates(230);
    expect(more).toEqual([]);
    expect(changesOf(update)).toMatchObject({
      status: 'solved',
      [fields.outcome]: 'complaint_outcome_partly_upheld',
      tags: expect.arrayContaining(['complaint_response_sent']),
    });
  });

  test('is held back without an outcome, however the text came in', async () => {
    const { page, sidebar } = await stage.open(231);
    await button(page, 'Apply macro').click();
    await page.getByRole('menuitem', { name: 'Complaint: response_partly_upheld' }).click();
    await sidebar.getByText('In your reply: Formal response.').waitFor();
    await button(page, 'Submit as Open').click();
    await expect
      .poll(() => page.getByRole('alert').allTextContents())
      .toContainEqual(expect.stringContaining('choose an outcome in the sidebar'));
    await sidebar.getByRole('radio', { name: 'Not upheld' }).check();
    await button(page, 'Submit as Open').click();
    await expect.poll(() => stage.updates(231)).toHaveLength(1);
  });

  test('can be written without an update before, and taken back', async () => {
    const { page, sidebar } = await stage.open(232);
    await button(sidebar, 'Skip to formal response').click();
    await sidebar.getByRole('radio', { name: 'Upheld', exact: true }).check();
    await button(sidebar, 'Insert into reply').click();
    await button(page, 'Submit as Solved').waitFor();
    await button(sidebar, 'Remove').click();
    await button(page, 'Submit as Open').waitFor();
    await expect.poll(() => tagsOf(page)).not.toContain('complaint_response_sent');
    await expect.poll(() => composer(page).textContent()).toBe('');
  });
});

test('a letter that went out is recorded with the time of posting', async () => {
  const { sidebar } = await stage.open(240);
  await sidebar.getByLabel('Date posted').fill('1 Apr 2026');
  await sidebar.getByLabel('Date posted').press('Tab');
  await button(sidebar, 'Record as sent').click();
  await sidebar.getByText('This lies before the complaint arrived.').waitFor();
  await sidebar.getByLabel('Date posted').fill('9 Apr 2026');
  await sidebar.getByLabel('Time posted').fill('9:05');
  await button(sidebar, 'Record as sent').click();
  await expect.poll(() => stage.updates(240)).toHaveLength(1);
  const [update] = await stage.updates(240);
  expect(update?.metadata.custom).toEqual({
    complaint: { event: 'acknowledged', posted_at: '2026-04-09T08:05:00Z' },
  });
  expect(update?.events).toContainEqual(
    expect.objectContaining({
      public: false,
      body: expect.stringMatching(
        /^Acknowledgement sent by post on Thu 9 Apr, 09:05\.\n\nThank you\. We have received your complaint\.$/,
      ),
    }),
  );
});

describe('reasons', () => {
  test('are shown on demand, the picture hidden from screen readers, and can be copied', async () => {
    const { page, sidebar } = await stage.open(226);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await button(sidebar, 'Why this date?').click();
    const reasons = sidebar.getByRole('region', { name: 'Why this date?' });
    await expect
      .poll(() => reasons.getByRole('definition').allTextContents())
      .toEqual([
        'acknowledged, day 0',
        'Good Friday (England)',
        'weekend',
        'Easter Monday (England)',
        'days 1 to 2',
        'day 3, due',
      ]);
    await expect.poll(() => reasons.locator('[aria-hidden="true"]').first().textContent()).toContain('Thu20');
    await button(sidebar, 'Copy').click();
    await button(sidebar, 'Copied').waitFor();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(copied).toContain('Status update: 3 working days');
    expect(copied).toContain('Fri 3 Apr 2026 not counted: Good Friday (England)');
    await button(sidebar, 'Hide reasons').click();
    await expect.poll(() => reasons.count()).toBe(0);
  });
});

describe('while time passes', () => {
  test('the text follows the clock, and the live region speaks on changes of state alone', async () => {
    const { sidebar } = await stage.open(251);
    const live = sidebar.getByRole('status');
    await sidebar.getByText('next working day').waitFor();
    expect(await live.textContent()).toBe('');
    stage.sandbox.clock.set('2026-04-10T09:00:00Z');
    await sidebar.getByText(/by midnight, 13 h 59 min left|by midnight, 14 h 0 min left/).waitFor();
    await expect.poll(() => live.textContent()).toBe('Status update: Due today. Fri 10 Apr');
    stage.sandbox.clock.advance(3_600_000);
    await sidebar.getByText(/by midnight, 12 h 59 min left|by midnight, 13 h 0 min left/).waitFor();
    expect(await live.textContent()).toBe('Status update: Due today. Fri 10 Apr');
    stage.sandbox.clock.set('2026-04-13T09:00:00Z');
    await sidebar.getByText('1 working day late').waitFor();
    await expect.poll(() => live.textContent()).toBe('Status update: Overdue. Fri 10 Apr');
  });

  test('the colours follow Zendesk’s', async () => {
    const { page, sidebar } = await stage.open(250);
    const background = () => sidebar.evaluate('getComputedStyle(document.body).backgroundColor');
    await expect.poll(background).toBe('rgb(255, 255, 255)');
    await button(page, 'Dark colours').click();
    await expect.poll(background).not.toBe('rgb(255, 255, 255)');
  });
});

test('an account without provisioning is told so, with what to do', async () => {
  const bare = await startStage([{ id: 301 }], { provisioned: false });
  try {
    const { sidebar } = await bare.open(301);
    await sidebar.getByRole('heading', { name: 'Not set up in this account' }).waitFor();
    await sidebar.getByText('Ask your Zendesk admin to run Complaint Clock’s provisioning').waitFor();
  } finally {
    await bare.stop();
  }
});
