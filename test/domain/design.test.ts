import { describe, expect, it } from 'vitest';
import { deadlineState, openDeadlines } from '../../domain/deadline.ts';
import { refusedExtensions } from '../../domain/deadlines.ts';
import type { CaseEvent } from '../../domain/events.ts';
import { choosePolicy } from '../../domain/policy-choice.ts';
import { explain } from '../../domain/reasons.ts';
import {
  ask4,
  at,
  calendarOf,
  caseOf,
  type Draft,
  deadlineFor,
  deadlinesFor,
  england,
  event,
  planOf,
  policyOf,
  policyWith,
  sendable,
  shipped,
} from './support.ts';

/** Sentences of the design about events and deadlines, each under the shipped policies and told as one story. */
const received = event('received', '2026-06-24 15:00', { channel: 'email' });
const acknowledged = event('acknowledged', '2026-06-25 10:00');
const updated = event('updated', '2026-06-29 16:00');
const responded = event('responded', '2026-07-06 10:00', { outcome: 'partly_upheld' });
const later = at('2026-12-01');

const find = (duty: string, ...events: CaseEvent[]) => deadlineFor(duty, deadlinesFor(events, ask4));
const one = (within: string, when: string, parts: Draft = {}) =>
  deadlineFor(
    'one',
    deadlinesFor(
      [event('received', '2026-01-01', { at: at(when), recordedAt: at(when) })],
      policyOf([{ id: 'one', after: 'received', within, doneBy: ['responded'] }], parts),
    ),
  );

describe('events', () => {
  it('the tag removed by hand is no event: the deadlines stay, and it is put back once', () => {
    const history = { notes: new Set<string>(), removedAt: new Map(), tagRemovals: [at('2026-06-26 09:00')] };
    const before = planOf([received, acknowledged], '2026-06-26 10:00', { policy: ask4 });
    const after = planOf([received, acknowledged], '2026-06-26 10:00', { policy: ask4, history });
    expect(after.restoreTag).toBe(true);
    expect(after.deadlines).toEqual(before.deadlines);
  });

  it('a follow-up ticket is never acknowledged', () => {
    const facts = { ...sendable, followUp: true };
    expect(planOf([received], '2026-06-24 15:01', { policy: ask4, facts }).send.kind).toBe('nothing');
    expect(planOf([received], '2026-06-24 15:01', { policy: ask4 }).send.kind).toBe('send');
  });

  it('a future time of receipt is refused', () => {
    const future = event('received', '2026-06-30 09:00', { recordedAt: at('2026-06-24 15:00') });
    expect(caseOf([future], ask4)).toMatchObject({
      received: { at: at('2026-06-24 15:00') },
      firstMadeAt: at('2026-06-24 15:00'),
      refused: [{ why: 'in_future' }],
    });
  });

  it('a corrected receipt moves every deadline that hangs on it', () => {
    const earlier = { ...received, at: at('2026-06-19 15:00') };
    expect(find('acknowledgement', earlier).dueDate).toBe('2026-06-20');
    expect(find('adr_letter', earlier).dueDate).toBe('2026-07-31');
    expect(find('adr_letter', received).dueDate).toBe('2026-08-05');
  });

  it('without a voided event the deadline is open again', () => {
    expect(find('update', received, acknowledged, updated).doneAt).toBe(updated.at);
    expect(deadlineState(find('update', received, acknowledged), at('2026-07-01'))).toBe('overdue');
  });
});

describe('hours are elapsed time in UTC, weekends and nights included', () => {
  it('24 hours from sat_28_mar 12:00, over the change to summer time, end on sunday at 13:00', () => {
    expect(one('24 hours', '2026-03-28 12:00').dueAt).toBe(at('2026-03-29 13:00'));
  });

  it('24 hours from sat_24_oct 12:00, over the change to winter time, end on sunday at 11:00', () => {
    expect(one('24 hours', '2026-10-24 12:00').dueAt).toBe(at('2026-10-25 11:00'));
  });
});

describe("working days are civil dates in the policy's time zone", () => {
  it('the day of the event is day 0, the next working day is day 1: thu_2_jul and 1 is fri_3_jul', () => {
    expect(one('1 working day', '2026-07-02 00:00').dueDate).toBe('2026-07-03');
    expect(one('1 working day', '2026-07-02 23:59').dueDate).toBe('2026-07-03');
    expect(one('1 working day', '2026-07-03 00:00').dueDate).toBe('2026-07-06');
  });

  it('one instant is two dates in two zones: thu_2_jul in London, fri_3_jul in Auckland', () => {
    expect(one('1 working day', '2026-07-02 23:30').dueDate).toBe('2026-07-03');
    expect(one('1 working day', '2026-07-02 23:30', { timeZone: 'Pacific/Auckland' }).dueDate).toBe(
      '2026-07-06',
    );
  });

  it('a due day is as long as the clocks make it: sun_25_oct has 25 hours', () => {
    const { dueAt } = one('1 day', '2026-10-24 12:00');
    expect(dueAt - at('2026-10-25 00:00')).toBe(25 * 3_600_000);
  });
});

it('weeks and months are civil: the clocks change within, the date does not', () => {
  expect(one('1 week', '2026-03-25 23:30').dueDate).toBe('2026-04-01');
  expect(one('1 month', '2026-10-01 00:10').dueDate).toBe('2026-11-01');
});

describe('reopening or an appeal starts a new stage and never restarts the old clock', () => {
  const whole = [received, acknowledged, updated, responded];

  it('under a policy whose second stage has duties of its own', () => {
    const housing = shipped('examples/housing-ombudsman.yaml');
    const appealed = event('appealed', '2026-07-10 10:00');
    const first = deadlinesFor(whole, housing);
    const second = deadlinesFor([...whole, appealed], housing);
    expect(second.slice(0, first.length)).toEqual(first);
    expect(second.slice(first.length).map(({ after, anchorAt }) => [after, anchorAt])).toEqual([
      ['appealed', appealed.at],
      ['appeal_acknowledged', expect.any(Number)],
    ]);
  });

  it('a reply after an appeal is that of the appeal and leaves the first one as it was', () => {
    const housing = shipped('examples/housing-ombudsman.yaml');
    const appealed = event('appealed', '2026-07-10 10:00');
    const again = event('responded', '2026-07-20 10:00', { outcome: 'upheld' });
    const deadlines = deadlinesFor([...whole, appealed, again], housing);
    expect(deadlineFor('response', deadlines).doneAt).toBe(responded.at);
    expect(deadlineFor('appeal_response', deadlines).doneAt).toBe(again.at);
    expect(caseOf([...whole, appealed, again], housing).outcome).toBe('upheld');
  });

  it('reopening brings the open deadlines back, the regulator’s among them', () => {
    const closed = event('closed', '2026-07-07 10:00');
    const reopened = event('reopened', '2026-07-09 10:00');
    const open = (...more: CaseEvent[]) =>
      openDeadlines(deadlinesFor([...whole, ...more], ask4), later).map(({ duty }) => duty);
    expect(open(closed)).toEqual([]);
    expect(open(closed, reopened)).toEqual(['adr_letter']);
    expect(deadlinesFor([...whole, closed, reopened], ask4)).toEqual(deadlinesFor(whole, ask4));
  });
});

describe('several regimes may run on one case at once', () => {
  const flagged = event('received', '2026-06-24 15:00', { channel: 'email', flags: ['data_protection'] });
  const deadlines = deadlinesFor([flagged, acknowledged, updated, responded], ask4);

  it('the policy, the hard cap and the data-protection duty, each is shown', () => {
    expect(deadlines.map(({ regime, hardCap }) => `${regime} ${hardCap}`)).toEqual([
      'ask4 false',
      'ask4 false',
      'ask4 false',
      'ofcom-adr true',
      'uk-data-protection false',
    ]);
  });

  it('the next due is the earliest open one', () => {
    const open = openDeadlines(deadlinesFor([flagged], ask4), flagged.at);
    expect(open.map(({ duty }) => duty)).toEqual([
      'acknowledgement',
      'data_protection_acknowledgement',
      'adr_letter',
    ]);
  });

  it('each is counted by its own rules: what the data-protection duty rolls, the hard cap keeps', () => {
    const easter = event('received', '2027-02-19 10:00', { channel: 'email', flags: ['data_protection'] });
    const on = deadlinesFor([easter], ask4);
    expect(deadlineFor('data_protection_acknowledgement', on).dueDate).toBe('2027-03-22');
    expect(deadlineFor('adr_letter', on).dueDate).toBe('2027-04-02');
    const friday = event('received', '2026-11-13 10:00', { channel: 'email', flags: ['data_protection'] });
    expect(deadlineFor('adr_letter', deadlinesFor([friday], ask4)).dueDate).toBe('2026-12-25');
  });

  it('every deadline carries its reasons, by the counting of its own regime', () => {
    for (const deadline of deadlines) {
      const reasons = explain(deadline, england, ask4.counting);
      expect(reasons.at(-1)).toMatchObject({ code: 'due', date: deadline.dueDate });
    }
    const codes = explain(
      deadlineFor(
        'data_protection_acknowledgement',
        deadlinesFor([event('received', '2026-06-19 10:00', { flags: ['data_protection'] })], ask4),
      ),
      england,
      ask4.counting,
    ).map(({ code, date }) => `${code} ${date}`);
    expect(codes).toEqual([
      'anchor 2026-06-19',
      'period 2026-07-19',
      'weekend 2026-07-19',
      'end_rolled 2026-07-20',
      'due 2026-07-20',
    ]);
  });
});

it('extensions never move a hard cap', () => {
  const told = { duty: 'adr_letter', within: '1 week', reason: 'more time' };
  const events = [received, event('extended', '2026-06-30 10:00', told)];
  expect(find('adr_letter', ...events)).toEqual(find('adr_letter', received));
  expect(refusedExtensions(caseOf(events, ask4), ask4, england).map(({ why }) => why)).toEqual(['hard_cap']);
});

it('a case keeps the policy version in force when it was received, unless the new one applies to open cases', () => {
  const week = { id: 'week', after: 'received', within: '1 week', doneBy: ['responded'], warn: '1 day' };
  const next = (appliesToOpenCases: boolean) =>
    policyWith({
      version: '2',
      effectiveFrom: '2026-07-01',
      appliesToOpenCases,
      regimes: [{ id: 'ask4', source: 'a test', duties: [week] }],
    });
  const question = { brandId: null, formId: null, receivedAt: received.at, now: at('2026-07-02') };
  const duties = (applies: boolean) => {
    const policy = choosePolicy([ask4, next(applies)], question);
    return policy && deadlinesFor([received], policy).map(({ duty }) => duty);
  };
  expect(duties(false)).toEqual(['acknowledgement', 'update', 'response', 'adr_letter']);
  expect(duties(true)).toEqual(['week']);
});

it('a date past the coverage end of the calendar is an error, never a guess', () => {
  const late = event('received', '2027-12-20 10:00', { channel: 'email' });
  expect(() => deadlinesFor([late], ask4)).toThrow(/lies outside the calendar/);
  expect(calendarOf(ask4).data.until).toBe('2027-12-31');
});
