import { describe, expect, it } from 'vitest';
import { ask4, at, calendarOf, type Draft, deadlineFor, deadlinesFor, event, policyOf } from '../support.ts';

const one = (within: string, when: string, parts: Draft = {}) =>
  deadlineFor(
    'one',
    deadlinesFor(
      [event('received', '2026-01-01', { at: at(when), recordedAt: at(when) })],
      policyOf([{ id: 'one', after: 'received', within, doneBy: ['responded'] }], parts),
    ),
  );

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

it('a date past the coverage end of the calendar is an error, never a guess', () => {
  const late = event('received', '2027-12-20 10:00', { channel: 'email' });
  expect(() => deadlinesFor([late], ask4)).toThrow(/lies outside the calendar/);
  expect(calendarOf(ask4).data.until).toBe('2027-12-31');
});
