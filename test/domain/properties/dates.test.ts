import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { addMonths, instantOf, localDate, localDateAt, localTimeAt } from '../../../domain/local-date.ts';
import * as oracle from '../oracle.ts';
import { instant, minute, zone } from './arbitraries.ts';

vi.setConfig({ testTimeout: 60_000 });

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
