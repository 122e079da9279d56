import { expect, it } from 'vitest';
import * as oracle from './oracle.ts';

const zone = process.env.TZ;

/** The suite is run once for each of several zones; this shows that it really is. */
it.skipIf(zone === undefined)('the process runs in the zone that TZ names', () => {
  for (const month of [0, 6]) {
    const noon = new Date(2026, month, 1, 12);
    expect(oracle.wallAt(noon.getTime(), zone ?? '').slice(11)).toBe('12:00');
  }
});
