import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../domain/events.ts';
import { acknowledged, received } from '../easter.ts';
import { at, caseOf, event } from '../support.ts';
import { whys } from './story.ts';

describe('events that can not be at their point are kept apart with the reason', () => {
  it.each<[string, CaseEvent[], string]>([
    ['before the receipt', [event('acknowledged', '2026-04-01 14:59')], 'before_receipt'],
    [
      'in the future of their recording',
      [event('acknowledged', '2026-04-05 10:00', { recordedAt: at('2026-04-02 10:00') })],
      'in_future',
    ],
    ['a reopening of what was not closed', [event('reopened', '2026-04-02 10:00')], 'not_closed'],
    ['an appeal before the response', [event('appealed', '2026-04-02 10:00')], 'not_responded'],
    ['an answer to no appeal', [event('appeal_responded', '2026-04-02 10:00')], 'not_appealed'],
    ['a decision on nothing referred', [event('decided', '2026-04-02 10:00')], 'not_referred'],
  ])('%s', (_, events, why) => {
    const kase = caseOf([received, ...events]);
    expect(kase.refused.map((one) => one.why)).toEqual([why]);
    expect(kase.events).toEqual([received]);
    expect(kase.stage).toBe('received');
  });

  it.each(['withdrawn', 'not_a_complaint'] as const)('messages after %s', (end) => {
    const events = [received, event(end, '2026-04-02 09:00'), acknowledged];
    expect(whys(events)).toEqual([['acknowledged', 'case_ended']]);
    expect(caseOf(events)).toMatchObject({ stage: 'ended', ended: end });
  });

  it('an event at the very moment of the receipt is in time', () => {
    expect(caseOf([received, event('acknowledged', '2026-04-01 15:00')]).refused).toEqual([]);
  });
});

describe('Zendesk stamps an update with whole seconds', () => {
  const stamped = at('2026-04-02 10:00');
  const posted = (later: number): CaseEvent => ({
    ...event('updated', '2026-04-02 10:00', { byHand: true }),
    at: stamped + later,
  });

  it('so what is said to have happened within that second is not in the future', () => {
    expect(whys([received, posted(999)])).toEqual([]);
    expect(whys([received, posted(1_000)])).toEqual([['updated', 'in_future']]);
    const now = { ...received, at: received.recordedAt + 999 };
    expect(caseOf([now])).toMatchObject({ received: { at: now.at }, refused: [] });
  });

  it('and what was corrected may have happened up to the correction', () => {
    const corrected = { ...posted(60_000), correctedAt: stamped + 60_000 };
    expect(whys([received, corrected])).toEqual([]);
    expect(whys([received, { ...corrected, at: corrected.at + 1_000 }])).toEqual([['updated', 'in_future']]);
  });

  it('and of two receipts in one instant the first audit is the receipt, in whatever order they come', () => {
    const again = { ...received, auditId: received.auditId + 1 };
    expect(caseOf([again, received]).received.auditId).toBe(received.auditId);
  });

  it('and what its reader found flawed does not count', () => {
    const flawed = event('updated', '2026-04-02 10:00', { byHand: true, flawed: 'nobody_told' });
    expect(whys([received, flawed])).toEqual([['updated', 'nobody_told']]);
  });
});
