import { cases } from '../cases.ts';
import { createRest } from '../stage/rest.ts';
import { agents } from '../stage.ts';
import { all, COMPLAINT, choose, type Desk, menu, press, type State } from './state.ts';

async function submitAsSolved({ page, sidebar, say }: Desk): Promise<void> {
  await page
    .getByRole('button', { name: /^(Submit with another status|Mit anderem Status einreichen)$/ })
    .click();
  await page.getByRole('menuitem', { name: /Solved|Gelöst/ }).click();
  await sidebar.getByRole('heading', { name: say('guard.title') }).waitFor();
}

/** A colleague writes a note on the ticket while the agent is at it. */
async function anotherReplies({ stage, page, sidebar, say, code }: Desk): Promise<void> {
  const rest = createRest(stage.sandbox.url, code === 'de' ? agents.english : agents.german);
  await sidebar
    .getByText(say('draft.on', { event: say('step.update') }))
    .first()
    .waitFor();
  const id = page.url().split('/').at(-1);
  // Stamps have whole seconds: what comes in the second of the agent's own reading would be no news.
  stage.sandbox.clock.advance(1000);
  await rest('PUT', `tickets/${id}.json`, { ticket: { comment: { body: 'I am on it.', public: false } } });
  await sidebar.getByRole('heading', { name: say('both.title') }).waitFor();
}

/** Complaints whose formal response is still to come. */
export const open: Readonly<Record<string, State>> = {
  received: {
    ticket: { record: cases.received },
    english: ['Acknowledgement', 'On track', 'Fri 10 Apr, 09:00', /22 h [34]\d min left/],
    german: ['Bestätigung', 'Im Plan', 'Fr., 10. Apr., 10:00', /noch 22 Std\. [34]\d Min\./],
  },
  'acknowledgement due': {
    ticket: { record: cases.acknowledgementDue },
    english: ['Due today', 'Today, 13:30', /3 h 1?\d min left/, 'Should have been sent by itself.'],
    german: ['Heute fällig', 'Heute, 14:30', /noch 3 Std\. 1?\d Min\./, 'Hätte von selbst rausgehen sollen.'],
  },
  'on track': {
    ticket: { record: cases.onTrack },
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
    ticket: { record: cases.dueSoon },
    english: ['Due soon', 'Fri 10 Apr', 'next working day'],
    german: ['Bald fällig', 'Fr., 10. Apr.', 'nächster Arbeitstag'],
  },
  'due today': {
    ticket: { record: cases.dueToday },
    english: ['Due today', 'Thu 9 Apr', /by midnight, 13 h [34]\d min left/, 'if the update goes out today'],
    german: [
      'Heute fällig',
      'Do., 9. Apr.',
      /bis 24 Uhr in London, noch 13 Std\. [34]\d Min\./,
      'wenn der Zwischenstand heute rausgeht',
    ],
  },
  'due today, reasons open': {
    ticket: { record: cases.dueToday },
    act: press('why.show'),
    english: ['Good Friday'],
    german: ['Wochenende'],
  },
  overdue: {
    ticket: { record: cases.overdue },
    english: ['Overdue', 'Wed 8 Apr', 'was due yesterday', 'Reason for the delay'],
    german: ['Überfällig', 'Mi., 8. Apr.', 'war gestern fällig'],
  },
  'overdue, with its reason': {
    ticket: { record: cases.overdueWithReason, values: { delay_reason: 'complaint_delay_engineer_report' } },
    english: ['Overdue'],
    german: ['Überfällig'],
  },
  'awaiting the response': {
    ticket: { record: cases.awaitingResponse },
    english: ['Formal response', 'Wed 15 Apr', 'in 4 working days'],
    german: ['Abschließende Antwort', 'Mi., 15. Apr.', 'in 4 Arbeitstagen'],
  },
  'to be checked by a lead': {
    ticket: { record: cases.beingChecked, tags: [COMPLAINT, 'complaint_review_asked'] },
    authors: [0, 0, 0, agents.untagged],
    english: [/^Tom Walsh asks for a check/],
    german: [/^Tom Walsh bittet um Prüfung/],
  },
  'asked a lead, waiting': {
    ticket: { record: cases.beingChecked, tags: [COMPLAINT, 'complaint_review_asked'] },
    authors: [0, 0, 0, 'reader'],
    english: ['With a lead to be checked', /^Asked Wed 8 Apr, 15:40/],
    german: ['Liegt zur Prüfung vor'],
  },
  'asked a lead, checked': {
    ticket: { record: cases.checked },
    authors: [0, 0, 0, 'reader', agents.notesOnly],
    english: ['Checked: your reply can go out', /^By Priya Nair/],
    german: ['Geprüft: Ihre Antwort kann raus'],
  },
  'two agents at once': {
    ticket: { record: cases.onTrack },
    act: all(press('case.writeUpdate'), anotherReplies),
    english: ['Someone else is on this ticket', /^(Jonas Weber|Amira Shah) wrote or changed something here/],
    german: ['Noch jemand ist an diesem Ticket'],
  },
  'app and service differ': {
    ticket: { record: cases.onTrack },
    version: '0.3.0',
    english: ['App and service differ', /the service 0\.3\.0/],
    german: ['App und Dienst passen nicht zusammen'],
  },
  'needs a person': {
    ticket: { record: cases.received, tags: [COMPLAINT, 'complaint_needs_person'] },
    english: ['Needs a person', 'The latest internal note on this ticket says why'],
    german: ['Hier ist ein Mensch gefragt', 'Die letzte interne Notiz an diesem Ticket sagt, warum'],
  },
  'by post': {
    ticket: { record: cases.letter, requester: 21, tags: [COMPLAINT, 'complaint_post_required'] },
    english: ['Acknowledge by post', 'Today, 14:30', 'Posted on'],
    german: ['Bestätigung per Post', 'Heute, 15:30', 'Zur Post gegeben'],
  },
  'service down': {
    ticket: { record: cases.dueToday },
    down: true,
    english: ['Service not reachable'],
    german: ['Dienst nicht erreichbar'],
  },
  'accordions open': {
    ticket: {
      record: cases.withDetails,
      values: {
        summary: 'Activation promised for 30 March. Engineer did not come.',
        category: 'complaint_about_outage',
        evidence_references: '48102, 48077',
        evidence_times: '30 March 2026 at 9am',
        evidence_staff: 'Daniel',
      },
    },
    authors: [agents.english],
    act: all(press('details.title'), press('history.title'), press('related.title')),
    english: ['Complaint received'],
    german: ['Beschwerde eingegangen'],
  },
  'menu open': {
    ticket: { record: cases.awaitingResponse },
    act: press('menu.label'),
    english: ['Withdrawn'],
    german: [],
  },
  'update in the reply': {
    ticket: { record: cases.dueToday },
    act: press('case.writeUpdate'),
    english: ['In your reply: Status update. Sent when you submit.'],
    german: [],
  },
  'guard held': {
    ticket: { record: cases.onTrack },
    act: submitAsSolved,
    english: ['Not sent yet'],
    german: [],
  },
  'response form': {
    ticket: { record: cases.awaitingResponse },
    act: all(press('case.writeResponse'), choose('response.partly')),
    english: ['Added to your reply'],
    german: [],
  },
  'response form, outcome missing': {
    ticket: { record: { ...cases.awaitingResponse, flags: ['data_protection'] } },
    act: all(press('case.writeResponse'), press('response.insert')),
    english: ['Choose an outcome first.'],
    german: [],
  },
  'response in the reply': {
    ticket: { record: cases.awaitingResponse },
    act: all(press('case.writeResponse'), choose('response.notUpheld'), press('response.insert')),
    english: ['In your reply: Formal response. Sent when you submit.'],
    german: [],
  },
  extending: {
    ticket: { record: cases.awaitingResponse },
    act: menu('menu.extend'),
    english: ['Longer by'],
    german: [],
  },
  'asking for evidence': {
    ticket: { record: cases.awaitingResponse, values: { evidence_times: '30 March' } },
    act: menu('menu.askEvidence'),
    english: ['Insert request'],
    german: [],
  },
  withdrawing: {
    ticket: { record: cases.awaitingResponse },
    act: all(menu('menu.withdraw'), press('withdraw.submit')),
    english: ['Choose how the customer told us.'],
    german: [],
  },
  'not a complaint': {
    ticket: { record: cases.awaitingResponse },
    act: menu('menu.notComplaint'),
    english: ['Not a complaint after all'],
    german: [],
  },
  correcting: {
    ticket: { record: cases.awaitingResponse },
    act: menu('menu.correct'),
    english: ['What is wrong?'],
    german: [],
  },
  'changing flags': {
    ticket: { record: cases.awaitingResponse },
    act: menu('menu.flags'),
    english: ['is about personal data'],
    german: [],
  },
  'asking a lead': {
    ticket: { record: cases.awaitingResponse },
    act: menu('menu.askReview'),
    english: ['Have it checked first'],
    german: [],
  },
};
