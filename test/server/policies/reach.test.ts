import { expect, it } from 'vitest';
import { addDays, localDate } from '../../../domain/local-date.ts';
import type { Policy } from '../../../domain/policy.ts';
import { coverageShortfall, longestReach } from '../../../domain/reach.ts';
import { coverageFault, createCalendarSource, knownUntil } from '../../../server/policies/calendars.ts';
import { parsePolicyText } from '../../../server/policies/parse-text.ts';
import { altered, GOOD } from './support/texts.ts';

const NOW = Date.parse('2026-04-01T12:00:00Z');

function policyOf(text: string): Policy {
  const parsed = parsePolicyText(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.policy;
}

const small = policyOf(GOOD);
const slow = policyOf(altered('10 working days', '30 months'));

it('the longest chain is the sum of its periods and of what may be added to them', () => {
  const { regime, duty, days } = longestReach(small);
  expect([regime, duty]).toEqual(['own', 'response']);
  // 3 + 10 + 5 working days are four weeks at least.
  expect(days).toBeGreaterThan(28);
  const shorter = longestReach(
    policyOf(altered('        extension: { atMost: 5 working days, times: 1 }\n', '')),
  );
  expect(shorter.days).toBeLessThanOrEqual(days - 7);
});

it('an extension without an upper bound may be as long as the period, as often as allowed', () => {
  const free = policyOf(altered('atMost: 5 working days, times: 1', 'times: 3'));
  const none = policyOf(altered('        extension: { atMost: 5 working days, times: 1 }\n', ''));
  expect(longestReach(free).days).toBeGreaterThanOrEqual(longestReach(none).days + 3 * 14);
});

it('what comes from outside, such as an appeal, begins a chain of its own', () => {
  const appeal = altered(
    '        extension: { atMost: 5 working days, times: 1 }\n',
    '      - { id: appeal, after: appealed, within: 2 working days, doneBy: [appeal_responded], warn: 1 day }\n',
  );
  expect(longestReach(policyOf(appeal)).duty).toBe('response');
});

it('a calendar that ends before the last day of the chain is too short by a day', () => {
  const today = localDate('2026-04-01');
  const last = addDays(today, longestReach(small).days);
  expect(coverageShortfall(small, today, last)).toBeUndefined();
  expect(coverageShortfall(small, today, addDays(last, -1))).toMatchObject({
    duty: 'response',
    needed: last,
  });
});

it('a policy that reaches beyond what is known is named with the duty, the date and the fix', () => {
  expect(coverageFault(small, NOW)).toBeUndefined();
  expect(coverageFault(slow, NOW)).toMatch(
    /policy small, version 1: "own\.response" may fall due as late as 20\d\d-\d\d-\d\d \(\d+ days\), but public holidays are known only until 2028-12-31: shorten/,
  );
});

it('holidays are taken to be known until the end of the year after next', () => {
  expect(knownUntil(NOW, small)).toBe('2028-12-31');
  const calendarFrom = createCalendarSource();
  const calendar = calendarFrom(small, Date.parse('2024-07-01T00:00:00Z'), NOW);
  expect(calendar.data).toMatchObject({ from: '2023-01-01', until: '2028-12-31', zone: 'Europe/London' });
  expect(calendarFrom(small, Date.parse('2024-01-01T00:00:00Z'), NOW)).toBe(calendar);
  expect(calendarFrom(slow, NOW, NOW)).not.toBe(calendar);
});
