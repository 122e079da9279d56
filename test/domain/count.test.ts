import { describe, expect, it } from 'vitest';
import { CoverageError } from '../../domain/calendar.ts';
import { dayZero, dueWithin, extend, warnBefore } from '../../domain/count.ts';
import { localDate } from '../../domain/local-date.ts';
import type { Offset } from '../../domain/offset.ts';
import type { Counting } from '../../domain/policy.ts';
import { ask4, at, england, weekdaysIn } from './support.ts';

const keep: Counting = ask4.counting;
const rollStart: Counting = { ...keep, eventOnNonWorkingDay: 'roll_forward' };
const rollEnd: Counting = { ...keep, endOnNonWorkingDay: 'roll_forward' };
const close: Counting = { ...keep, dayEnds: '17:30' };
const hours = (amount: number): Offset => ({ amount, unit: 'hours' });
const days = (amount: number): Offset => ({ amount, unit: 'days' });
const workingDays = (amount: number): Offset => ({ amount, unit: 'working_days' });

describe('hours are elapsed time in UTC, weekends and nights included', () => {
  it.each([
    ['fri_2_jan 18:00', '2026-01-02 18:00', '2026-01-03 18:00'],
    ['good_friday_3_apr', '2026-04-03 09:00', '2026-04-04 09:00'],
    ['sat_28_mar 12:00, a day of 23 hours', '2026-03-28 12:00', '2026-03-29 13:00'],
    ['sat_24_oct 12:00, a day of 25 hours', '2026-10-24 12:00', '2026-10-25 11:00'],
    ['thu_31_dec 23:59', '2026-12-31 23:59', '2027-01-01 23:59'],
  ])('24 hours from %s', (_, from, to) => {
    expect(dueWithin(at(from), hours(24), england, keep)).toEqual({
      dueAt: at(to),
      dueDate: to.slice(0, 10),
    });
  });

  it('hours never roll, whatever the policy says of days', () => {
    const all: Counting = {
      eventOnNonWorkingDay: 'roll_forward',
      endOnNonWorkingDay: 'roll_forward',
      dayEnds: '17:00',
    };
    expect(dueWithin(at('2026-04-03 09:00'), hours(24), england, all)).toEqual(
      dueWithin(at('2026-04-03 09:00'), hours(24), england, keep),
    );
  });

  it('hours need no calendar', () => {
    expect(dueWithin(at('2040-01-01 09:00'), hours(24), england, keep).dueDate).toBe('2040-01-02');
  });
});

describe('working days are civil dates in the policy zone: the day of the event is day 0', () => {
  it.each([
    ['before', '2026-04-08 23:59', '2026-04-13'],
    ['on', '2026-04-09 00:00', '2026-04-14'],
    ['after', '2026-04-09 00:01', '2026-04-14'],
  ])('an event a minute %s midnight', (_, from, to) => {
    expect(dueWithin(at(from), workingDays(3), england, keep).dueDate).toBe(to);
  });

  it('a millisecond before midnight is still the day before', () => {
    expect(dayZero(at('2026-04-09') - 1, workingDays(3), england, keep)).toBe('2026-04-08');
    expect(dayZero(at('2026-04-09'), workingDays(3), england, keep)).toBe('2026-04-09');
  });

  it.each([
    ['Pacific/Auckland', '2026-04-10', '2026-04-15', '2026-04-15T12:00:00Z'],
    ['Pacific/Kiritimati', '2026-04-10', '2026-04-15', '2026-04-15T10:00:00Z'],
    ['Europe/London', '2026-04-09', '2026-04-14', '2026-04-14T23:00:00Z'],
    ['America/Los_Angeles', '2026-04-09', '2026-04-14', '2026-04-15T07:00:00Z'],
    ['Etc/GMT+12', '2026-04-09', '2026-04-14', '2026-04-15T12:00:00Z'],
  ])('thu_9_apr 14:30 UTC in %s is %s', (zone, zero, dueDate, dueAt) => {
    const anchor = Date.parse('2026-04-09T14:30:00Z');
    const calendar = weekdaysIn(zone);
    expect(dayZero(anchor, workingDays(3), calendar, keep)).toBe(zero);
    expect(dueWithin(anchor, workingDays(3), calendar, keep)).toEqual({ dueDate, dueAt: Date.parse(dueAt) });
  });

  it('days go through civil dates: 3 working days over the change to summer time end at midnight', () => {
    expect(dueWithin(at('2026-03-27 12:00'), workingDays(3), england, keep).dueAt).toBe(at('2026-04-02'));
  });
});

describe('counting options belong to the policy', () => {
  it('an event on sat_4_jul counted from the event: mon_6_jul is day 1', () => {
    expect(dueWithin(at('2026-07-04 12:00'), workingDays(1), england, keep).dueDate).toBe('2026-07-06');
  });

  it('an event on sat_4_jul rolled forward: mon_6_jul is day 0 and tue_7_jul day 1', () => {
    expect(dayZero(at('2026-07-04 12:00'), workingDays(1), england, rollStart)).toBe('2026-07-06');
    expect(dueWithin(at('2026-07-04 12:00'), workingDays(1), england, rollStart).dueDate).toBe('2026-07-07');
  });

  it('an event on good_friday_3_apr rolled forward: tue_7_apr is day 0', () => {
    expect(dayZero(at('2026-04-03 12:00'), days(1), england, rollStart)).toBe('2026-04-07');
  });

  it('a period that ends on sat_11_jul is kept, or rolled forward to mon_13_jul', () => {
    expect(dueWithin(at('2026-07-04 12:00'), days(7), england, keep).dueDate).toBe('2026-07-11');
    expect(dueWithin(at('2026-07-04 12:00'), days(7), england, rollEnd).dueDate).toBe('2026-07-13');
  });

  it.each([
    [{ amount: 1, unit: 'weeks' }, '2026-03-27', '2026-04-03', '2026-04-07'],
    [{ amount: 1, unit: 'months' }, '2026-03-04', '2026-04-04', '2026-04-07'],
    [{ amount: 30, unit: 'days' }, '2026-03-06', '2026-04-05', '2026-04-07'],
  ] as const)('%o from %s ends over Easter on %s, rolled tue_7_apr', (within, from, kept, rolled) => {
    expect(dueWithin(at(`${from} 12:00`), within, england, keep).dueDate).toBe(kept);
    expect(dueWithin(at(`${from} 12:00`), within, england, rollEnd).dueDate).toBe(rolled);
  });

  it('working-day periods never roll', () => {
    const kept = dueWithin(at('2026-04-02 12:00'), workingDays(3), england, keep);
    expect(dueWithin(at('2026-04-02 12:00'), workingDays(3), england, rollEnd)).toEqual(kept);
  });

  it('the end of a due day is midnight or the close of business', () => {
    expect(dueWithin(at('2026-04-02 12:00'), workingDays(3), england, keep).dueAt).toBe(at('2026-04-10'));
    expect(dueWithin(at('2026-04-02 12:00'), workingDays(3), england, close).dueAt).toBe(
      at('2026-04-09 17:30'),
    );
  });

  it('months end on the last day where the day does not exist', () => {
    const month: Offset = { amount: 1, unit: 'months' };
    expect(dueWithin(at('2026-01-31 12:00'), month, england, keep).dueDate).toBe('2026-02-28');
  });
});

describe('a date past the coverage end is an error', () => {
  it('for working days that lead beyond it', () => {
    expect(() => dueWithin(at('2027-12-30 12:00'), workingDays(3), england, keep)).toThrow(CoverageError);
  });

  it('for an end that has to be looked up', () => {
    expect(() => dueWithin(at('2027-12-30 12:00'), days(7), england, rollEnd)).toThrow(CoverageError);
    expect(dueWithin(at('2027-12-30 12:00'), days(7), england, keep).dueDate).toBe('2028-01-06');
  });
});

describe('an extension', () => {
  const due = { dueAt: at('2026-04-10'), dueDate: localDate('2026-04-09') };

  it('of working days is added to the due date', () => {
    expect(extend(due, workingDays(2), england, keep)).toEqual({
      dueDate: '2026-04-13',
      dueAt: at('2026-04-14'),
    });
  });

  it('of days ends as the policy says', () => {
    expect(extend(due, days(2), england, keep).dueDate).toBe('2026-04-11');
    expect(extend(due, days(2), england, rollEnd).dueDate).toBe('2026-04-13');
    expect(extend(due, days(1), england, close).dueAt).toBe(at('2026-04-10 17:30'));
  });

  it('of hours is added to the due time', () => {
    const soon = { dueAt: at('2026-04-02 12:00'), dueDate: localDate('2026-04-02') };
    expect(extend(soon, hours(24), england, keep)).toEqual({
      dueDate: '2026-04-03',
      dueAt: at('2026-04-03 12:00'),
    });
  });
});

describe('the warning', () => {
  const due = { dueAt: at('2026-04-10'), dueDate: localDate('2026-04-09') };

  it.each([
    [hours(4), '2026-04-09 20:00'],
    [hours(0), '2026-04-10 00:00'],
    [workingDays(1), '2026-04-08 00:00'],
    [workingDays(2), '2026-04-07 00:00'],
    [workingDays(3), '2026-04-02 00:00'],
    [workingDays(0), '2026-04-09 00:00'],
    [days(3), '2026-04-06 00:00'],
    [{ amount: 1, unit: 'weeks' }, '2026-04-02 00:00'],
    [{ amount: 1, unit: 'months' }, '2026-03-09 00:00'],
  ] as const)('%o before thu_9_apr begins %s', (warn, from) => {
    expect(warnBefore(due, warn, england)).toBe(at(from));
  });
});
