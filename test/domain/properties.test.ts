import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createCalendar, type DayOff } from '../../domain/calendar.ts';
import { dueWithin } from '../../domain/count.ts';
import { deadlineState, nextChange, openDeadlines } from '../../domain/deadline.ts';
import {
  addMonths,
  instantOf,
  localDate,
  localDateAt,
  localTimeAt,
  type Weekday,
} from '../../domain/local-date.ts';
import type { OffsetUnit } from '../../domain/offset.ts';
import { explain } from '../../domain/reasons.ts';
import { decodeRecord, encodeRecord } from '../../domain/record-text.ts';
import * as oracle from './oracle.ts';
import { ask4, at, deadlinesFor, event, planOf } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Santiago',
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Etc/GMT+12',
];
const FROM = Date.parse('2024-02-01T00:00:00Z');
const UNTIL = Date.parse('2027-10-31T00:00:00Z');

const zone = fc.constantFrom(...ZONES);
const minute = fc.integer({ min: FROM / 60_000, max: UNTIL / 60_000 }).map((n) => n * 60_000);
/** Any instant, and those around midnight and changes of the clocks, to the millisecond. */
const instant = fc
  .tuple(minute, fc.constantFrom(0, 1, 1799, 59_999), fc.boolean(), zone)
  .map(([at, extra, midnight, place]) =>
    midnight
      ? oracle.firstMinuteOf(oracle.dateAt(at, place), place) + (extra > 1000 ? -1 : extra)
      : at + extra,
  );
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

describe('civil dates and instants', () => {
  it('are those that Intl shows', () => {
    fc.assert(
      fc.property(instant, zone, (when, place) => {
        expect(`${localDateAt(when, place)} ${localTimeAt(when, place)}`).toBe(oracle.wallAt(when, place));
      }),
      { numRuns: 500 },
    );
  });

  it('an instant comes back from what the clocks show, or the hour before where that came twice', () => {
    fc.assert(
      fc.property(minute, zone, (when, place) => {
        const back = instantOf(localDateAt(when, place), localTimeAt(when, place), place);
        expect(oracle.wallAt(back, place)).toBe(oracle.wallAt(when, place));
        expect(back).toBeLessThanOrEqual(when);
        if (back !== when) expect([1_800_000, 3_600_000]).toContain(when - back);
      }),
      { numRuns: 500 },
    );
  });

  it('a day starts with its first minute', () => {
    fc.assert(
      fc.property(minute, zone, (when, place) => {
        const date = localDateAt(when, place);
        expect(instantOf(date, '00:00', place)).toBe(oracle.firstMinuteOf(date, place));
      }),
    );
  });

  it('months are walked to the same day', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 20 }), (when, months) => {
        const date = oracle.dateAt(when, 'UTC');
        expect(addMonths(localDate(date), months)).toBe(oracle.monthsAfter(date, months));
      }),
    );
  });
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

describe('a case of random events', () => {
  const kinds = [
    'acknowledged',
    'updated',
    'responded',
    'closed',
    'reopened',
    'withdrawn',
    'appealed',
  ] as const;
  const received = event('received', '2026-03-25 12:00', { channel: 'email' });
  const happened = fc.record({ kind: fc.constantFrom(...kinds), hours: fc.integer({ min: -48, max: 1500 }) });
  const events = fc.array(happened, { maxLength: 8 }).map((list) => [
    received,
    ...list.map(({ kind, hours }, index) => {
      const when = received.at + hours * 3_600_000;
      return { kind, at: when, recordedAt: when, auditId: 1_000_000 + index };
    }),
  ]);
  const now = fc.integer({ min: 0, max: 1500 }).map((hours) => received.at + hours * 3_600_000);

  it('between two changes no state of an open deadline changes', () => {
    fc.assert(
      fc.property(events, now, (list, when) => {
        const deadlines = deadlinesFor(list);
        const states = (instant: number) => deadlines.map((deadline) => deadlineState(deadline, instant));
        const change = nextChange(deadlines, when);
        expect(states((change ?? at('2027-01-01')) - 1)).toEqual(states(when));
        if (change !== undefined) expect(states(change)).not.toEqual(states(when));
      }),
      { numRuns: 60 },
    );
  });

  it('has deadlines that are never due before their anchor, and that their reasons explain', () => {
    fc.assert(
      fc.property(events, now, (list, when) => {
        const { deadlines, record } = planOf(list, new Date(when).toISOString().slice(0, 10));
        for (const deadline of deadlines) {
          expect(deadline.dueAt).toBeGreaterThan(deadline.anchorAt);
          const reasons = explain(deadline, createCalendar(record.calendar), ask4.counting);
          expect(reasons.at(-1)).toMatchObject({ code: 'due', date: deadline.dueDate, at: deadline.dueAt });
          if (deadline.within.unit === 'working_days')
            expect(reasons.filter(({ code }) => code === 'counted')).toHaveLength(deadline.within.amount);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is over or has a next due date, and its record comes back as it went in', () => {
    fc.assert(
      fc.property(events, now, (list, when) => {
        const plan = planOf(list, new Date(when).toISOString().slice(0, 10));
        const open = openDeadlines(plan.deadlines, at(new Date(when).toISOString().slice(0, 10)));
        expect(plan.fields.next_due ?? null).toBe(open[0]?.dueDate ?? null);
        if (['closed', 'ended', 'responded', 'appealed'].includes(plan.kase.stage)) expect(open).toEqual([]);
        else expect(open).not.toEqual([]);
        expect(decodeRecord(encodeRecord(plan.record))).toEqual({ ok: true, record: plan.record });
      }),
      { numRuns: 60 },
    );
  });
});
