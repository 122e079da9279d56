import { cases } from '../cases.ts';
import { agents } from '../stage.ts';
import { all, COMPLAINT, check, choose, type Desk, fill, press, type State, write } from './state.ts';

const LETTER = `I wish to complain formally about my broadband, for the third time. Activation was promised for 30 March 2026 at 9am, and nobody came.
I spoke to Daniel from your support team, who gave me ticket number 48102. You can reach me on 07700 900123.`;

/** Zendesk takes no change any more. */
async function failingWrites({ stage }: Desk): Promise<void> {
  stage.sandbox.faults.add(({ method }) => (method === 'PUT' ? { cut: true } : undefined));
}

/** In the frame: pauses are a hundredth of what they are meant to be, until told otherwise. */
const HURRY = `(() => {
  const pause = window.setTimeout;
  window.setTimeout = (work, ms, ...rest) => pause(work, (ms ?? 0) / 100, ...rest);
  window.stopHurrying = () => { window.setTimeout = pause; };
})()`;

/** The service is waited for as long as an agent is asked to. */
async function untilSlow({ sidebar, say }: Desk): Promise<void> {
  await sidebar.evaluate(HURRY);
  await sidebar.getByRole('heading', { name: say('waiting.slowTitle') }).waitFor();
  await sidebar.evaluate('window.stopHurrying()');
}

/** The account's settings say that nobody may tag. */
const tagsOff: State['fault'] = ({ path }) =>
  path.includes('/account/settings')
    ? { status: 200, body: '{"settings":{"tickets":{"tagging":false}}}' }
    : undefined;

/** Tickets that carry no complaint yet, or whose dates nobody knows. */
export const before: Readonly<Record<string, State>> = {
  'no complaint': {
    ticket: { body: 'Please send me the invoice for March.' },
    english: ['No complaint on this ticket'],
    german: ['Keine Beschwerde auf diesem Ticket'],
  },
  hint: {
    ticket: { body: LETTER },
    english: ['Is this a complaint?', 'Acknowledgement would be due'],
    german: ['Ist das eine Beschwerde?', 'Bestätigung wäre fällig'],
  },
  'belongs to a complaint': {
    ticket: { body: 'Here is the bill.', tags: ['complaint_part_of_101'] },
    english: ['Belongs to complaint #101'],
    german: ['Gehört zu Beschwerde #101'],
  },
  'a call': {
    ticket: { via: 'voice', body: 'Call, 3 min.' },
    english: ['Not by phone', 'ASK4 takes complaints by online form or letter.', 'Take it anyway'],
    german: ['Nicht per Telefon', 'ASK4 nimmt Beschwerden per Formular oder Brief an.', 'Trotzdem annehmen'],
  },
  'a call, how to complain in the reply': {
    ticket: { via: 'voice', body: 'Call, 3 min.' },
    act: press('phone.insert'),
    english: ['Take it anyway'],
    german: ['Trotzdem annehmen'],
  },
  'recording, empty': {
    ticket: { body: 'Please send me the invoice for March.' },
    act: press('none.record'),
    english: ['If recorded now'],
    german: ['Bei Aufnahme jetzt'],
  },
  'recording, letter with faults': {
    ticket: { body: 'Scan of a letter.', requester: 21 },
    act: all(press('none.record'), choose('form.byLetter'), press('form.submit')),
    english: ['Enter the date and the time at which the letter arrived.'],
    german: ['Bitte Datum und Uhrzeit des Briefeingangs angeben.'],
  },
  'recording, letter with preview': {
    ticket: { body: 'Scan of a letter.', requester: 21 },
    act: all(
      press('none.record'),
      choose('form.byLetter'),
      fill('form.date', '2026-04-08'),
      fill('form.time', '9:30'),
      fill(
        'form.summary',
        'Activation promised for 30 March. Engineer did not come. Two calls, no call back.',
      ),
    ),
    english: [/(1 h )?[45]\d min late/],
    german: [/zu spät/],
  },
  'recording, everything open': {
    ticket: { body: LETTER },
    act: all(
      press('hint.yes'),
      press('form.summaryPropose'),
      press('form.evidence'),
      press('form.customer'),
      check('form.first'),
      check('form.represented'),
      press('form.submit'),
    ),
    english: ['Earlier ticket numbers', 'Enter the date and the time of the call.'],
    german: ['Frühere Ticketnummern'],
  },
  recorded: {
    ticket: { tags: [COMPLAINT] },
    english: ['Recorded', 'The acknowledgement is being sent.'],
    german: ['Aufgenommen', 'Die Eingangsbestätigung wird gesendet.'],
  },
  'recorded, no answer from the service yet': {
    ticket: { tags: [COMPLAINT] },
    act: untilSlow,
    english: ['Recorded, no answer yet'],
    german: ['Aufgenommen, noch keine Rückmeldung'],
  },
  refused: {
    ticket: { record: cases.refused, via: 'voice' },
    english: ['Not accepted this way', 'ASK4 does not take complaints this way.'],
    german: ['Auf diesem Weg nicht möglich', 'ASK4 nimmt Beschwerden auf diesem Weg nicht an.'],
  },
  'an unreadable record': {
    ticket: { record: '{"v":1,"stage":"lost"}' },
    english: ['The dates can’t be read', 'the field'],
    german: ['Die Fristen sind nicht lesbar', 'Das Feld wurde verändert'],
  },
  'a newer record': {
    ticket: { record: '{"v":2}' },
    english: ['another version of Complaint Clock'],
    german: ['eine andere Version von Complaint Clock'],
  },
  'set-up missing': {
    ticket: { record: cases.onTrack },
    fault: ({ path }) =>
      path.includes('/ticket_fields')
        ? { status: 200, body: '{"ticket_fields":[],"meta":{"has_more":false},"links":{}}' }
        : undefined,
    english: ['Not set up in this account'],
    german: [],
  },
  'recording fails': {
    ticket: { body: 'Please send me the invoice for March.' },
    act: all(press('none.record'), failingWrites, press('form.submit')),
    english: ['Zendesk could not be reached. Check your connection and try again.'],
    german: [],
  },
  'new ticket': {
    ticket: 'new',
    english: ['A new ticket'],
    german: ['Neues Ticket'],
  },
  'new ticket, a letter': {
    ticket: 'new',
    act: all(
      press('letter.start'),
      fill('form.date', '2026-04-08'),
      fill('form.time', '9:30'),
      fill('form.summary', 'No connection since 2 March.'),
    ),
    english: ['Log a letter', 'Not chosen yet: requester, on the left'],
    german: [],
  },
  'plain language': {
    ticket: { record: cases.onTrack },
    act: all(
      write(
        `Dear Ms Patel, the packet loss at your CPE is gone. We have ${'asked the depot again and '.repeat(6)}heard nothing.`,
      ),
      press('plain.show'),
    ),
    english: ['3 things to say more plainly'],
    german: [],
  },
  'only internal notes': {
    ticket: { record: cases.onTrack },
    agent: 'notesOnly',
    english: ['You can only write internal notes'],
    german: [],
  },
  'a role without tags': {
    ticket: { record: cases.onTrack },
    agent: 'untagged',
    english: ['Your role can’t add tags'],
    german: [],
  },
  'tags switched off': {
    ticket: { record: cases.onTrack },
    fault: tagsOff,
    english: ['Tags are switched off in this account', /Your Zendesk admin can switch tags on/],
    german: ['Stichwörter sind in diesem Konto abgeschaltet'],
  },
  'recording with tags switched off': {
    ticket: { body: 'Please send me the invoice for March.' },
    fault: tagsOff,
    act: press('none.record'),
    english: [/so none can be recorded now/],
    german: ['Stichwörter sind in diesem Konto abgeschaltet'],
  },
  'recording, a role without tags': {
    ticket: { body: 'Please send me the invoice for March.' },
    agent: 'untagged',
    act: all(press('none.record'), press('form.submit')),
    english: ['Your role can’t add tags', /Zendesk keeps no tag from you/],
    german: ['Ihre Rolle darf keine Stichwörter setzen'],
  },
  'count your reply': {
    ticket: {
      record: cases.onTrack,
      replies: [{ author: agents.german, body: 'An engineer comes tomorrow.', at: '-1h' }],
    },
    english: [/Count .* as Status update\?/],
    german: [/als Zwischenstand zählen\?/],
  },
};
