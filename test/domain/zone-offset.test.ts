import { describe, expect, test } from 'vitest';
import {
  DAY,
  HOUR,
  instantOf,
  localDate,
  localDateAt,
  localTimeAt,
  MINUTE,
} from '../../domain/local-date.ts';
import { offsetAt } from '../../domain/zone-offset.ts';

/** The offset as the platform's own calendar has it: what its clocks show, read as if it were UTC. */
function told(zone: string, at: number): number {
  const whole = Math.floor(at / 1_000) * 1_000;
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(whole);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - whole;
}

/** Changes of clocks: of an hour, of half an hour, of none at midnight, of a whole day left out. */
const CHANGES: readonly (readonly [zone: string, at: string])[] = [
  ['Europe/London', '2026-03-29T01:00:00Z'],
  ['Europe/London', '2026-10-25T01:00:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Africa/Casablanca', '2026-02-15T02:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['Asia/Pyongyang', '2015-08-14T15:00:00Z'],
];
const AROUND = [-DAY, -HOUR, -MINUTE, -1, 0, 1, MINUTE, HOUR, DAY];

describe('offsets of zones, which are kept once they are known', () => {
  test.each(CHANGES)('%s around %s: as the platform tells, in any order', (zone, change) => {
    const instants = AROUND.map((by) => Date.parse(change) + by);
    const wanted = instants.map((at) => told(zone, at));
    expect(new Set(wanted).size).toBe(2);
    expect(instants.map((at) => offsetAt(zone, at))).toEqual(wanted);
    expect(instants.toReversed().map((at) => offsetAt(zone, at))).toEqual(wanted.toReversed());
  });

  test('one zone after the other, each keeps its own', () => {
    const at = Date.parse('2026-07-01T12:00:00Z');
    const zones = ['Europe/London', 'Asia/Tokyo', 'Europe/London', 'Asia/Kolkata', 'Asia/Tokyo'];
    expect(zones.map((zone) => offsetAt(zone, at) / HOUR)).toEqual([1, 9, 1, 5.5, 9]);
  });

  test('long before and long after the days that are kept', () => {
    for (const at of [
      '1985-08-01T12:00:00Z',
      '1999-12-31T23:59:59Z',
      '2000-01-01T00:00:00Z',
      '2150-07-01T00:00:00Z',
    ])
      expect([at, offsetAt('Europe/London', Date.parse(at))]).toEqual([
        at,
        told('Europe/London', Date.parse(at)),
      ]);
  });

  test('an unknown zone is refused each time', () => {
    for (const _ of [1, 2])
      expect(() => offsetAt('Europe/Atlantis', 0)).toThrow('"Europe/Atlantis" is not a time zone');
  });
});

test('dates at both ends of what is kept, and past it, are written and read alike', () => {
  for (const text of [
    '0001-01-01',
    '1969-12-31',
    '1999-12-31',
    '2000-01-01',
    '2000-02-29',
    '2069-12-31',
    '2070-01-01',
    '9999-12-31',
  ]) {
    const date = localDate(text);
    const noon = instantOf(date, '12:00', 'UTC');
    expect(new Date(noon).toISOString()).toBe(`${text}T12:00:00.000Z`);
    expect([localDateAt(noon, 'UTC'), localTimeAt(noon, 'UTC')]).toEqual([text, '12:00']);
  }
});
