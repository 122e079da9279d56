import { describe, expect, it } from 'vitest';
import { closuresOf, parsePolicy } from '../../../domain/policy.ts';
import { ask4Data, policyOf, policyWith } from '../support.ts';
import { duty, earliest, faultsWith, regime } from './drafts.ts';

describe('a policy that leaves something out', () => {
  it('counts from the event, keeps the end, ends days at midnight, and holds bursts of 20 in 10 minutes', () => {
    const { counting: _, ...rest } = ask4Data();
    const parsed = parsePolicy(rest);
    expect(parsed.ok && parsed.policy).toMatchObject({
      counting: { eventOnNonWorkingDay: 'count_from_event', endOnNonWorkingDay: 'keep', dayEnds: '24:00' },
      sending: { perRequesterPerDay: 3, burst: { count: 20, minutes: 10 }, recordedWithinHours: 72 },
      closures: [],
    });
  });

  it('has no hard cap and no automatic channels', () => {
    const policy = policyOf([duty], { channels: { letter: { accepted: true } } });
    expect(policy.regimes[0]?.hardCap).toBe(false);
    expect(policy.channels.letter).toEqual({ accepted: true, exceptions: [], via: [] });
  });
});

it('the end of the same day may be one of several periods', () => {
  expect(faultsWith(regime({}, earliest('6 weeks', '0 days')))).toEqual([]);
});

it('a closure is a day or a span, each day under the name of the company', () => {
  const closures = [
    { date: '2026-12-24', name: 'Christmas Eve' },
    { from: '2026-12-29', until: '2026-12-31', name: 'Closed', names: { de: 'Betriebsferien' } },
  ];
  const span = { name: 'Closed', names: { de: 'Betriebsferien' }, region: 'ASK4' };
  expect(closuresOf(policyWith({ closures }))).toEqual([
    { date: '2026-12-24', name: 'Christmas Eve', region: 'ASK4' },
    { ...span, date: '2026-12-29' },
    { ...span, date: '2026-12-30' },
    { ...span, date: '2026-12-31' },
  ]);
});

it('a working week keeps its days as ISO weekdays', () => {
  expect(policyWith({ workingWeek: ['sun', 'mon', 'sat'] }).workingWeek).toEqual([7, 1, 6]);
});
