import { describe, expect, it } from 'vitest';
import { deadlineState } from '../../../domain/deadline.ts';
import { deadlinesOf } from '../../../domain/deadlines.ts';
import { received } from '../easter.ts';
import { at, calendarOf, caseOf, deadlineFor, deadlinesFor, event, policyOf } from '../support.ts';
import { later } from './later.ts';

describe('a complaint recorded after its 24 hours', () => {
  it('is met_late once acknowledged', () => {
    const letter = event('received', '2026-04-01 15:00', { recordedAt: at('2026-04-07 09:00') });
    const chain = deadlinesFor([letter, event('acknowledged', '2026-04-07 09:01')]);
    expect(deadlineState(deadlineFor('acknowledgement', chain), later)).toBe('met_late');
    expect(deadlineFor('update', chain).dueDate).toBe('2026-04-10');
  });

  it('received in the future counts from its recording', () => {
    const future = event('received', '2026-05-01 09:00', { recordedAt: received.recordedAt });
    expect(deadlineFor('acknowledgement', deadlinesFor([future])).anchorAt).toBe(received.recordedAt);
  });
});

describe('a refused channel', () => {
  const phoned = event('received', '2026-04-01 15:00', { channel: 'phone' });

  it('has no deadlines', () => {
    expect(deadlinesFor([phoned])).toEqual([]);
  });

  it('an exception starts them, counted from the receipt', () => {
    const exception = event('exception', '2026-04-02 09:00', { byHand: true });
    expect(deadlineFor('acknowledgement', deadlinesFor([phoned, exception])).anchorAt).toBe(phoned.at);
  });
});

it('a deadline past the coverage end of the calendar is an error', () => {
  const policy = policyOf([
    { id: 'ack', after: 'received', within: '10 working days', doneBy: ['acknowledged'] },
  ]);
  const kase = caseOf([event('received', '2027-12-24 09:00')], policy);
  expect(() => deadlinesOf(kase, policy, calendarOf(policy))).toThrow(
    '2028-01-01 lies outside the calendar, which covers 2025-01-01 to 2027-12-31',
  );
});
