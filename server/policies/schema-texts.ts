import { type SchemaText, text } from './schema-text.ts';
import { GUIDANCE_TEXTS } from './schema-texts-guidance.ts';
import { LABELS_TEXTS } from './schema-texts-labels.ts';

export type { SchemaText } from './schema-text.ts';

const OFFSET = '^\\s*\\d+\\s+(hour|day|calendar day|working day|week|month)s?\\s*$';
const DATE = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';
/** Not blank, and without the braces that Liquid takes for a placeholder. */
const LETTER_TEXT = '^(?![\\s\\S]*\\{[{%])[\\s\\S]*\\S';

const offset = (description: string, ...examples: string[]): SchemaText => ({
  description: `${description} A number and hours, days, working days, weeks or months.`,
  pattern: OFFSET,
  examples,
});
const date = (description: string): SchemaText => ({
  description: `${description} YYYY-MM-DD.`,
  format: 'date',
  pattern: DATE,
  examples: ['2026-04-08'],
});
const letter = (description: string, ...examples: string[]): SchemaText => ({
  ...text(description, ...examples),
  pattern: LETTER_TEXT,
});
const web = (description: string): SchemaText => ({
  ...text(description, 'https://www.example.com/complaints'),
  pattern: '^https?://',
});

const COUNTING = {
  eventOnNonWorkingDay:
    'An event on a day that does not count: count_from_event takes its date as day 0, roll_forward the next working day. The first is a day stricter.',
  endOnNonWorkingDay:
    'A period in days, weeks or months that ends on a day that does not count: keep, or roll_forward to the next working day. Working days and hours never roll.',
  dayEnds: 'The end of a due day: 24:00, or the close of business as HH:MM.',
};

/** Every place of a policy file, by its path; `[]` is an item of a list, `*` a key of the file's own choice. */
export const SCHEMA_TEXTS: Readonly<Record<string, SchemaText>> = {
  id: text('The name of the policy, the same in all its versions.', 'ask4'),
  version: text('The name of this version, in quotes.', '1'),
  effectiveFrom: date('The first day on which a complaint must have been received for this version to hold.'),
  appliesToOpenCases: text(
    'Whether cases received before effectiveFrom that are still open are counted by this version.',
  ),
  appliesTo: text('Which tickets the policy is for; left out: all that no other policy names.'),
  'appliesTo.brands': text('Ids of Zendesk brands.'),
  'appliesTo.brands[]': { description: 'The id of a brand.', examples: [360000000001] },
  'appliesTo.forms[]': { description: 'The id of a ticket form.', examples: [360000000002] },
  'appliesTo.forms': text('Ids of Zendesk ticket forms.'),
  source: text('Where the promises are written down.', 'Complaints policy, as published on the website'),
  company: text('What the letters say of the company.'),
  'company.name': letter('The company, as customers know it.', 'Example Ltd'),
  'company.complaintFormUrl': web('The address of the online form for complaints.'),
  'company.postalAddress': text('Where letters go, line by line, as on an envelope.'),
  'company.postalAddress[]': letter('One line of the address.', '1 Example Street'),
  'company.appealEmail': text('Where an appeal may be sent besides a reply.', 'appeals@example.com'),
  'company.ombudsman': text('The dispute body that a customer may turn to when no agreement is found.'),
  'company.ombudsman.name': text('Its name by language: English and German at least.'),
  'company.ombudsman.name.en': letter('Its name in English.', 'Communications Ombudsman'),
  'company.ombudsman.name.de': letter('Its name in German.', 'Schlichtungsstelle'),
  'company.ombudsman.name.es': letter(
    'Its name in Spanish; English where left out.',
    'Defensor de las comunicaciones',
  ),
  'company.ombudsman.name.fr': letter(
    'Its name in French; English where left out.',
    'Médiateur des communications électroniques',
  ),
  'company.ombudsman.name.nl': letter(
    'Its name in Dutch; English where left out.',
    'Ombudsman voor telecommunicatie',
  ),
  'company.ombudsman.url': web('Its website.'),
  'company.ombudsman.note': text(
    'What the letters say of it besides, by language: English and German at least.',
  ),
  'company.ombudsman.note.en': letter('What they say in English.', 'Taking part is voluntary.'),
  'company.ombudsman.note.de': letter('What they say in German.', 'Die Teilnahme ist freiwillig.'),
  'company.ombudsman.note.es': letter(
    'What they say in Spanish; English where left out.',
    'La participación es voluntaria.',
  ),
  'company.ombudsman.note.fr': letter(
    'What they say in French; English where left out.',
    'La participation est volontaire.',
  ),
  'company.ombudsman.note.nl': letter(
    'What they say in Dutch; English where left out.',
    'Deelname is vrijwillig.',
  ),
  'company.ombudsman.after': offset(
    'How long after the complaint was first made the customer may go there without the company’s leave.',
    '6 weeks',
  ),
  'company.ombudsman.until': offset(
    'How long after the ADR letter the customer may go there at the latest.',
    '12 months',
  ),
  'company.ombudsman.contact': text('Where else it is reached: post, telephone, e-mail, line by line.'),
  'company.ombudsman.contact[]': letter('One line of it.', 'Telephone 0000 000 0000'),
  'company.dataProtectionAuthority': text(
    'Whom a customer may turn to who is not content with how personal data was handled.',
  ),
  'company.dataProtectionAuthority.name': text('Its name by language: English and German at least.'),
  'company.dataProtectionAuthority.name.en': letter('Its name in English.', 'Information Commissioner'),
  'company.dataProtectionAuthority.name.de': letter('Its name in German.', 'Datenschutzaufsicht'),
  'company.dataProtectionAuthority.name.es': letter(
    'Its name in Spanish; English where left out.',
    'Autoridad de protección de datos',
  ),
  'company.dataProtectionAuthority.name.fr': letter(
    'Its name in French; English where left out.',
    'Autorité de protection des données',
  ),
  'company.dataProtectionAuthority.name.nl': letter(
    'Its name in Dutch; English where left out.',
    'Autoriteit Persoonsgegevens',
  ),
  'company.dataProtectionAuthority.url': web('Its website.'),
  ...GUIDANCE_TEXTS,
  ...LABELS_TEXTS,
  timeZone: {
    ...text('The zone whose civil dates count, by its IANA name.', 'Europe/London', 'Europe/Berlin'),
    pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$',
  },
  workingWeek: {
    description: 'The days of the week that count.',
    examples: [['mon', 'tue', 'wed', 'thu', 'fri']],
  },
  'workingWeek[]': text('A day of the week that counts.'),
  regions: {
    description: 'ISO 3166 codes of the regions whose public holidays do not count; several make a union.',
    examples: [['GB-ENG']],
  },
  'regions[]': text('A region whose public holidays do not count.', 'GB-ENG', 'DE-NW'),
  closures: text('Days on which the company is closed, besides public holidays.'),
  'closures[]': {
    description: 'A day as "date", or several as "from" and "until", both included.',
    anyOf: [{ required: ['date'] }, { required: ['from'] }],
  },
  'closures[].date': date('The day of the closure.'),
  'closures[].from': date('The first day of the closure.'),
  'closures[].until': date('The last day of the closure.'),
  'closures[].name': text('Why the company is closed, in English.', 'Company holiday'),
  'closures[].names': text('The reason in other languages, by their codes.'),
  'closures[].names.*': text('The reason in that language.'),
  schedule: {
    description:
      'The id of a Zendesk schedule: its weekdays take the place of the working week, its holidays join the regions’.',
    examples: [360000000003],
  },
  daysOffKnownUntil: date(
    'The last date up to which the days off are complete, where the regions reach further.',
  ),
  workingDays: text('One-off working days: they count although their weekday does not.'),
  'workingDays[]': date('A day that is worked.'),
  counting: text('How days are counted, where official bodies differ.'),
  'counting.eventOnNonWorkingDay': text(COUNTING.eventOnNonWorkingDay),
  'counting.endOnNonWorkingDay': text(COUNTING.endOnNonWorkingDay),
  'counting.dayEnds': text(COUNTING.dayEnds),
  channels: text('The ways by which complaints come, by name, and which of them are taken.'),
  'channels.*': text('One way by which complaints come.'),
  'channels.*.accepted': { description: 'Whether a complaint is taken this way.', examples: [true] },
  'channels.*.exceptions': text('Flags of a complaint that is taken this way all the same.'),
  'channels.*.exceptions[]': text('A flag of the policy.', 'data_protection'),
  'channels.*.via': text('Zendesk’s via.channel values that are taken for this channel.'),
  'channels.*.via[]': text('A via.channel value of Zendesk.', 'email', 'web'),
  reporting: text('What reports may show. Nothing of it decides a date.'),
  'reporting.timelinessPerHandler': text(
    'Whether reports show for each handler how promises were kept; in Germany that needs the works council.',
  ),
  retention: {
    ...text(
      'How long a case is kept in the ledger once it is over; left out: for good. Days, weeks or months.',
      '24 months',
    ),
    pattern: '^\\s*[1-9]\\d*\\s+(day|calendar day|week|month)s?\\s*$',
  },
  sending: text('When nothing is sent by itself.'),
  'sending.perRequesterPerDay': text(
    'Acknowledgements to one requester in 24 hours; one more waits for a person.',
  ),
  'sending.burst': text('As many acknowledgements in as many minutes hold the next for a person.'),
  'sending.burst.count': { description: 'Acknowledgements.', examples: [20] },
  'sending.burst.minutes': { description: 'Minutes.', examples: [10] },
  'sending.recordedWithinHours': text('A complaint recorded longer ago is never acknowledged by itself.'),
  flags: text('What sets complaints apart, for regimes and channels to name.'),
  'flags[]': text('The name of a flag.', 'data_protection'),
  regimes: text('Sets of duties, each with one source; they run side by side on one case.'),
  'regimes[]': text('A set of duties with one source.'),
  'regimes[].id': text('The name of the regime.', 'ofcom_adr'),
  'regimes[].source': text('The rule or policy that the duties come from.', 'Ofcom, General Condition C4'),
  'regimes[].authority': text(
    'Whose rule it is, as agents call them; limits are named after it: "Ofcom limit".',
    'Ofcom',
  ),
  'regimes[].hardCap': text('A regulator’s limit, which nothing extends.'),
  'regimes[].applies': {
    description: 'Which cases the regime applies to: those with a flag, or by a channel. Left out: all.',
    minProperties: 1,
  },
  'regimes[].applies.flags': text('Cases with one of these flags.'),
  'regimes[].applies.flags[]': text('A flag of the policy.', 'data_protection'),
  'regimes[].applies.channels': text('Cases that came by one of these channels.'),
  'regimes[].applies.channels[]': text('A channel of the policy.', 'letter'),
  'regimes[].inForce': text('The days on which a complaint must have been first made, both included.'),
  'regimes[].inForce.from': date('The first day.'),
  'regimes[].inForce.until': date('The last day.'),
  'regimes[].onRefusedChannel': text('Runs also where the company’s policy refuses the channel.'),
  'regimes[].counting': text('What the regime counts otherwise than the policy.'),
  'regimes[].counting.eventOnNonWorkingDay': text(COUNTING.eventOnNonWorkingDay),
  'regimes[].counting.endOnNonWorkingDay': text(COUNTING.endOnNonWorkingDay),
  'regimes[].counting.dayEnds': text(COUNTING.dayEnds),
  'regimes[].duties': text('The duties in the order in which they are done.'),
  'regimes[].duties[]': {
    description: 'One promise: after an event, within a length of time, done by one or more events.',
    oneOf: [
      { required: ['after', 'within'], not: { required: ['earliestOf'] } },
      {
        required: ['earliestOf'],
        not: { anyOf: [{ required: ['after'] }, { required: ['within'] }] },
      },
    ],
  },
  'regimes[].duties[].id': text('The name of the duty.', 'acknowledgement'),
  'regimes[].duties[].source': text('Where the number comes from, if not from the regime’s source.'),
  'regimes[].duties[].after': text('The event that the period is counted from, which is day 0.', 'received'),
  'regimes[].duties[].within': offset('The length of the period.', '24 hours', '3 working days'),
  'regimes[].duties[].earliestOf': text(
    'Instead of after and within: several periods, of which the one that ends first counts.',
  ),
  'regimes[].duties[].earliestOf[]': text('One of the periods.'),
  'regimes[].duties[].earliestOf[].after': text('The event that the period is counted from.', 'deadlock'),
  'regimes[].duties[].earliestOf[].within': offset('The length of the period.', '6 weeks'),
  'regimes[].duties[].doneBy': { description: 'The events that fulfil it.', examples: [['acknowledged']] },
  'regimes[].duties[].doneBy[]': text('An event that fulfils it.', 'acknowledged'),
  'regimes[].duties[].warn': offset('How long before the due time it counts as due soon.', '4 hours'),
  'regimes[].duties[].send': text('What the service sends by itself to fulfil it.'),
  'regimes[].duties[].extension': text(
    'May the deadline be moved: always with a reason, and told before it has passed.',
  ),
  'regimes[].duties[].extension.atMost': offset('All extensions together.', '10 working days'),
  'regimes[].duties[].extension.times': { description: 'How often.', examples: [1] },
  'regimes[].duties[].anotherHandler': text('To be done by somebody who did not write the formal response.'),
  'regimes[].duties[].blocksClosing': text(
    'False: a solved ticket closes the case although the duty is open, and that ends the duty.',
  ),
};
