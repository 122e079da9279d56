import { type ClockRecord, localDate } from '../../../domain/index.ts';
import { at, recordOf } from './records.ts';

const received = (on: string, channel = 'form') => ({ kind: 'received', on, channel }) as const;
const acknowledged = (on: string) => ({ kind: 'acknowledged', on }) as const;
const updated = (on: string) => ({ kind: 'updated', on }) as const;
const responded = (on: string) => ({ kind: 'responded', on, outcome: 'partly_upheld' }) as const;

const begun = [received('2026-03-23T09:14:00Z'), acknowledged('2026-03-23T09:14:00Z')] as const;

const atOmbudsman = [
  received('2026-02-02T09:20:00Z'),
  acknowledged('2026-02-02T09:20:00Z'),
  updated('2026-02-05T10:00:00Z'),
  responded('2026-02-16T11:00:00Z'),
  { kind: 'appealed', on: '2026-02-20T11:00:00Z' },
  { kind: 'appeal_responded', on: '2026-03-09T11:00:00Z' },
  { kind: 'adr_letter_sent', on: '2026-03-27T11:00:00Z' },
  { kind: 'referred', on: '2026-04-01T11:00:00Z', reference: 'CO-2026-11873' },
] as const;

const caseFileAsked = {
  kind: 'noted',
  on: '2026-04-02T11:00:00Z',
  topic: 'ombudsman_date',
  dueDate: localDate('2026-04-14'),
  reference: 'CO-2026-11873',
} as const;

const toAnswer = [
  received('2026-03-31T15:22:00Z'),
  acknowledged('2026-04-01T07:14:00Z'),
  updated('2026-04-02T10:00:00Z'),
] as const;
const reviewAsked = { kind: 'noted', on: '2026-04-08T14:40:00Z', topic: 'review_asked' } as const;
const reviewed = { kind: 'noted', on: '2026-04-09T08:40:00Z', topic: 'reviewed' } as const;

/** Puts what was noted onto the record, as the service does. */
function withReview(record: ClockRecord): ClockRecord {
  const noted = record.events.filter(({ kind }) => kind === 'noted');
  const topics = [reviewAsked.topic, reviewed.topic] as const;
  const notes = noted.flatMap(({ at: when }, index) => {
    const topic = topics[index];
    return topic ? [{ topic, at: when }] : [];
  });
  return { ...record, notes };
}

/** Cases as they stand on Thursday, 9 April 2026, 10:12 in London. */
export const cases = {
  received: recordOf(received('2026-04-09T08:00:00Z')),
  acknowledgementDue: recordOf(received('2026-04-08T12:30:00Z')),
  onTrack: recordOf(received('2026-04-08T12:05:00Z'), acknowledged('2026-04-08T12:05:00Z')),
  dueSoon: recordOf(received('2026-04-07T12:05:00Z'), acknowledged('2026-04-07T12:05:00Z')),
  dueToday: recordOf(received('2026-04-01T14:04:00Z'), acknowledged('2026-04-02T07:31:00Z')),
  overdue: recordOf(received('2026-03-31T15:22:00Z'), acknowledged('2026-04-01T07:14:00Z')),
  awaitingResponse: recordOf(...toAnswer),
  letter: recordOf(received('2026-04-08T13:30:00Z', 'letter')),
  refused: recordOf(received('2026-04-08T13:30:00Z', 'phone')),
  responded: recordOf(...begun, updated('2026-03-26T10:00:00Z'), responded('2026-04-07T14:48:00Z')),
  closed: recordOf(...begun, updated('2026-03-26T10:00:00Z'), responded('2026-04-07T14:48:00Z'), {
    kind: 'closed',
    on: '2026-04-08T10:00:00Z',
  }),
  withdrawn: recordOf(received('2026-04-07T09:14:00Z'), acknowledged('2026-04-07T09:14:00Z'), {
    kind: 'withdrawn',
    on: '2026-04-08T10:00:00Z',
  }),
  appealed: recordOf(...begun, updated('2026-03-26T10:00:00Z'), responded('2026-04-02T14:48:00Z'), {
    kind: 'appealed',
    on: '2026-04-07T10:00:00Z',
  }),
  deadlocked: recordOf(...begun, updated('2026-03-26T10:00:00Z'), responded('2026-04-02T14:48:00Z'), {
    kind: 'deadlock',
    on: '2026-04-09T08:00:00Z',
  }),
  referred: recordOf(...atOmbudsman),
  caseFileDue: {
    ...recordOf(...atOmbudsman, caseFileAsked),
    notes: [
      {
        topic: 'ombudsman_date',
        at: at(caseFileAsked.on),
        dueDate: caseFileAsked.dueDate,
        reference: caseFileAsked.reference,
      },
    ],
  },
  withDetails: {
    ...recordOf(
      { ...received('2026-04-08T12:05:00Z', 'email'), firstMadeAt: at('2026-03-30T09:15:00Z') },
      acknowledged('2026-04-08T12:05:00Z'),
    ),
    flags: ['needs_support', 'data_protection'],
    firstMadeAt: at('2026-03-30T09:15:00Z'),
    notes: [
      { topic: 'representative', at: at('2026-04-08T12:05:00Z') },
      { topic: 'language', at: at('2026-04-08T12:05:00Z'), language: 'de' },
    ],
  },
  withRedress: {
    ...recordOf(...begun, updated('2026-03-26T10:00:00Z'), responded('2026-04-07T14:48:00Z')),
    notes: [
      { topic: 'redress', at: at('2026-04-07T14:48:00Z'), code: 'credit', amount: '20.00', currency: 'GBP' },
    ],
  },
  beingChecked: withReview(recordOf(...toAnswer, reviewAsked)),
  checked: withReview(recordOf(...toAnswer, reviewAsked, reviewed)),
  overdueWithReason: {
    ...recordOf(received('2026-03-31T15:22:00Z'), acknowledged('2026-04-01T07:14:00Z')),
    notes: [
      {
        topic: 'delay',
        at: at('2026-04-09T08:00:00Z'),
        regime: 'ask4',
        duty: 'update',
        code: 'engineer_report',
      },
    ],
  },
} satisfies Record<string, ClockRecord>;
