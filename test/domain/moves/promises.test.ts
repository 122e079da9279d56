import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../domain/calendar.ts';
import type { Deadline } from '../../../domain/deadline.ts';
import { MINUTE } from '../../../domain/local-date.ts';
import { movedPromises } from '../../../domain/moved-promises.ts';
import { type PlanInput, planFor } from '../../../domain/plan.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import { at, deadlineFor, england, noHistory, promise, sendable } from '../support.ts';
import { acknowledged, received, withDayOff } from './story.ts';

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
