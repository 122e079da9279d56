import { describe, expect, it } from 'vitest';
import { duty, faultsOf, faultsWith, regime } from './drafts.ts';
import { FAULTS } from './fault-cases.ts';

describe('each fault has its path', () => {
  it.each(FAULTS)('%s', (_, parts, path) => {
    expect(faultsWith(parts).map((fault) => fault.path)).toEqual([path]);
  });

  it.each([null, undefined, 'policy', 7])('%o is no policy', (data) => {
    expect(faultsOf(data).map(({ path }) => path)).toEqual(['(the whole file)']);
  });

  it('says how to put right what it can', () => {
    expect(
      faultsWith({ effectiveFrom: '9.4.2026', timeZone: 'London' }).map(({ message }) => message),
    ).toEqual([
      'write a date as YYYY-MM-DD, in quotes',
      'is no time zone: use an IANA name such as Europe/London',
    ]);
    expect(faultsWith(regime({}, { ...duty, after: 'updated' }))[0]?.message).toBe(
      'no duty before this one is done by "updated": put that duty first',
    );
  });

  it('lists all faults at once, a broken chain beside a broken offset', () => {
    const paths = faultsWith({
      version: 1,
      colour: 'red',
      shape: 'round',
      ...regime({}, duty, { ...duty, id: 'two', after: 'updated', within: 'soon' }, { ...duty, warn: '?' }),
    }).map(({ path }) => path);
    expect(paths.sort()).toEqual([
      'colour',
      'regimes.0.duties.1.after',
      'regimes.0.duties.1.within',
      'regimes.0.duties.2.id',
      'regimes.0.duties.2.warn',
      'shape',
      'version',
    ]);
  });

  it.each(['received', 'appealed', 'deadlock', 'referred'])('a duty may hang on "%s"', (after) => {
    expect(faultsWith(regime({}, { ...duty, after }))).toEqual([]);
  });
});
