import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../domain/calendar.ts';
import type { CaseEvent } from '../../domain/events.ts';
import { deadlineState, openDeadlines } from '../../domain/index.ts';
import { localDate } from '../../domain/local-date.ts';
import { movedPromises } from '../../domain/moved-promises.ts';
import { isReference, notesOf } from '../../domain/noted.ts';
import { reasonText } from '../../domain/reason-text.ts';
import { explain } from '../../domain/reasons.ts';
import { decodeRecord, encodeRecord } from '../../domain/record-text.ts';
import { ask4, at, caseOf, deadlineFor, deadlinesFor, event, planOf } from './support.ts';

const received = event('received', '2026-07-01 09:00', { channel: 'email' });
const acknowledged = event('acknowledged', '2026-07-01 10:00');
const noted = (when: string, extras: Partial<CaseEvent>): CaseEvent => event('noted', when, extras);

const referred = event('referred', '2026-09-01 10:00', { reference: 'CO-77' });
const dated = (when: string, date: string): CaseEvent =>
  noted(when, { topic: 'ombudsman_date', dueDate: localDate(date) });

describe('a date that the ombudsman has set', () => {
  const first = dated('2026-09-02 11:00', '2026-09-25');
  const caseFile = (...more: readonly CaseEvent[]) =>
    deadlineFor('case_file', deadlinesFor([received, acknowledged, referred, first, ...more], ask4));

  it('runs to the end of that date in the zone of the policy, is warned of a week ahead and falls overdue', () => {
    const deadline = caseFile();
    expect(deadline).toMatchObject({ regime: 'ombudsman', dueDate: '2026-09-25', dueAt: at('2026-09-26') });
    const states = ['2026-09-17 23:59', '2026-09-18 00:00', '2026-09-25 23:59', '2026-09-26 00:00'];
    expect(states.map((time) => deadlineState(deadline, at(time)))).toEqual([
      'running',
      'due_soon',
      'due_soon',
      'overdue',
    ]);
  });

  it('is kept by the case file or the decision, and gives way to a later date', () => {
    const sent = noted('2026-09-20 10:00', { topic: 'case_file_sent' });
    expect(caseFile(sent).doneAt).toBe(sent.at);
    const decided = event('decided', '2026-09-24 10:00', { decision: 'settled', accepted: true });
    expect(caseFile(decided).doneAt).toBe(decided.at);
    const later = dated('2026-09-21 10:00', '2026-10-02');
    expect(caseFile(sent, later)).toMatchObject({ dueDate: '2026-10-02' });
    expect(caseFile(sent, later).doneAt).toBeUndefined();
    expect(
      deadlinesFor([received, referred, first, later], ask4).filter(({ duty }) => duty === 'case_file'),
    ).toHaveLength(1);
  });

  it('is refused while the case is not with the ombudsman', () => {
    const { refused } = caseOf([received, acknowledged, first]);
    expect(refused.map(({ why }) => why)).toEqual(['not_referred']);
    expect(deadlinesFor([received, acknowledged, first]).map(({ duty }) => duty)).not.toContain('case_file');
  });

  it('may lie beyond what the calendar knows, and is explained without it', () => {
    const far = caseFile(dated('2026-09-03 10:00', '2091-01-05'));
    const nothing = createCalendar({
      zone: 'Europe/London',
      week: [1, 2, 3, 4, 5],
      off: [],
      from: localDate('2026-09-01'),
      until: localDate('2026-09-05'),
    });
    const lines = explain(far, nothing, ask4.counting);
    expect(lines.map((line) => reasonText(line, 'en', ask4.timeZone))).toEqual([
      'Thu 3 Sept 2026, 10:00: date set by the ombudsman, no period to count',
      'due Fri 5 Jan 2091, 24:00',
    ]);
    expect(lines.map((line) => reasonText(line, 'de', ask4.timeZone))[0]).toMatch(
      /Termin der Schlichtungsstelle/,
    );
  });

  it('is the next thing due, the next step and the due date of the fields', () => {
    const answered = [event('updated', '2026-07-03 09:00'), event('responded', '2026-07-10 09:00')];
    const letter = event('adr_letter_sent', '2026-07-20 09:00');
    const events = [received, acknowledged, ...answered, letter, referred, first];
    const plan = planOf(events, '2026-09-19 09:00', { policy: ask4 });
    expect(openDeadlines(plan.deadlines, at('2026-09-19 09:00')).map(({ duty }) => duty)).toEqual([
      'case_file',
    ]);
    expect(plan.fields).toMatchObject({
      stage: 'complaint_stage_referred',
      next_step: 'complaint_next_case_file',
      next_due: '2026-09-25',
    });
    expect(plan.tags).toContain('complaint_due_soon');
    expect(plan.notes.map(({ code }) => code)).toContain('due_soon');
    const { record, deadlines } = plan;
    const calendar = createCalendar(record.calendar);
    expect(movedPromises(record, { deadlines, calendar, policy: ask4 })).toEqual([]);
  });
});

describe('what is noted', () => {
  const delay = (when: string, duty: string, code: string) =>
    noted(when, { topic: 'delay', regime: 'ask4', duty, code });

  it('moves no stage and no date, also once the case has ended', () => {
    const facts = [
      noted('2026-06-01 09:00', { topic: 'representative', recordedAt: at('2026-07-02 09:00') }),
      noted('2026-07-02 09:00', { topic: 'review_asked' }),
      delay('2026-07-08 09:00', 'update', 'workload'),
      noted('2026-08-20 09:00', { topic: 'language', language: 'de' }),
    ];
    const events = [received, acknowledged, event('withdrawn', '2026-08-01 09:00')];
    expect(deadlinesFor([...events, ...facts])).toEqual(deadlinesFor(events));
    const kase = caseOf([...events, ...facts]);
    expect([kase.stage, kase.refused]).toEqual(['ended', []]);
    expect(kase.events.filter(({ kind }) => kind === 'noted')).toHaveLength(4);
  });

  it('is on the record: the latest of a topic, of each duty for delays, of each ticket that was linked', () => {
    const facts = [
      delay('2026-07-07 09:00', 'update', 'workload'),
      delay('2026-07-08 09:00', 'update', 'customer'),
      delay('2026-07-20 09:00', 'response', 'oversight'),
      noted('2026-07-21 09:00', { topic: 'linked', ticket: 7 }),
      noted('2026-07-21 10:00', { topic: 'linked', ticket: 8 }),
      noted('2026-07-22 09:00', { topic: 'redress', code: 'credit', amount: '25.00', currency: 'GBP' }),
      noted('2026-07-23 09:00', { topic: 'question', ofAudit: 99 }),
    ];
    const { record } = planOf([received, acknowledged, ...facts], '2026-07-24 09:00');
    expect(record.notes?.map(({ topic, duty, code, ticket }) => [topic, duty ?? ticket, code])).toEqual([
      ['delay', 'update', 'customer'],
      ['delay', 'response', 'oversight'],
      ['linked', 7, undefined],
      ['linked', 8, undefined],
      ['redress', undefined, 'credit'],
      ['question', undefined, undefined],
    ]);
    expect(record.events.map(({ kind }) => kind)).not.toContain('noted');
    expect(decodeRecord(encodeRecord(record))).toEqual({ ok: true, record });
    expect(notesOf([received])).toEqual([]);
  });

  it('sets the flags from then on, in place of those before, and starts or ends what hangs on them', () => {
    const flags = (when: string, ...list: string[]) => noted(when, { topic: 'flags', flags: list });
    const flagged = { ...received, flags: ['needs_support'] };
    const dp = flags('2026-07-03 09:00', 'data_protection');
    const regimes = (...events: CaseEvent[]) => [
      ...new Set(deadlinesFor([flagged, acknowledged, ...events], ask4).map(({ regime }) => regime)),
    ];
    expect(regimes()).not.toContain('uk-data-protection');
    expect(regimes(dp)).toContain('uk-data-protection');
    expect(regimes(dp, flags('2026-07-04 09:00'))).not.toContain('uk-data-protection');
    expect(caseOf([flagged, acknowledged, dp]).flags).toEqual(['data_protection']);
    const early = flags('2026-06-30 09:00', 'abusive_behaviour');
    expect(caseOf([early, flagged, acknowledged]).flags).toEqual(['needs_support']);
    const { record } = planOf(
      [{ ...flagged, firstMadeAt: at('2026-06-20 08:00') }, acknowledged, dp],
      '2026-07-04',
    );
    expect([record.flags, record.firstMadeAt]).toEqual([['data_protection'], at('2026-06-20 08:00')]);
    expect(decodeRecord(encodeRecord(record))).toEqual({ ok: true, record });
  });
});

it.each([
  ['CO-77/26', true],
  ['123456', true],
  ['call Mrs Smith on Monday', false],
  ['', false],
  ['-', false],
  ['x'.repeat(41), false],
])('a reference may be %j: %s', (text, is) => {
  expect(isReference(text)).toBe(is);
});
