import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createCalendar } from '../../domain/calendar.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { deadlinesOf } from '../../domain/deadlines.ts';
import type { CaseEvent } from '../../domain/events.ts';
import { localDate, type Weekday } from '../../domain/local-date.ts';
import { explain } from '../../domain/reasons.ts';
import * as oracle from './oracle.ts';
import { caseOf, type Draft, deadlineFor, policyOf } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const HOUR = 3_600_000;
const FROM = Date.parse('2025-01-10T00:00:00Z');
const UNTIL = Date.parse('2026-12-20T00:00:00Z');
const UNITS = ['hours', 'days', 'working_days', 'weeks', 'months'] as const;
const MOST = { hours: 400, days: 60, working_days: 25, weeks: 8, months: 3 } as const;

const world = fc.record({
  zone: fc.constantFrom(
    'UTC',
    'Europe/London',
    'Pacific/Auckland',
    'America/Los_Angeles',
    'America/St_Johns',
  ),
  week: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 2 }),
  off: fc.uniqueArray(
    fc
      .integer({ min: FROM / HOUR, max: UNTIL / HOUR + 5000 })
      .map((hour) => new Date(hour * HOUR).toISOString().slice(0, 10)),
    { maxLength: 60 },
  ),
  startRolls: fc.boolean(),
  endRolls: fc.boolean(),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const anchor = fc.integer({ min: FROM / 60_000, max: UNTIL / 60_000 }).map((minute) => minute * 60_000);
const length = fc
  .constantFrom(...UNITS)
  .chain((unit) => fc.record({ amount: fc.integer({ min: 1, max: MOST[unit] }), unit: fc.constant(unit) }));
type Length = typeof length extends fc.Arbitrary<infer T> ? T : never;

const inWords = ({ amount, unit }: Length) => `${amount} ${unit.replace('_', ' ')}`;

/** The deadline of the one duty of a policy in that world, after the events. */
function deadlineIn({ zone, week, off, startRolls, endRolls }: World, duty: Draft, events: CaseEvent[]) {
  const calendar = createCalendar({
    zone,
    week,
    off: off.map((date) => ({ date: localDate(date), name: 'Off', region: 'X' })),
    from: localDate('2024-01-01'),
    until: localDate('2035-12-31'),
  });
  const counting = {
    eventOnNonWorkingDay: startRolls ? 'roll_forward' : 'count_from_event',
    endOnNonWorkingDay: endRolls ? 'roll_forward' : 'keep',
  };
  const policy = policyOf([{ id: 'one', doneBy: ['responded'], ...duty }], { timeZone: zone, counting });
  const deadline: Deadline = deadlineFor('one', deadlinesOf(caseOf(events, policy), policy, calendar));
  return { deadline, reasons: explain(deadline, calendar, policy.counting) };
}

function question({ week, off, ...place }: World, from: number, within: Length): oracle.Question {
  const calendar = { week: week.map((day) => day % 7), off: new Set(off) };
  return { anchor: from, ...within, ...place, calendar };
}

const happened = (kind: CaseEvent['kind'], at: number, extras: Partial<CaseEvent> = {}): CaseEvent => ({
  kind,
  at,
  recordedAt: at,
  auditId: at,
  ...extras,
});

describe('a duty of a policy', () => {
  it('is due when the oracle says, over random calendars, zones, instants and counting options', () => {
    fc.assert(
      fc.property(world, anchor, length, (place, from, within) => {
        const { deadline } = deadlineIn(place, { after: 'received', within: inWords(within) }, [
          happened('received', from),
        ]);
        expect(deadline).toMatchObject(oracle.dueOf(question(place, from, within)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('extensions', () => {
  const told = fc.uniqueArray(fc.tuple(length, fc.integer({ min: 0, max: 3000 })), {
    maxLength: 4,
    selector: ([, hours]) => hours,
  });
  const bounds = fc.record({
    most: fc.option(length, { nil: undefined }),
    times: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  });

  it('count as the oracle says, in time, as often and as far as the policy allows', () => {
    fc.assert(
      fc.property(world, anchor, length, told, bounds, (place, from, within, list, { most, times }) => {
        const extension = { ...(most ? { atMost: inWords(most) } : {}), ...(times ? { times } : {}) };
        const events = list.map(([more, hours]) =>
          happened('extended', from + hours * HOUR, {
            duty: 'one',
            within: inWords(more),
            reason: 'a random one',
          }),
        );
        const expected = oracle.extendedDueOf(
          question(place, from, within),
          list.map(([more, hours]) => ({ ...more, at: from + hours * HOUR })),
          { ...(most ? { most } : {}), ...(times ? { times } : {}) },
        );
        const duty = { after: 'received', within: inWords(within), extension };
        const { deadline, reasons } = deadlineIn(place, duty, [happened('received', from), ...events]);
        expect(deadline).toMatchObject({ dueAt: expected.dueAt, dueDate: expected.dueDate });
        expect(deadline.extensions ?? []).toHaveLength(expected.counted);
        expect(reasons.filter(({ code }) => code === 'extended')).toHaveLength(expected.counted);
        expect(reasons.at(-1)).toMatchObject({ code: 'due', date: expected.dueDate, at: expected.dueAt });
      }),
      { numRuns: 120 },
    );
  });
});

describe('the earliest of several periods', () => {
  const days = length.filter(({ unit }) => unit !== 'hours');
  const sameDay = fc.constant<Length>({ amount: 0, unit: 'days' });

  it('is the earliest that the oracle finds among those whose event has happened', () => {
    fc.assert(
      fc.property(
        world,
        anchor,
        days,
        fc.oneof(days, sameDay),
        fc.integer({ min: 0, max: 2000 }),
        fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
        (place, from, long, short, earlier, deadlock) => {
          const firstMadeAt = from - earlier * HOUR;
          const duty = {
            earliestOf: [
              { after: 'first_made', within: inWords(long) },
              { after: 'deadlock', within: inWords(short) },
            ],
          };
          const receipt = happened('received', from, { firstMadeAt });
          const atDeadlock = deadlock === undefined ? [] : [from + deadlock * HOUR];
          const events = atDeadlock.map((at) => happened('deadlock', at));
          const dues = [
            oracle.dueOf(question(place, firstMadeAt, long)),
            ...atDeadlock.map((at) => oracle.dueOf(question(place, at, short))),
          ];
          const { deadline } = deadlineIn(place, duty, [receipt, ...events]);
          expect(deadline.dueAt).toBe(Math.min(...dues.map(({ dueAt }) => dueAt)));
          expect(dues).toContainEqual({ dueAt: deadline.dueAt, dueDate: deadline.dueDate });
        },
      ),
      { numRuns: 100 },
    );
  });
});
