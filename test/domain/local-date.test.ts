import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  instantOf,
  isLocalDate,
  localDate,
  localDateAt,
  localTimeAt,
  startOfDay,
  weekdayOf,
} from '../../domain/local-date.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);

describe('a civil date', () => {
  it.each(['2026-02-28', '2028-02-29', '0999-01-01', '9999-12-31'])('may be %s', (text) => {
    expect(localDate(text)).toBe(text);
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01 ',
    '2026-01-01\n',
    '2026-01-01T00:00',
    '',
    'today',
  ])('may not be "%s"', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(RangeError);
    expect(() => localDate(text)).toThrow('write it as YYYY-MM-DD, e.g. 2026-04-09');
  });

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-04-08', 42, '2026-05-20'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(localDate(from), days)).toBe(to);
    expect(daysBetween(localDate(from), localDate(to))).toBe(days);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-05', 0, '2026-05-05'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to);
  });

  it.each([
    ['2026-04-06', 1],
    ['2026-04-11', 6],
    ['2026-04-12', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1900-01-01', 1],
    ['2028-02-29', 2],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(localDate(date))).toBe(weekday);
  });
});

describe('an instant and the calendars of a zone', () => {
  it.each([
    ['Europe/London', '2026-04-01T22:59:59.999', '2026-04-01', '23:59'],
    ['Europe/London', '2026-04-01T23:00:00', '2026-04-02', '00:00'],
    ['Europe/London', '2026-04-01T23:00:00.001', '2026-04-02', '00:00'],
    ['Europe/London', '2026-01-01T00:00:00', '2026-01-01', '00:00'],
    ['Pacific/Auckland', '2026-04-01T11:00:00', '2026-04-02', '00:00'],
    ['Pacific/Auckland', '2026-04-01T10:59:59', '2026-04-01', '23:59'],
    ['America/Los_Angeles', '2026-04-02T06:59:59', '2026-04-01', '23:59'],
    ['America/Los_Angeles', '2026-04-02T07:00:00', '2026-04-02', '00:00'],
    ['Pacific/Kiritimati', '2026-04-01T09:59:59', '2026-04-01', '23:59'],
    ['Pacific/Kiritimati', '2026-04-01T10:00:00', '2026-04-02', '00:00'],
    ['Etc/GMT+12', '2026-04-02T11:59:59', '2026-04-01', '23:59'],
    ['Asia/Kathmandu', '2026-04-01T18:15:00', '2026-04-02', '00:00'],
    ['America/St_Johns', '2026-01-02T03:30:00', '2026-01-02', '00:00'],
    ['UTC', '2026-04-02T00:00:00', '2026-04-02', '00:00'],
  ])('in %s %s is %s, %s', (zone, instant, date, time) => {
    expect(localDateAt(utc(instant), zone)).toBe(date);
    expect(localTimeAt(utc(instant), zone)).toBe(time);
  });

  it('refuses an unknown zone with a message that names the fix', () => {
    expect(() => localDateAt(0, 'Europe/Londres')).toThrow(
      '"Europe/Londres" is not a time zone: use an IANA name such as Europe/London',
    );
    expect(() => startOfDay(localDate('2026-01-01'), 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('a wall time and its instant', () => {
  it.each([
    ['Europe/London', '2026-04-02', '12:00', '2026-04-02T11:00:00'],
    ['Europe/London', '2026-01-02', '12:00', '2026-01-02T12:00:00'],
    ['Pacific/Auckland', '2026-01-02', '00:00', '2026-01-01T11:00:00'],
    ['Pacific/Kiritimati', '2026-01-02', '00:00', '2026-01-01T10:00:00'],
    ['America/Los_Angeles', '2026-07-02', '23:59', '2026-07-03T06:59:00'],
    ['Etc/GMT+12', '2026-01-02', '00:00', '2026-01-02T12:00:00'],
  ])('in %s %s %s is %s UTC', (zone, date, time, instant) => {
    expect(instantOf(localDate(date), time, zone)).toBe(utc(instant));
  });

  it('takes 24:00 as the start of the next day', () => {
    expect(instantOf(localDate('2026-04-09'), '24:00', 'Europe/London')).toBe(
      startOfDay(localDate('2026-04-10'), 'Europe/London'),
    );
  });

  it.each([
    ['Europe/London', '2026-03-29', '01:30', '2026-03-29T01:30:00', '02:30'],
    ['America/Los_Angeles', '2026-03-08', '02:00', '2026-03-08T10:00:00', '03:00'],
    ['Pacific/Auckland', '2026-09-27', '02:59', '2026-09-26T14:59:00', '03:59'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00', '02:45'],
    ['America/Santiago', '2026-09-06', '00:00', '2026-09-06T04:00:00', '01:00'],
  ])('in %s reads %s %s, which the clocks skip, with the offset before', (zone, date, time, instant, shown) => {
    expect(instantOf(localDate(date), time, zone)).toBe(utc(instant));
    expect(localTimeAt(utc(instant), zone)).toBe(shown);
  });

  it.each([
    ['Europe/London', '2026-10-25', '01:30', '2026-10-25T00:30:00'],
    ['America/Los_Angeles', '2026-11-01', '01:00', '2026-11-01T08:00:00'],
    ['Pacific/Auckland', '2026-04-05', '02:30', '2026-04-04T13:30:00'],
    ['America/Havana', '2026-11-01', '00:00', '2026-11-01T04:00:00'],
  ])('in %s takes the first %s %s, which comes twice', (zone, date, time, instant) => {
    expect(instantOf(localDate(date), time, zone)).toBe(utc(instant));
  });

  it.each([
    ['Europe/London', '2026-03-29', 23],
    ['Europe/London', '2026-10-25', 25],
    ['Europe/London', '2026-03-28', 24],
    ['Europe/London', '2026-03-30', 24],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['America/Santiago', '2026-09-06', 23],
    ['America/Santiago', '2026-04-04', 25],
  ])('in %s %s has %d hours', (zone, date, hours) => {
    const start = startOfDay(localDate(date), zone);
    const end = startOfDay(addDays(localDate(date), 1), zone);
    expect((end - start) / 3_600_000).toBe(hours);
  });

  it('gives a day that Samoa left out no length', () => {
    const left = localDate('2011-12-30');
    expect(startOfDay(left, 'Pacific/Apia')).toBe(startOfDay(localDate('2011-12-31'), 'Pacific/Apia'));
  });
});
