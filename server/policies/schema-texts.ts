import { COUNTING, date, type SchemaText, text } from './schema-text.ts';
import { COMPANY_TEXTS } from './schema-texts-company.ts';
import { GUIDANCE_TEXTS } from './schema-texts-guidance.ts';
import { LABELS_TEXTS } from './schema-texts-labels.ts';
import { REGIMES_TEXTS } from './schema-texts-regimes.ts';

export type { SchemaText } from './schema-text.ts';

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
  ...COMPANY_TEXTS,
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
  ...REGIMES_TEXTS,
};
