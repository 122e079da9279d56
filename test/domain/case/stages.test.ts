import { describe, expect, it } from 'vitest';
import { firstOf, foldCase } from '../../../domain/index.ts';
import { acknowledged, received } from '../easter.ts';
import { ask4, caseOf, event } from '../support.ts';
import { kinds, responded, updated, whole } from './story.ts';

describe('a case as its events tell it', () => {
  it('is none where nothing was received', () => {
    expect(foldCase(ask4, [])).toBeUndefined();
    expect(foldCase(ask4, [acknowledged])).toBeUndefined();
  });

  it.each([
    [1, 'received'],
    [2, 'acknowledged'],
    [3, 'updated'],
    [4, 'responded'],
    [5, 'closed'],
  ])('after %i events is %s', (count, stage) => {
    expect(caseOf(whole.slice(0, count)).stage).toBe(stage);
  });

  it('is the same in whatever order the events come', () => {
    expect(caseOf([...whole].reverse())).toEqual(caseOf(whole));
  });

  it('keeps the outcome of the response', () => {
    expect(caseOf(whole).outcome).toBe('upheld');
    expect(caseOf(whole.slice(0, 3))).not.toHaveProperty('outcome');
  });

  it('within one audit has received before acknowledged, and the closing last', () => {
    const sameAudit = { auditId: received.auditId };
    const kase = caseOf([
      event('closed', '2026-04-01 15:00', sameAudit),
      event('responded', '2026-04-01 15:00', sameAudit),
      event('acknowledged', '2026-04-01 15:00', sameAudit),
      received,
    ]);
    expect(kase.stage).toBe('closed');
    expect(kase.events[0]?.kind).toBe('received');
    expect(kase.events.at(-1)?.kind).toBe('closed');
    expect(kase.refused).toEqual([]);
  });
});

describe('an update before any acknowledgement is the acknowledgement too', () => {
  it('in the same update, by the same author', () => {
    const message = event('updated', '2026-04-02 10:00', { authorId: 7 });
    expect(kinds(caseOf([received, message]).events)).toEqual(['received', 'acknowledged', 'updated']);
    expect(firstOf(caseOf([received, message]), 'acknowledged')).toMatchObject({
      at: message.at,
      auditId: message.auditId,
    });
  });

  it('but not where one was sent', () => {
    expect(kinds(caseOf([received, acknowledged, updated]).events)).toEqual([
      'received',
      'acknowledged',
      'updated',
    ]);
  });
});

describe('later stages', () => {
  it('an appeal starts a new stage, its answer ends it', () => {
    const appealed = event('appealed', '2026-05-01 10:00');
    const answered = event('appeal_responded', '2026-05-05 10:00');
    expect(caseOf([received, responded, appealed]).stage).toBe('appealed');
    expect(caseOf([received, responded, appealed, answered]).stage).toBe('responded');
  });

  it('a referral lasts until the decision', () => {
    const referred = event('referred', '2026-05-01 10:00');
    expect(caseOf([received, responded, referred]).stage).toBe('referred');
    expect(caseOf([received, responded, referred, event('decided', '2026-06-01 10:00')]).stage).toBe(
      'responded',
    );
  });
});
