import { describe, expect, it } from 'vitest';
import { type Calendar, createCalendar } from '../../domain/calendar.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { localDate, MINUTE } from '../../domain/local-date.ts';
import { movedPromises } from '../../domain/moved-promises.ts';
import { type Move, movedDeadlines } from '../../domain/moves.ts';
import { type PlanInput, planFor } from '../../domain/plan.ts';
import type { Policy } from '../../domain/policy.ts';
import type { ClockRecord } from '../../domain/record.ts';
import {
  at,
  calendarOf,
  type Draft,
  deadlineFor,
  england,
  event,
  noHistory,
  policyWith,
  promise,
  sendable,
  shipped,
} from './support.ts';

const received = event('received', '2026-06-08 10:00', { channel: 'email' });
const acknowledged = event('acknowledged', '2026-06-09 10:00');
const updated = event('updated', '2026-06-12 10:00');

/** The same calendar with a day off announced late, or without one that was wrong. */
function withDayOff(calendar: Calendar, date: string, name?: string): Calendar {
  const rest = calendar.data.off.filter((day) => day.date !== date);
  const added = name === undefined ? [] : [{ date: localDate(date), name, region: 'GB-SCT' }];
  return createCalendar({ ...calendar.data, off: [...rest, ...added] });
}

const lines = (moves: readonly Move[]) =>
  moves.map(({ duty, from, to, because }) => [
    duty,
    from?.dueDate ?? null,
    to?.dueDate ?? null,
    ...because.map(({ code, date }) => `${code} ${date}`),
  ]);

describe('a holiday announced late', () => {
  const spso = shipped('examples/spso.yaml');
  const known = withDayOff(calendarOf(spso), '2026-06-15', 'World Cup bank holiday');
  const unknown = withDayOff(known, '2026-06-15');
  const complaint = [event('received', '2026-06-10 10:00', { channel: 'email' })];
  const moves = movedDeadlines(
    complaint,
    { policy: spso, calendar: unknown },
    { policy: spso, calendar: known },
  );

  it('mon_15_jun moves a response from wed_17_jun to thu_18_jun, and is the reason', () => {
    expect(moves).toEqual([
      {
        regime: 'model-procedure',
        duty: 'response',
        from: { dueDate: '2026-06-17', dueAt: at('2026-06-18') },
        to: { dueDate: '2026-06-18', dueAt: at('2026-06-19') },
        because: [{ code: 'holiday', date: '2026-06-15', name: 'World Cup bank holiday', region: 'GB-SCT' }],
      },
    ]);
  });

  it('that was wrong after all brings the date back, and the day that counts again is the reason', () => {
    const back = movedDeadlines(
      complaint,
      { policy: spso, calendar: known },
      { policy: spso, calendar: unknown },
    );
    expect(lines(back)).toEqual([['response', '2026-06-18', '2026-06-17', 'counted 2026-06-15']]);
  });

  it('outside every period moves nothing', () => {
    const basis = { policy: spso, calendar: known };
    expect(
      movedDeadlines(complaint, basis, {
        policy: spso,
        calendar: withDayOff(known, '2026-06-19', 'Too late'),
      }),
    ).toEqual([]);
  });

  it('rolls the end of a period: thu_30_jul becomes fri_31_jul', () => {
    const flagged = event('received', '2026-06-30 10:00', { channel: 'email', flags: ['data_protection'] });
    const policy = shipped('ask4.yaml');
    const after = { policy, calendar: withDayOff(england, '2026-07-30', 'A day of thanks') };
    const basis = { policy, calendar: england };
    const moved = movedDeadlines([flagged, event('acknowledged', '2026-06-30 11:00')], basis, after);
    expect(moved).toEqual([]);
    expect(lines(movedDeadlines([flagged], basis, after))).toEqual([
      [
        'data_protection_acknowledgement',
        '2026-07-30',
        '2026-07-31',
        'holiday 2026-07-30',
        'end_rolled 2026-07-31',
      ],
    ]);
  });
});

describe('what is past moving, or no promise yet, is not told', () => {
  const basis = (calendar: Calendar) => ({ policy: promise, calendar });
  const late = withDayOff(england, '2026-06-10', 'A late one');

  it('an open deadline is, with the weekend that the new way crosses', () => {
    const moves = movedDeadlines([received, acknowledged], basis(england), basis(late));
    const because = ['holiday 2026-06-10', 'weekend 2026-06-13', 'weekend 2026-06-14'];
    expect(lines(moves)).toEqual([['update', '2026-06-12', '2026-06-15', ...because]]);
  });

  it('a kept one is not', () => {
    expect(movedDeadlines([received, acknowledged, updated], basis(england), basis(late))).toEqual([]);
  });

  it('a projected one is not', () => {
    expect(movedDeadlines([received], basis(england), basis(late))).toEqual([]);
  });

  it('a waived one is not', () => {
    const end = event('withdrawn', '2026-06-10 10:00');
    expect(movedDeadlines([received, acknowledged, end], basis(england), basis(late))).toEqual([]);
  });

  it('nor anything of a ticket that is no complaint', () => {
    expect(movedDeadlines([acknowledged], basis(england), basis(late))).toEqual([]);
  });
});

describe('a policy that changes', () => {
  const own = (parts: Draft, within: string): Policy =>
    policyWith({
      ...parts,
      regimes: [
        {
          id: 'ask4',
          source: 'a test',
          duties: [{ id: 'response', after: 'received', within, doneBy: ['responded'], warn: '1 day' }],
        },
      ],
    });
  const move = (before: Policy, after: Policy) =>
    movedDeadlines(
      [received],
      { policy: before, calendar: calendarOf(before) },
      { policy: after, calendar: calendarOf(after) },
    );

  it('names its version before and after, and the new way: fri_12_jun becomes thu_11_jun', () => {
    const moves = move(own({}, '4 working days'), own({ version: '2' }, '3 working days'));
    expect(lines(moves)).toEqual([['response', '2026-06-12', '2026-06-11', 'counted 2026-06-11']]);
    expect(moves[0]?.versions).toEqual(['1', '2']);
  });

  it('with another length in weeks tells the length', () => {
    expect(lines(move(own({}, '1 week'), own({ version: '2' }, '2 weeks')))).toEqual([
      ['response', '2026-06-15', '2026-06-22', 'period 2026-06-22'],
    ]);
  });

  it('with the same dates moves nothing', () => {
    expect(move(own({}, '1 week'), own({ version: '2' }, '7 days'))).toEqual([]);
  });

  it('tells of duties that are new and of those that are no more', () => {
    const more = shipped('ask4.yaml');
    const added = movedDeadlines(
      [received],
      { policy: promise, calendar: england },
      { policy: more, calendar: england },
    );
    expect(added).toMatchObject([{ duty: 'adr_letter', from: null, to: { dueDate: '2026-07-20' } }]);
    const gone = movedDeadlines(
      [received],
      { policy: more, calendar: england },
      { policy: promise, calendar: england },
    );
    expect(gone).toMatchObject([
      { duty: 'adr_letter', from: { dueDate: '2026-07-20' }, to: null, because: [] },
    ]);
  });
});

describe('what a ticket has promised, and is due at another time by now', () => {
  const late = withDayOff(england, '2026-06-10', 'A late one');
  const given: Omit<PlanInput, 'calendar'> = {
    policy: promise,
    events: [received, acknowledged],
    history: noHistory,
    facts: sendable,
    now: at('2026-06-09 12:00'),
  };
  const promised = (
    calendar: Calendar,
    more: Partial<PlanInput> = {},
  ): { record: ClockRecord; deadlines: readonly Deadline[] } => {
    const plan = planFor({ ...given, ...more, calendar });
    if (!plan) throw new Error('no complaint');
    return plan;
  };
  const [before, after] = [promised(england), promised(late)];
  const [was, is] = [deadlineFor('update', before.deadlines), deadlineFor('update', after.deadlines)];
  const now = { deadlines: after.deadlines, calendar: late, policy: promise };
  /** The moves where the promise had been and is otherwise than in truth. */
  const moves = (been: Partial<Deadline>, become: Partial<Deadline> = {}) =>
    movedPromises(
      { ...before.record, deadlines: [{ ...was, ...been }] },
      { ...now, deadlines: [{ ...is, ...become }] },
    );

  it('a holiday announced late: from when to when, and why', () => {
    expect(movedPromises(before.record, now)).toEqual([
      {
        regime: 'ask4',
        duty: 'update',
        from: { dueAt: was.dueAt, dueDate: '2026-06-12' },
        to: { dueAt: is.dueAt, dueDate: '2026-06-15' },
        because: [
          { code: 'holiday', date: '2026-06-10', name: 'A late one', region: 'GB-SCT' },
          { code: 'weekend', date: '2026-06-13' },
          { code: 'weekend', date: '2026-06-14' },
        ],
      },
    ]);
    expect(movedPromises(after.record, now)).toEqual([]);
  });

  it('names the versions where the policy is the same one in another version, and only then', () => {
    const under = (policy: Policy) => movedPromises(before.record, { ...now, policy })[0]?.versions;
    expect(under({ ...promise, version: '2' })).toEqual([promise.version, '2']);
    expect(under({ ...promise, id: 'another', version: '2' })).toBeUndefined();
    expect(under(promise)).toBeUndefined();
  });

  const extension = { at: 0, within: is.within, dueAt: was.dueAt, dueDate: was.dueDate };
  it.each<[string, Partial<Deadline>, Partial<Deadline>]>([
    ['it was kept', { doneAt: 1 }, {}],
    ['it is kept', {}, { doneAt: 1 }],
    ['it was waived', { waived: 'by_person' }, {}],
    ['it is waived', {}, { waived: 'by_person' }],
    ['it was projected', { projected: true }, {}],
    ['it is projected', {}, { projected: true }],
    ['it is counted from something else', { after: 'received' }, {}],
    ["it is another regime's", { regime: 'another' }, {}],
    ['it is another duty', { duty: 'another' }, {}],
    ['it was extended since', {}, { extensions: [extension] }],
    ['an extension was taken back', { extensions: [extension] }, {}],
    ['it is counted from a minute later', {}, { anchorAt: is.anchorAt + MINUTE }],
    ['it is counted from a minute earlier', {}, { anchorAt: is.anchorAt - MINUTE }],
  ])('says nothing where %s', (_, been, become) => {
    expect(moves(been, become)).toEqual([]);
  });

  it('still says it where both were extended as often, and where the stamp was off by less than a minute', () => {
    expect(moves({ extensions: [extension] }, { extensions: [extension] })).toHaveLength(1);
    expect(moves({}, { anchorAt: is.anchorAt + MINUTE - 1 })).toHaveLength(1);
    expect(moves({}, { anchorAt: is.anchorAt - MINUTE + 1 })).toHaveLength(1);
  });

  it.each([
    ['by a minute', MINUTE, 0, 1],
    ['back by a minute', -MINUTE, 0, 1],
    ['by less than a minute', MINUTE - 1, 0, 0],
    ['back by less than a minute', 1 - MINUTE, 0, 0],
    ['by as much as its anchor', MINUTE - 1, MINUTE - 1, 0],
    ['by a minute more than its anchor', 30_000, -30_000, 1],
  ])('moved %s', (_, dueMs, anchorMs, told) => {
    const become = { ...was, dueAt: was.dueAt + dueMs, anchorAt: was.anchorAt + anchorMs };
    expect(moves({}, become)).toHaveLength(told);
  });
});
