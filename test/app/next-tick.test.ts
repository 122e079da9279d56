import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leadingDeadline } from '../../app/sidebar/model/leading.ts';
import { nextStateChange, nextTextChange } from '../../app/sidebar/model/next-tick.ts';
import { statusText } from '../../app/sidebar/model/status.ts';
import { stepsOf } from '../../app/sidebar/model/steps.ts';
import { allowedActions } from '../../domain/actions.ts';
import {
  type ClockRecord,
  createCalendar,
  HOUR,
  type Instant,
  MINUTE,
  projectNow,
} from '../../domain/index.ts';
import { reading } from './support/reading.ts';
import { at, calendar, recordOf } from './support/records.ts';

const received = recordOf({ kind: 'received', on: '2026-04-08T12:30:00Z', channel: 'form' });
const acknowledged = recordOf(
  { kind: 'received', on: '2026-04-01T14:04:00Z', channel: 'form' },
  { kind: 'acknowledged', on: '2026-04-02T07:31:00Z' },
);
const zones = { reader: 'Europe/Berlin', policy: 'Europe/London' };

const next = (record: ClockRecord, now: string) => nextTextChange(record.deadlines, at(now), zones);

describe('the next change of a text', () => {
  test('is the next minute while a countdown is shown', () => {
    expect(next(received, '2026-04-08T13:00:10Z')).toBe(at('2026-04-08T13:00:00Z') + MINUTE + 1);
  });

  test('is midnight, the reader’s first, while days are counted', () => {
    expect(next(acknowledged, '2026-04-06T09:00:00Z')).toBe(at('2026-04-06T22:00:00Z'));
    expect(next(acknowledged, '2026-04-06T22:00:00Z')).toBe(at('2026-04-06T23:00:00Z'));
  });

  test('is the hour once a duty is two days late', () => {
    expect(next(received, '2026-04-12T15:40:00Z')).toBe(at('2026-04-12T16:30:00Z'));
  });

  test('never comes where nothing is owed', () => {
    const withdrawn = recordOf(
      { kind: 'received', on: '2026-04-08T12:30:00Z', channel: 'form' },
      { kind: 'withdrawn', on: '2026-04-08T12:45:00Z' },
    );
    expect(next(withdrawn, '2026-04-08T13:00:00Z')).toBeUndefined();
  });

  test('is midnight for a refused call, on which the regulator’s limit runs', () => {
    const refused = recordOf({ kind: 'received', on: '2026-04-08T12:30:00Z', channel: 'phone' });
    expect(next(refused, '2026-04-08T13:00:00Z')).toBe(at('2026-04-08T22:00:00Z'));
  });

  function textAt(record: ClockRecord, now: Instant): string {
    const context = {
      ...reading('2026-04-09T00:00:00Z', { zone: zones.reader }),
      calendar: createCalendar(calendar),
      now,
    };
    const leading = leadingDeadline(record.deadlines, now);
    return JSON.stringify([
      leading && statusText(leading, context),
      stepsOf(record, record.deadlines, context),
    ]);
  }

  /** That up to what `next` answers a text stays as it is, whenever one looks. */
  function holdsUntil(
    next: (record: ClockRecord, now: Instant) => Instant | undefined,
    textOf: (record: ClockRecord, now: Instant) => string,
  ): void {
    const span = fc.integer({ min: at('2026-04-08T12:31:00Z'), max: at('2026-04-16T12:00:00Z') });
    const records = fc.constantFrom(received, acknowledged);
    fc.assert(
      fc.property(records, span, fc.double({ min: 0, max: 1, noNaN: true }), (record, now, part) => {
        const change = next(record, now);
        if (change === undefined) throw new Error('something is owed');
        const between = Math.floor(now + (change - 1 - now) * part);
        expect(textOf(record, between)).toBe(textOf(record, now));
        expect(change).toBeGreaterThan(now);
        expect(change - now).toBeLessThanOrEqual(25 * HOUR);
      }),
      { numRuns: 300 },
    );
  }

  test('misses no change: up to the next tick every text stays as it is', () => {
    holdsUntil((record, now) => nextTextChange(record.deadlines, now, zones), textAt);
  });

  /** All that is shown of a case but the status of what is owed next. */
  function plainTextAt(record: ClockRecord, now: Instant): string {
    const context = {
      ...reading('2026-04-09T00:00:00Z', { zone: zones.reader }),
      calendar: createCalendar(calendar),
      now,
    };
    const deadlines = projectNow(record.deadlines, context.calendar, record.counting, now);
    const leading = leadingDeadline(deadlines, now);
    const status = leading && statusText(leading, context);
    return JSON.stringify([
      [leading?.duty, status?.tone, status?.state, status?.due],
      stepsOf(record, deadlines, context),
      allowedActions({ ...record, deadlines }, { now }),
    ]);
  }

  test('but for the countdown nothing changes up to the next change of state', () => {
    holdsUntil((record, now) => nextStateChange(record.deadlines, now, zones), plainTextAt);
  });

  test('a countdown’s minute is no change of state, unless something is counted from now', () => {
    expect(nextStateChange(received.deadlines, at('2026-04-08T13:00:10Z'), zones)).toBe(
      at('2026-04-08T22:00:00Z'),
    );
    expect(nextStateChange(received.deadlines, at('2026-04-09T13:00:10Z'), zones)).toBe(
      at('2026-04-09T13:01:00Z'),
    );
  });
});
