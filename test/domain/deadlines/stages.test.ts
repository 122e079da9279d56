import { describe, expect, it } from 'vitest';
import { openDeadlines } from '../../../domain/deadline.ts';
import { acknowledged, received, updated } from '../easter.ts';
import { deadlinesFor, event } from '../support.ts';
import { later } from './later.ts';

const responded = event('responded', '2026-04-20 10:00');

describe('reopening or an appeal starts a new stage and never restarts the old clock', () => {
  const whole = [received, acknowledged, updated, responded];

  it.each([
    ['reopening', [event('closed', '2026-04-21 10:00'), event('reopened', '2026-04-22 10:00')]],
    ['an appeal', [event('appealed', '2026-05-01 10:00')]],
  ])('%s', (_, more) => {
    expect(deadlinesFor([...whole, ...more])).toEqual(deadlinesFor(whole));
  });

  it('reopening in the middle leaves open duties where they were', () => {
    const events = [received, acknowledged];
    const closed = event('closed', '2026-04-03 10:00', { byHand: true });
    const reopened = event('reopened', '2026-04-08 10:00', { byHand: true });
    expect(deadlinesFor([...events, closed, reopened])).toEqual(deadlinesFor(events));
  });
});

describe('a deadline that ends with the case', () => {
  it.each([
    ['withdrawn', event('withdrawn', '2026-04-08 10:00'), 'withdrawn'],
    ['not a complaint', event('not_a_complaint', '2026-04-08 10:00'), 'not_a_complaint'],
    ['closed by a person', event('closed', '2026-04-08 10:00', { byHand: true }), 'by_person'],
  ])('%s is waived, what was met stays met', (_, end, waived) => {
    const chain = deadlinesFor([received, acknowledged, end]);
    expect(chain.map((deadline) => deadline.waived)).toEqual([undefined, waived, waived]);
    expect(openDeadlines(chain, later)).toEqual([]);
  });
});
