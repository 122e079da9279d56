import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { expectAccessible } from './support/axe.ts';
import { cases } from './support/cases.ts';
import { withKeptPages } from './support/kept-pages.ts';
import { recordOf } from './support/records.ts';
import { agents, fields, type Stage, startStage } from './support/stage.ts';
import { button, changesOf, complaintOf, composer, noteOf } from './support/updates.ts';

const ticketReply = z.object({ ticket: z.looseObject({}) });
const complaint = 'formal_complaint';
const aboutData = { ...cases.awaitingResponse, flags: ['data_protection'] };

let stage: Stage;
beforeAll(async () => {
  const tickets = [
    { id: 501, record: aboutData },
    { id: 502, record: cases.awaitingResponse },
    { id: 503, record: cases.awaitingResponse },
    { id: 510, record: cases.overdue },
    { id: 511, record: cases.overdue },
    { id: 520, record: cases.onTrack },
    { id: 521, record: cases.onTrack },
    { id: 522, record: cases.onTrack },
    { id: 530, record: cases.responded },
    { id: 531, record: cases.responded },
    { id: 540, record: cases.awaitingResponse },
    { id: 550, record: cases.letter, requester: 21, tags: [complaint, 'complaint_post_required'] },
    { id: 551, record: cases.dueToday, requester: 21, tags: [complaint, 'complaint_post_required'] },
    // After the acknowledgement the service's tag is gone, and there is still no e-mail address.
    { id: 552, record: aboutData, requester: 21 },
    { id: 553, record: cases.responded, requester: 21 },
    { id: 554, record: cases.appealed, requester: 21 },
  ];
  stage = withKeptPages(await startStage(tickets));
});
afterEach(async () => {
  stage.sandbox.faults.clear();
  await stage.closePages();
});
afterAll(() => stage.stop());

const letterOf = (frame: Frame) => frame.getByLabel('Letter', { exact: true }).inputValue();

/** Says something on the ticket as somebody else would, by mail or on another page. */
const say = (ticketId: number, authorId: number, body: string) =>
  stage.rest('PUT', `tickets/${ticketId}.json`, {
    ticket: { comment: { body, public: true, author_id: authorId } },
  });

describe('the formal response', () => {
  test('carries outcome, cause, redress and the paragraphs that the case needs', async () => {
    const { page, sidebar } = await stage.open(501);
    await button(sidebar, 'Write formal response').click();
    const added = sidebar.getByRole('region', { name: 'Added to your reply' });
    await added.waitFor();
    await expect
      .poll(() => added.getByRole('listitem').allTextContents())
      .toEqual(['Right to appeal', 'Ombudsman', 'Data protection authority']);
    await expectAccessible(sidebar);
    await sidebar.getByRole('radio', { name: 'Partly' }).check();
    await sidebar.getByLabel('Cause').selectOption({ label: 'billing' });
    await sidebar.getByLabel('Redress').selectOption({ label: 'credit' });
    await button(sidebar, 'Insert into reply').click();
    await sidebar.getByText('Enter an amount, such as 25.00.').waitFor();
    await sidebar.getByLabel('Amount').fill('25,00');
    await button(sidebar, 'Insert into reply').click();
    await sidebar.getByText('In your reply: Formal response.').waitFor();
    await expect
      .poll(() => composer(page).textContent())
      .toMatch(/We uphold it in part\.You may also turn to the data protection authority\.If you disagree/);
    await button(page, 'Submit as Solved').click();
    await expect.poll(() => stage.updates(501)).toHaveLength(2);
    const [redress, sent] = await stage.updates(501);
    expect(complaintOf(redress)).toEqual({
      complaint: { event: 'noted', topic: 'redress', code: 'credit', amount: '25.00', currency: 'GBP' },
    });
    expect(noteOf(redress)).toBe('Redress: credit, £25.00');
    expect(changesOf(redress)).toMatchObject({
      [fields.redress]: 'complaint_redress_credit',
      [fields.redress_amount]: '25.00 GBP',
    });
    expect(changesOf(sent)).toMatchObject({
      status: 'solved',
      [fields.outcome]: 'complaint_outcome_partly_upheld',
      [fields.category]: 'complaint_about_billing',
      tags: expect.arrayContaining(['complaint_response_sent', 'complaint_redress_credit']),
    });
  });

  test('what was chosen survives a reload, and Cancel forgets it', async () => {
    const { page, sidebar } = await stage.open(502);
    await button(sidebar, 'Write formal response').click();
    await sidebar.getByRole('radio', { name: 'Not upheld' }).check();
    await sidebar.getByLabel('Redress').selectOption({ label: 'apology' });
    const again = await stage.show(page, 502);
    await again.getByRole('heading', { name: 'Formal response' }).waitFor();
    await expect.poll(() => again.getByRole('radio', { name: 'Not upheld' }).isChecked()).toBe(true);
    await expect.poll(() => again.getByLabel('Redress').inputValue()).toBe('complaint_redress_apology');
    await button(again, 'Cancel').click();
    await button(again, 'Write formal response').click();
    await expect.poll(() => again.getByRole('radio', { name: 'Not upheld' }).isChecked()).toBe(false);
  });

  test('goes out in the customer’s language, which can be changed', async () => {
    const { sidebar } = await stage.open(503, { agent: agents.german });
    await button(sidebar, 'Abschließend antworten').click();
    await sidebar.getByText('Auf Englisch, Sprache der Person.').waitFor();
    await button(sidebar, 'Ändern').click();
    onTestFinished(
      async () => void (await stage.rest('PUT', 'users/20.json', { user: { locale: 'en-GB' } })),
    );
    await button(sidebar, 'Deutsch').click();
    await sidebar.getByText('Auf Deutsch, Sprache der Person.').waitFor();
    await expect.poll(() => stage.updates(503)).toHaveLength(1);
    expect(complaintOf((await stage.updates(503))[0])).toEqual({
      complaint: { event: 'noted', topic: 'language', language: 'de' },
    });
    expect(await stage.rest('GET', 'users/20.json')).toMatchObject({ user: { locale: 'de' } });
  });

  test('a lead checks it first, and gives it back', async () => {
    const { page, sidebar } = await stage.open(540);
    await button(sidebar, 'Write formal response').click();
    await sidebar.getByRole('radio', { name: 'Upheld', exact: true }).check();
    await button(sidebar, 'Ask a lead to check first').click();
    await sidebar.getByRole('heading', { name: 'Have it checked first' }).waitFor();
    await sidebar.getByLabel('What should they look at? (optional)').fill('The amount?');
    await expectAccessible(sidebar);
    await button(sidebar, 'Ask for a check').click();
    await expect.poll(() => stage.updates(540)).toHaveLength(1);
    const [asked] = await stage.updates(540);
    expect(complaintOf(asked)).toEqual({ complaint: { event: 'noted', topic: 'review_asked' } });
    expect(noteOf(asked)).toBe(
      'Please check this reply before it goes out.\n\nThe amount?\n\nDraft:\n\nThis is our formal response to your complaint.\n\nWe uphold it.\n\nIf you disagree, you may appeal.',
    );
    expect(changesOf(asked)).toMatchObject({ tags: expect.arrayContaining(['complaint_review_asked']) });
    await page.close();

    const lead = await stage.open(540, { agent: agents.german });
    await lead.sidebar.getByRole('heading', { name: 'Zur Prüfung' }).waitFor();
    await lead.sidebar.getByLabel('Anmerkungen (freiwillig)').fill('Passt.');
    await button(lead.sidebar, 'Geprüft').click();
    await expect.poll(() => stage.updates(540)).toHaveLength(2);
    const checked = (await stage.updates(540))[1];
    expect(complaintOf(checked)).toEqual({ complaint: { event: 'noted', topic: 'reviewed' } });
    expect(noteOf(checked)).toBe('Die Antwort ist geprüft.\n\nPasst.');
    await expect.poll(() => lead.sidebar.getByText('Zur Prüfung').count()).toBe(0);
  });
});

describe('an overdue duty', () => {
  test('the reason goes onto the file with the click that writes the message', async () => {
    const { sidebar } = await stage.open(510);
    await sidebar.getByLabel('Reason for the delay').selectOption({ label: 'engineer report' });
    await expectAccessible(sidebar);
    await button(sidebar, 'Write status update').click();
    await sidebar.getByText('In your reply: Status update.').waitFor();
    const [reason, ...more] = await stage.updates(510);
    expect(more).toEqual([]);
    expect(complaintOf(reason)).toEqual({
      complaint: {
        event: 'noted',
        topic: 'delay',
        regime: 'ask4',
        duty: 'update',
        code: 'engineer_report',
      },
    });
    expect(changesOf(reason)).toMatchObject({ [fields.delay_reason]: 'complaint_delay_engineer_report' });
  });

  test('nobody is kept from answering without one', async () => {
    const { sidebar } = await stage.open(511);
    await button(sidebar, 'Write status update').click();
    await sidebar.getByText('In your reply: Status update.').waitFor();
    expect(await stage.updates(511)).toEqual([]);
  });
});

describe('a reply that was typed by hand', () => {
  test('counts by one click', async () => {
    await say(520, agents.english, 'An engineer comes tomorrow.');
    const { sidebar } = await stage.open(520);
    await sidebar.getByText(/^Count your reply of \d\d:\d\d as Status update\?$/).waitFor();
    await expectAccessible(sidebar);
    await button(sidebar, 'Count it').click();
    const isCounting = (one: { metadata: { custom: unknown } }) => JSON.stringify(one).includes('of_audit');
    await expect.poll(async () => (await stage.updates(520)).filter(isCounting)).toHaveLength(1);
    const updates = await stage.updates(520);
    expect(complaintOf(updates.find(isCounting))).toEqual({
      complaint: { event: 'updated', of_audit: expect.stringMatching(/^\d+$/) },
    });
  });

  test('is seen too where it comes in the same second as a change before it', async () => {
    const { page, sidebar } = await stage.open(522);
    let stamped = false;
    await page.route('**/api/v2/tickets/522.json*', async (route) => {
      const response = await route.fetch();
      const { ticket } = ticketReply.parse(await response.json());
      await route.fulfill({ response, json: { ticket: { ...ticket, updated_at: '2026-04-09T10:00:00Z' } } });
      stamped = true;
    });
    const read = page.waitForRequest((request) => stamped && request.url().includes('/comments.json'));
    await stage.rest('PUT', 'tickets/522.json', { ticket: { comment: { body: 'Rang.', public: false } } });
    await (await read).response();
    await say(522, agents.english, 'An engineer comes tomorrow.');
    await sidebar.getByText(/^Count your reply of \d\d:\d\d as Status update\?$/).waitFor();
  });

  test('“No” is remembered', async () => {
    await say(521, agents.english, 'Thanks for the photo.');
    const { page, sidebar } = await stage.open(521, { agent: agents.german });
    await sidebar.getByText(/^Antwort von Amira Shah .* als Zwischenstand zählen\?$/).waitFor();
    await button(sidebar, 'Nein').click();
    await expect.poll(() => sidebar.getByText('zählen?').count()).toBe(0);
    const read = page.waitForResponse((reply) => reply.url().includes('/comments.json'));
    const again = await stage.show(page, 521);
    await read;
    await button(again, 'Zwischenstand schreiben').waitFor();
    expect(await again.getByText('zählen?').count()).toBe(0);
  });
});

describe('a new message after the response', () => {
  test('is quoted as text and may be only a question', async () => {
    await say(530, 20, '<b>When</b> does the credit arrive?\n> Your earlier mail');
    const { sidebar } = await stage.open(530);
    const message = sidebar.getByRole('region', { name: /^New message, \d\d:\d\d$/ });
    await message.getByText('“<b>When</b> does the credit arrive?”').waitFor();
    await expectAccessible(sidebar);
    await button(sidebar, 'Just a question').click();
    const asked = async () =>
      (await stage.updates(530)).filter((one) => JSON.stringify(one).includes('question'));
    await expect.poll(asked).toHaveLength(1);
    expect(complaintOf((await asked())[0])).toEqual({
      complaint: { event: 'noted', topic: 'question', of_audit: expect.stringMatching(/^\d+$/) },
    });
    await stage.writeRecord(530, {
      ...cases.responded,
      notes: [{ topic: 'question', at: Date.parse('2026-04-09T09:30:00Z') }],
    });
    await expect.poll(() => message.count()).toBe(0);
  });

  test('or an appeal', async () => {
    await say(531, 20, 'I do not agree.');
    const { sidebar } = await stage.open(531);
    await sidebar
      .getByRole('region', { name: /^New message/ })
      .getByRole('button', { name: 'Record appeal' })
      .click();
    await sidebar.getByRole('heading', { name: 'Record appeal' }).waitFor();
  });
});

describe('by post', () => {
  test('the letter is printed from text alone, with address and letterhead', async () => {
    const { page, sidebar } = await stage.open(550);
    await button(sidebar, 'Print letter').click();
    await sidebar.getByText('Enter name and address, line by line.').waitFor();
    await sidebar.getByLabel('To', { exact: true }).fill('Mr P. Byrne\n<i>4</i> Mill Lane\nLeeds LS1 4AB');
    await expectAccessible(sidebar);
    const opened = page.context().waitForEvent('page');
    await button(sidebar, 'Print letter').click();
    const letter = await opened;
    await letter.locator('main p').first().waitFor();
    await expect
      .poll(() => letter.locator('address').innerText())
      .toBe('Mr P. Byrne\n<i>4</i> Mill Lane\nLeeds LS1 4AB');
    await expect
      .poll(() => letter.locator('main').innerText())
      .toBe('Thank you. We have received your complaint.');
    expect(await letter.locator('i').count()).toBe(0);
    await expect.poll(() => letter.locator('html').getAttribute('lang')).toBe('en');
    await letter.close();
    const again = await stage.show(page, 550);
    await expect.poll(() => again.getByLabel('To', { exact: true }).inputValue()).toContain('Mill Lane');
  });

  test('gaps are not printed', async () => {
    const { sidebar } = await stage.open(551);
    await sidebar.getByLabel('To', { exact: true }).fill('Mr P. Byrne\n4 Mill Lane\nLeeds LS1 4AB');
    await expect
      .poll(() => sidebar.getByLabel('Letter', { exact: true }).inputValue())
      .toContain('[what we have done so far]');
    await button(sidebar, 'Print letter').click();
    await sidebar.getByText('Fill in [what we have done so far] before you print.').waitFor();
  });

  test('a formal response has outcome, cause, redress and the paragraphs that the case needs', async () => {
    const { sidebar } = await stage.open(552);
    await sidebar.getByRole('heading', { name: 'Formal response by post' }).waitFor();
    await button(sidebar, 'Write another status update').click();
    await sidebar.getByRole('heading', { name: 'Status update by post' }).waitFor();
    await expect.poll(() => letterOf(sidebar)).toContain('[what we have done so far]');
    await button(sidebar, 'Cancel').click();
    await button(sidebar, 'Print letter').click();
    await sidebar.getByText('Choose an outcome first.').waitFor();
    await sidebar.getByRole('radio', { name: 'Partly' }).check();
    await expect
      .poll(() => letterOf(sidebar))
      .toMatch(/We uphold it in part\.\n\nYou may also turn to the data protection authority\.\n\nIf you/);
    await sidebar.getByLabel('Letter', { exact: true }).fill('We uphold it in part, and credit £25.');
    // Another outcome has words of its own, and these come back with theirs.
    await sidebar.getByRole('radio', { name: 'Not upheld' }).check();
    await expect.poll(() => letterOf(sidebar)).toContain('We do not uphold it.');
    await sidebar.getByRole('radio', { name: 'Partly' }).check();
    expect(await letterOf(sidebar)).toBe('We uphold it in part, and credit £25.');
    await sidebar.getByLabel('Cause').selectOption({ label: 'billing' });
    await sidebar.getByLabel('Redress').selectOption({ label: 'credit' });
    await button(sidebar, 'Record as sent').click();
    await sidebar.getByText('Enter an amount, such as 25.00.').waitFor();
    await expectAccessible(sidebar);
    await sidebar.getByLabel('Amount').fill('25');
    await button(sidebar, 'Record as sent').click();
    await expect.poll(() => stage.updates(552)).toHaveLength(2);
    const [redress, posted] = await stage.updates(552);
    expect(complaintOf(redress)).toMatchObject({
      complaint: { topic: 'redress', code: 'credit', amount: '25' },
    });
    expect(complaintOf(posted)).toEqual({
      complaint: { event: 'responded', posted_at: expect.any(String), outcome: 'partly_upheld' },
    });
    expect(noteOf(posted)).toMatch(
      /^Formal response sent by post on .*\.\n\nWe uphold it in part, and credit £25\.$/,
    );
    expect(changesOf(posted)).toMatchObject({
      [fields.outcome]: 'complaint_outcome_partly_upheld',
      [fields.category]: 'complaint_about_billing',
    });
  });

  test('so has the ADR letter its way, after the deadlock', async () => {
    const { page, sidebar } = await stage.open(553);
    await button(sidebar, 'More actions').click();
    await sidebar.getByRole('menuitem', { name: /^No agreement/ }).click();
    await sidebar.getByLabel('What could not be agreed').fill('The amount.');
    await button(sidebar, 'Go on to the letter').click();
    await sidebar.getByRole('heading', { name: 'ADR letter by post' }).waitFor();
    const again = await stage.show(page, 553);
    await expect.poll(() => letterOf(again)).toContain('You may go to the ombudsman');
    await button(again, 'Record as sent').click();
    await expect.poll(() => stage.updates(553)).toHaveLength(2);
    const [deadlock, posted] = await stage.updates(553);
    expect(complaintOf(deadlock)).toEqual({ complaint: { event: 'deadlock' } });
    expect(complaintOf(posted)).toEqual({
      complaint: { event: 'adr_letter_sent', posted_at: expect.any(String) },
    });
    await expect.poll(() => again.getByRole('heading', { name: 'ADR letter by post' }).count()).toBe(0);
  });

  test('and an appeal, from which on its letters count', async () => {
    const { sidebar } = await stage.open(554);
    await button(sidebar, 'Acknowledge it first').click();
    await sidebar.getByRole('heading', { name: 'Appeal acknowledgement by post' }).waitFor();
    await button(sidebar, 'Cancel').click();
    await button(sidebar, 'Write outcome').click();
    await sidebar.getByRole('heading', { name: 'Appeal outcome by post' }).waitFor();
    await sidebar.getByRole('radio', { name: 'Not upheld' }).check();
    await sidebar.getByLabel('Date posted').fill('6 Apr 2026');
    await sidebar.getByLabel('Date posted').press('Tab');
    await button(sidebar, 'Record as sent').click();
    await sidebar.getByText('This lies before the appeal. Check the date.').waitFor();
    await sidebar.getByLabel('Date posted').fill('8 Apr 2026');
    await sidebar.getByLabel('Date posted').press('Tab');
    await button(sidebar, 'Record as sent').click();
    await expect.poll(() => stage.updates(554)).toHaveLength(1);
    expect(complaintOf((await stage.updates(554))[0])).toEqual({
      complaint: {
        event: 'responded',
        posted_at: expect.stringMatching(/^2026-04-08T/),
        outcome: 'not_upheld',
      },
    });
  });
});

test('a letter that is recorded is on the file with its text', async () => {
  const record = recordOf({ kind: 'received', on: '2026-04-08T13:30:00Z', channel: 'letter' });
  await stage.writeRecord(550, record);
  const { sidebar } = await stage.open(550);
  await button(sidebar, 'Record as sent').click();
  await expect.poll(() => stage.updates(550)).toHaveLength(1);
  expect(noteOf((await stage.updates(550))[0])).toMatch(/^Acknowledgement sent by post on .*\n\nThank you\./);
});
