import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cases } from './support/cases.ts';
import { agents, type Opened, type Stage, type StagedTicket, startStage } from './support/stage.ts';

const complaint = 'formal_complaint';

interface State {
  readonly ticket: StagedTicket;
  /** What the sidebar says first, in English and German. The clock runs on, so minutes are not told to the last. */
  readonly english: readonly (string | RegExp)[];
  readonly german: readonly (string | RegExp)[];
}

const states: Record<string, State> = {
  'no complaint': {
    ticket: { id: 101 },
    english: ['No complaint on this ticket'],
    german: ['Keine Beschwerde auf diesem Ticket'],
  },
  'a call': {
    ticket: { id: 102, via: 'voice' },
    english: ['Not by phone', 'ASK4 takes complaints by online form or letter.', 'Take it anyway'],
    german: ['Nicht per Telefon', 'ASK4 nimmt Beschwerden per Formular oder Brief an.', 'Trotzdem annehmen'],
  },
  recorded: {
    ticket: { id: 103, tags: [complaint] },
    english: ['Recorded', 'The acknowledgement is being sent.'],
    german: ['Aufgenommen', 'Die Eingangsbestätigung wird gesendet.'],
  },
  received: {
    ticket: { id: 104, record: cases.received },
    english: ['Acknowledgement', 'On track', 'Fri 10 Apr, 09:00', /22 h 4\d min left/],
    german: ['Bestätigung', 'Im Plan', 'Fr., 10. Apr., 10:00', /noch 22 Std\. 4\d Min\./],
  },
  'acknowledgement due': {
    ticket: { id: 105, record: cases.acknowledgementDue },
    english: ['Due today', 'Today, 13:30', /3 h 1\d min left/, 'Should have been sent by itself.'],
    german: ['Heute fällig', 'Heute, 14:30', /noch 3 Std\. 1\d Min\./, 'Hätte von selbst rausgehen sollen.'],
  },
  'on track': {
    ticket: { id: 106, record: cases.onTrack },
    english: [
      'Status update',
      'On track',
      'Mon 13 Apr',
      'in 2 working days',
      'at the latest; earlier if you update earlier',
    ],
    german: [
      'Zwischenstand',
      'Im Plan',
      'Mo., 13. Apr.',
      'in 2 Arbeitstagen',
      'spätestens; je nach Zwischenstand früher',
    ],
  },
  'due soon': {
    ticket: { id: 107, record: cases.dueSoon },
    english: ['Due soon', 'Fri 10 Apr', 'next working day'],
    german: ['Bald fällig', 'Fr., 10. Apr.', 'nächster Arbeitstag'],
  },
  'due today': {
    ticket: { id: 108, record: cases.dueToday },
    english: ['Due today', 'Thu 9 Apr', /by midnight, 13 h 4\d min left/, 'if the update goes out today'],
    german: [
      'Heute fällig',
      'Do., 9. Apr.',
      /bis 24 Uhr in London, noch 13 Std\. 4\d Min\./,
      'wenn der Zwischenstand heute rausgeht',
    ],
  },
  overdue: {
    ticket: { id: 109, record: cases.overdue },
    english: ['Overdue', 'Wed 8 Apr', 'was due yesterday'],
    german: ['Überfällig', 'Mi., 8. Apr.', 'war gestern fällig'],
  },
  'awaiting the response': {
    ticket: { id: 110, record: cases.awaitingResponse },
    english: ['Formal response', 'Wed 15 Apr', 'in 4 working days'],
    german: ['Abschließende Antwort', 'Mi., 15. Apr.', 'in 4 Arbeitstagen'],
  },
  'by post': {
    ticket: { id: 111, record: cases.letter, requester: 21, tags: [complaint, 'complaint_post_required'] },
    english: ['Acknowledge by post', 'Today, 14:30', 'Posted on'],
    german: ['Bestätigung per Post', 'Heute, 15:30', 'Zur Post gegeben'],
  },
  refused: {
    ticket: { id: 112, record: cases.refused, via: 'voice' },
    english: ['Not accepted this way', 'ASK4 does not take complaints this way.'],
    german: ['Auf diesem Weg nicht möglich', 'ASK4 nimmt Beschwerden auf diesem Weg nicht an.'],
  },
  'needs a person': {
    ticket: { id: 113, record: cases.received, tags: [complaint, 'complaint_needs_person'] },
    english: ['Needs a person', 'The latest internal note on this ticket says why'],
    german: ['Hier ist ein Mensch gefragt', 'Die letzte interne Notiz an diesem Ticket sagt, warum'],
  },
  responded: {
    ticket: { id: 114, record: cases.responded },
    english: ['Responded', 'On time', 'Partly upheld', 'Tue 7 Apr, 15:48'],
    german: ['Beantwortet', 'Eingehalten', 'Teilweise begründet', 'Di., 7. Apr., 16:48'],
  },
  closed: {
    ticket: { id: 115, record: cases.closed },
    english: ['Closed', 'Partly upheld', 'a new message opens a follow-up ticket'],
    german: ['Abgeschlossen', 'Teilweise begründet', 'öffnet eine neue Nachricht ein Folgeticket'],
  },
  withdrawn: {
    ticket: { id: 116, record: cases.withdrawn },
    english: ['Complaint ended', 'Withdrawn by the customer'],
    german: ['Beschwerde beendet', 'Von der Person zurückgezogen'],
  },
  appealed: {
    ticket: { id: 117, record: cases.appealed },
    english: ['Appeal', 'In progress', 'Since Tue 7 Apr', 'No deadline in the policy'],
    german: ['Überprüfung', 'In Arbeit', 'Seit Di., 7. Apr.', 'Keine Frist in der Richtlinie'],
  },
  'an unreadable record': {
    ticket: { id: 118, record: '{"v":1,"stage":"lost"}' },
    english: ['The dates can’t be read', 'the field'],
    german: ['Die Fristen sind nicht lesbar', 'Das Feld wurde verändert'],
  },
  'a newer record': {
    ticket: { id: 119, record: '{"v":2}' },
    english: ['another version of Complaint Clock'],
    german: ['eine andere Version von Complaint Clock'],
  },
};

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const violationsSchema = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/** What axe finds wrong with the page, one line each. */
async function violations(sidebar: Frame): Promise<string[]> {
  await sidebar.evaluate(axeSource);
  const found = violationsSchema.parse(
    await sidebar.evaluate('axe.run(document).then((it) => it.violations)'),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

let stage: Stage;
let english: Opened;
let german: Opened;
beforeAll(async () => {
  stage = await startStage(Object.values(states).map(({ ticket }) => ticket));
  english = await stage.open(101, { agent: agents.english });
  german = await stage.open(101, { agent: agents.german, colorScheme: 'dark' });
});
afterAll(() => stage.stop());

async function see({ page }: Opened, ticketId: number, texts: readonly (string | RegExp)[]): Promise<Frame> {
  const sidebar = await stage.show(page, ticketId);
  for (const text of texts) await sidebar.getByText(text).first().waitFor({ timeout: 10_000 });
  return sidebar;
}

describe.each(Object.entries(states))('%s', (_name, state) => {
  test('in English, light', async () => {
    const sidebar = await see(english, state.ticket.id, state.english);
    expect(await violations(sidebar)).toEqual([]);
  });

  test('in German, dark', async () => {
    const sidebar = await see(german, state.ticket.id, state.german);
    expect(await sidebar.evaluate('document.documentElement.lang')).toBe('de');
    expect(await violations(sidebar)).toEqual([]);
  });
});
