import { describe, expect, it } from 'vitest';
import { deadlineState } from '../../../domain/deadline.ts';
import { deadlinesFor, event, shipped } from '../support.ts';
import { due, dueOf, extended, later, received } from './due.ts';

describe('examples: FCA DISP', () => {
  const file = 'examples/fca-disp.yaml';
  const complaint = received('2026-04-02 10:00');
  const payment = received('2026-04-02 10:00', { flags: ['payment_services'] });

  it('received thu_2_apr over Easter: third business day thu_9_apr, eight weeks thu_28_may', () => {
    expect(due(file, complaint)).toEqual(['disp.acknowledgement 2026-04-09', 'disp.response 2026-05-28']);
  });

  it('payment services: fifteen business days, mon_27_apr', () => {
    expect(dueOf(file, 'payment_response', payment)).toBe('2026-04-27');
  });

  it('payment services: extended to the thirty-fifth, wed_27_may, once and no further', () => {
    const told = extended('payment_response', '20 working days', '2026-04-27 10:00');
    expect(dueOf(file, 'payment_response', payment, told)).toBe('2026-05-27');
    const again = extended('payment_response', '1 working day', '2026-05-20 10:00');
    expect(dueOf(file, 'payment_response', payment, told, again)).toBe('2026-05-27');
    const tooLong = extended('payment_response', '21 working days', '2026-04-27 10:00');
    expect(dueOf(file, 'payment_response', payment, tooLong)).toBe('2026-04-27');
  });

  it('one final response keeps both', () => {
    const events = [payment, event('responded', '2026-04-08 10:00')];
    const states = deadlinesFor(events, shipped(file)).map((one) => deadlineState(one, later));
    expect(states).toEqual(['met', 'met', 'met']);
  });
});
