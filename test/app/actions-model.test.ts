import { describe, expect, test } from 'vitest';
import { corrected, metadataOf, voidable } from '../../app/sidebar/actions/correct/correction.ts';
import { extendable, lengthTyped, tryExtension } from '../../app/sidebar/actions/extend/extension.ts';
import { toldEvents } from '../../app/sidebar/model/told-case.ts';
import { eventsOf, movesBetween, type Rules, whatIf } from '../../app/sidebar/model/what-if.ts';
import { type CaseEvent, createCalendar, type Policy } from '../../domain/index.ts';
import { cases } from './support/cases.ts';
import { at, calendar, policy, recordOf } from './support/records.ts';

const rules: Rules = { policy, calendar: createCalendar(calendar) };

/** The promise with leave to move the response by ten working days in all, once. */
const lenient: Policy = {
  ...policy,
  regimes: policy.regimes.map((regime) => ({
    ...regime,
    duties: regime.duties.map((duty) =>
      duty.id === 'response'
        ? { ...duty, extension: { atMost: { amount: 40, unit: 'working_days' as const }, times: 1 } }
        : duty,
    ),
  })),
};
const lenientRules: Rules = { ...rules, policy: lenient };

describe('a case counted again from its record', () => {
  test.each(Object.entries(cases))('%s has the deadlines that the service wrote', (_name, record) => {
    expect(whatIf(eventsOf(record), rules)?.deadlines).toEqual(record.deadlines);
  });

  test('with a date of the ombudsman’s, which stands among the notes', () => {
    const dueDate = recordOf(
      { kind: 'received', on: '2026-03-02T09:00:00Z', channel: 'form' },
      { kind: 'responded', on: '2026-03-10T09:00:00Z', outcome: 'not_upheld' },
      { kind: 'referred', on: '2026-04-01T09:00:00Z' },
    );
    const note = {
      topic: 'ombudsman_date',
      at: at('2026-04-02T09:00:00Z'),
      dueDate: dueDate.calendar.until,
    } as const;
    const deadlines = whatIf(eventsOf({ ...dueDate, notes: [note] }), rules)?.deadlines;
    expect(deadlines?.at(-1)).toMatchObject({ regime: 'ombudsman', dueDate: dueDate.calendar.until });
  });
});

describe('an extension', () => {
  const record = cases.awaitingResponse;
  const now = at('2026-04-09T09:12:00Z');
  const deadline = { regime: 'ask4', duty: 'response' };
  const tried = (days: number, by = lenientRules) =>
    tryExtension(record, by, { deadline, by: { amount: days, unit: 'working_days' }, now });

  test('is offered only where the policy foresees one and the date has not passed', () => {
    expect(extendable(record.deadlines, policy, now)).toEqual([]);
    expect(extendable(record.deadlines, lenient, now).map(({ duty }) => duty)).toEqual(['response']);
    expect(extendable(record.deadlines, lenient, at('2026-05-30T09:12:00Z'))).toEqual([]);
  });

  test('shows the date before and after, counted as the service counts', () => {
    expect(tried(3)).toMatchObject({
      ok: true,
      // Seven working days after Thu 2 April, without Good Friday and Easter Monday; then three more.
      before: { dueDate: '2026-04-15' },
      after: { dueDate: '2026-04-20' },
    });
  });

  test.each([
    [41, 'extend.tooLong'],
    // The regulator's eight weeks end on Tue 26 May.
    [30, 'extend.pastCap'],
  ])('of %i working days is refused: %s', (days, fault) => {
    expect(tried(days)).toEqual({ ok: false, fault });
  });

  test('is refused a second time, and where the policy has none', () => {
    const extended = recordOf(
      { kind: 'received', on: '2026-03-31T15:22:00Z', channel: 'form' },
      { kind: 'updated', on: '2026-04-02T10:00:00Z' },
    );
    const once = tryExtension(extended, lenientRules, {
      deadline,
      by: { amount: 1, unit: 'working_days' },
      now,
    });
    if (!once.ok) throw new Error(once.fault);
    const moved = extended.deadlines.map((one) => (one.duty === 'response' ? once.after : one));
    const again = tryExtension({ ...extended, deadlines: moved }, lenientRules, {
      deadline,
      by: { amount: 1, unit: 'working_days' },
      now,
    });
    expect(again).toEqual({ ok: false, fault: 'extend.tooOften' });
    expect(tried(1, rules)).toEqual({ ok: false, fault: 'extend.notForeseen' });
  });

  test.each([
    ['3', 3],
    [' 12 ', 12],
  ])('takes the number %o', (typed, amount) => {
    expect(lengthTyped(typed, 'days')).toEqual({ amount, unit: 'days' });
  });
  test.each(['', '0', '-1', '1.5', 'three', '9999'])('takes no %o', (typed) => {
    expect(lengthTyped(typed, 'days')).toBeUndefined();
  });
});

const told = (event: Partial<CaseEvent> & Pick<CaseEvent, 'kind' | 'auditId'>, on: string): CaseEvent => ({
  at: at(on),
  recordedAt: at(on),
  ...event,
});

describe('a correction', () => {
  const receipt = told(
    { kind: 'received', auditId: 7, channel: 'form', flags: ['needs_support'] },
    '2026-04-08T09:00:00Z',
  );
  const sent = told({ kind: 'acknowledged', auditId: 8 }, '2026-04-08T09:01:00Z');
  const posted = told({ kind: 'updated', auditId: 9, byHand: true }, '2026-04-09T08:00:00Z');
  const solved = told({ kind: 'closed', auditId: 10 }, '2026-04-09T09:00:00Z');
  const events = [receipt, sent, posted, solved];

  test('of the receipt moves what is counted from it, and leaves the rest', () => {
    const received = { what: 'received', at: at('2026-04-07T09:00:00Z') } as const;
    const now = at('2026-04-09T10:00:00Z');
    const before = whatIf([receipt], rules)?.deadlines ?? [];
    const after = whatIf(corrected([receipt], received, now), rules)?.deadlines ?? [];
    const moved = movesBetween(before, after).map((move) => [move.before?.duty, move.after?.duty]);
    // On 8 April the regulator's eight weeks became six: another rule, the same letter.
    const duties = ['acknowledgement', 'update', 'response', 'adr_letter'];
    expect(moved).toEqual(duties.map((duty) => [duty, duty]));
    expect(movesBetween(before, before)).toEqual([]);
    expect(metadataOf(events, received)).toEqual({
      event: 'corrected',
      reason: 'stated',
      audit: '7',
      received_at: '2026-04-07T09:00:00Z',
    });
  });

  test('says again what an earlier correction of the same audit has put right', () => {
    const mended = {
      ...receipt,
      correctedAt: at('2026-04-08T12:00:00Z'),
      firstMadeAt: at('2026-03-30T09:00:00Z'),
    };
    expect(metadataOf([mended, sent], { what: 'channel', channel: 'letter' })).toEqual({
      event: 'corrected',
      reason: 'stated',
      audit: '7',
      channel: 'letter',
      received_at: '2026-04-08T09:00:00Z',
      first_made_at: '2026-03-30T09:00:00Z',
      flags: ['needs_support'],
    });
  });

  test('may void what somebody said, not the receipt nor a fact of the ticket', () => {
    expect(voidable(events)).toEqual([sent, posted]);
    const voiding = { what: 'event', auditId: 9 } as const;
    expect(corrected(events, voiding, 0)).toEqual([receipt, sent, solved]);
    expect(metadataOf(events, voiding)).toEqual({
      event: 'corrected',
      reason: 'stated',
      audit: '9',
      void: true,
    });
  });
});

test('the service’s account of a case is read without what was corrected since or was flawed', () => {
  const answer = (kind: string, auditId: number, payload: object) => ({
    kind,
    auditId,
    at: 5,
    recordedAt: 6,
    authorId: 11,
    payload: { ...payload },
  });
  const events = toldEvents([
    answer('received', 1, { channel: 'letter', first_made_at: 3, corrected_at: 9 }),
    answer('received', 1, { channel: 'form', corrected_by: 4 }),
    answer('updated', 2, { refused: 'nobody_told' }),
    answer('appealed', 3, { refused: 'not_responded', by_hand: true }),
    answer('from_the_future', 4, {}),
    answer('extended', 5, { duty: 'response', within: '2 days', regime: 'ask4' }),
  ]);
  expect(events).toEqual([
    { kind: 'received', at: 5, recordedAt: 6, auditId: 1, channel: 'letter', firstMadeAt: 3, correctedAt: 9 },
    { kind: 'appealed', at: 5, recordedAt: 6, auditId: 3, byHand: true },
    {
      kind: 'extended',
      at: 5,
      recordedAt: 6,
      auditId: 5,
      regime: 'ask4',
      duty: 'response',
      within: '2 days',
      reason: 'as recorded',
    },
  ]);
});
