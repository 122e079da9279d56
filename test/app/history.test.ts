import { describe, expect, test } from 'vitest';
import { caseSchema } from '../../app/service/schemas.ts';
import { type HistorySources, historyOf } from '../../app/sidebar/accordions/history-entry.ts';
import type { Audit } from '../../app/zaf/audits.ts';
import { cases } from './support/cases.ts';
import { inGermany, reading } from './support/reading.ts';
import { at } from './support/records.ts';

const eventsSchema = caseSchema.shape.events;

function event(auditId: number, kind: string, on: string, payload: object = {}, recorded = on) {
  return { kind, at: on, recordedAt: recorded, auditId, authorId: 11, payload };
}

function audit(id: number, on: string, text: string, more: Partial<Audit> = {}): Audit {
  const comment = { id, authorId: 11, at: at(on), public: false, text };
  const empty = { complaint: {}, added: [], macros: [], values: new Map(), changed: [] };
  return { id, authorId: 11, at: at(on), ...empty, comment, ...more };
}

function told(events: unknown[], audits: Audit[] = [], reader = {}, record = cases.overdue): string[] {
  const sources: HistorySources = {
    events: eventsSchema.parse(events),
    audits,
    record,
    reading: reading('2026-04-09T09:12:00Z', reader),
  };
  return historyOf(sources).map(({ title, details, words, struck }) =>
    [struck ? `(${title})` : title, ...details, ...(words ? [`“${words}”`] : [])].join(' | '),
  );
}

describe('the history of a case', () => {
  const corrected = [
    event(1, 'received', '2026-03-31T15:22:00Z', { channel: 'email', corrected_by: 3 }),
    event(
      1,
      'received',
      '2026-03-30T08:00:00Z',
      { channel: 'letter', corrected_at: 3 },
      '2026-03-31T15:22:00Z',
    ),
    event(2, 'updated', '2026-04-01T09:00:00Z', { corrected_by: 3, void: true }),
  ];

  test('shows both what was said first and what holds now, the latest first', () => {
    expect(told(corrected)).toEqual([
      '(Status update sent) | Corrected: it never happened',
      '(Complaint received) | E-mail | Corrected since',
      'Complaint received | Letter | As corrected | Entered Tue 31 Mar, 16:22',
    ]);
    expect(told(corrected, [], inGermany)[0]).toBe('(Zwischenstand gesendet) | Berichtigt: gab es nicht');
  });

  test('says why an entry does not count, in the words of whoever made it and in its own', () => {
    const refused = event(5, 'extended', '2026-04-09T08:00:00Z', {
      duty: 'update',
      within: '5 working days',
      refused: 'too_late',
    });
    expect(told([refused], [audit(5, '2026-04-09T08:00:00Z', 'The engineer is ill.')])).toEqual([
      '(Deadline extended) | Status update: 5 working days more | Does not count: the deadline had passed | “The engineer is ill.”',
    ]);
  });

  test('an extension names the date of before', () => {
    const [first, ...others] = cases.onTrack.deadlines.filter(({ duty }) => duty === 'update');
    if (!first) throw new Error('no update is owed');
    const within = { amount: 2, unit: 'working_days' } as const;
    const extension = { at: at('2026-04-09T08:00:00Z'), within, dueAt: first.dueAt, dueDate: first.dueDate };
    const record = { ...cases.onTrack, deadlines: [{ ...first, extensions: [extension] }, ...others] };
    const events = [
      event(5, 'extended', '2026-04-09T08:00:00Z', { duty: 'update', within: '2 working days' }),
    ];
    expect(told(events, [], {}, record)).toEqual([
      'Deadline extended | Status update: 2 working days more, was Mon 13 Apr',
    ]);
  });

  test('dates that the service has recounted stand among the rest; a reply to the customer is no reason', () => {
    const moved = audit(8, '2026-04-08T10:00:00Z', 'Easter Monday is a day off now.', {
      complaint: { notes: ['moved:ask4.update:2026-04-14'] },
    });
    const reply = audit(2, '2026-04-07T09:00:00Z', 'Dear Ms Patel');
    const audits = [
      { ...reply, comment: { id: 2, authorId: 11, at: 0, public: true, text: 'Dear Ms Patel' } },
      moved,
    ];
    const noted = event(9, 'noted', '2026-04-09T09:00:00Z', {
      topic: 'ombudsman_date',
      due_date: '2026-04-14',
    });
    expect(told([event(2, 'acknowledged', '2026-04-07T09:00:00Z'), noted], audits)).toEqual([
      'Ombudsman set a date | Due Tue 14 Apr',
      'Dates recounted | “Easter Monday is a day off now.”',
      'Acknowledged',
    ]);
  });

  test('a kind of event that a newer service knows is told in general words', () => {
    expect(told([event(1, 'mediated', '2026-04-01T09:00:00Z', { refused: 'too_noisy' })])).toEqual([
      '(Another entry) | Does not count: too_noisy',
    ]);
  });
});
