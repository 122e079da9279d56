import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createCalendar, type DayOff } from '../../../domain/calendar.ts';
import { dueWithin } from '../../../domain/count.ts';
import { localDate, localDateAt, type Weekday } from '../../../domain/local-date.ts';
import type { OffsetUnit } from '../../../domain/offset.ts';
import * as oracle from '../oracle.ts';
import { instant, minute, zone } from './arbitraries.ts';

vi.setConfig({ testTimeout: 60_000 });

const week = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });

const dates = fc.uniqueArray(
  minute.map((at) => oracle.dateAt(at, 'UTC')),
  { maxLength: 120 },
);

const offset = fc.oneof(
  fc.record({ amount: fc.integer({ min: 0, max: 900 }), unit: fc.constant<OffsetUnit>('hours') }),
  fc.record({ amount: fc.integer({ min: 1, max: 30 }), unit: fc.constant<OffsetUnit>('working_days') }),
  fc.record({ amount: fc.integer({ min: 0, max: 90 }), unit: fc.constant<OffsetUnit>('days') }),
  fc.record({ amount: fc.integer({ min: 0, max: 10 }), unit: fc.constant<OffsetUnit>('weeks') }),
  fc.record({ amount: fc.integer({ min: 0, max: 8 }), unit: fc.constant<OffsetUnit>('months') }),
);

const world = fc.record({ zone, week, off: dates, startRolls: fc.boolean(), endRolls: fc.boolean() });

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function ours({ zone: place, week: days, off, startRolls, endRolls }: World) {
  const offs: DayOff[] = off.map((date) => ({ date: localDate(date), name: 'Off', region: 'X' }));
  const calendar = createCalendar({
    zone: place,
    week: days,
    off: offs,
    from: localDate('2020-01-01'),
    until: localDate('2035-12-31'),
  });
  const counting = {
    eventOnNonWorkingDay: startRolls ? ('roll_forward' as const) : ('count_from_event' as const),
    endOnNonWorkingDay: endRolls ? ('roll_forward' as const) : ('keep' as const),
    dayEnds: '24:00',
  };
  return { calendar, counting };
}

const theirs = ({ week: days, off }: World): oracle.OracleCalendar => ({
  week: days.map((day) => day % 7),
  off: new Set(off),
});

describe('a due time', () => {
  it('is that of the oracle over random calendars, zones, offsets and instants', () => {
    fc.assert(
      fc.property(world, instant, offset, (place, anchor, within) => {
        const { calendar, counting } = ours(place);
        expect(dueWithin(anchor, within, calendar, counting)).toEqual(
          oracle.dueOf({ anchor, ...within, ...place, calendar: theirs(place) }),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('never comes earlier for a later anchor, nor for a longer offset', () => {
    fc.assert(
      fc.property(
        world,
        instant,
        fc.nat({ max: 90 * 60 }),
        offset,
        fc.nat({ max: 5 }),
        (place, anchor, more, within, n) => {
          const { calendar, counting } = ours(place);
          const { dueAt } = dueWithin(anchor, within, calendar, counting);
          const later = dueWithin(anchor + more * 60_000, within, calendar, counting);
          const longer = dueWithin(anchor, { ...within, amount: within.amount + n }, calendar, counting);
          expect(later.dueAt).toBeGreaterThanOrEqual(dueAt);
          expect(longer.dueAt).toBeGreaterThanOrEqual(dueAt);
        },
      ),
    );
  });

  it('in working days, or rolled, never falls on a day that does not count', () => {
    fc.assert(
      fc.property(world, instant, offset, (place, anchor, within) => {
        fc.pre(within.unit !== 'hours' && (within.unit === 'working_days' || place.endRolls));
        const { calendar, counting } = ours(place);
        expect(oracle.works(dueWithin(anchor, within, calendar, counting).dueDate, theirs(place))).toBe(true);
      }),
    );
  });
});

describe('working days', () => {
  it('there and back, and counted between, agree', () => {
    fc.assert(
      fc.property(world, minute, fc.integer({ min: 0, max: 40 }), (place, when, n) => {
        const { calendar } = ours(place);
        const start = calendar.rollForward(localDateAt(when, 'UTC'));
        const end = calendar.addWorkingDays(start, n);
        expect(calendar.workingDaysBetween(start, end)).toBe(n);
        expect(calendar.addWorkingDays(end, -n)).toBe(start);
      }),
    );
  });
});
