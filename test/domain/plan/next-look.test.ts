import { describe, expect, it } from 'vitest';
import { acknowledged, received } from '../easter.ts';
import { at, planOf, policyOf } from '../support.ts';

describe('when to look again', () => {
  it.each([
    ['2026-04-02 10:01', at('2026-04-08')],
    ['2026-04-08 00:00', at('2026-04-10')],
    ['2026-04-10 00:00', undefined],
  ])('with the update open at %s', (now, next) => {
    expect(planOf([received, acknowledged], now).nextLookAt).toBe(next);
  });

  it('at a change that comes before the delivery is looked for', () => {
    const first = { id: 'ack', after: 'received', doneBy: ['acknowledged'], send: 'acknowledgement' };
    const policy = policyOf([
      { ...first, within: '24 hours' },
      { id: 'response', after: 'received', within: '2 hours', doneBy: ['responded'] },
    ]);
    const halfAMinuteBefore = at('2026-04-01 16:00') - 30_000;
    const plan = planOf([received], '2026-04-01', { policy, now: halfAMinuteBefore });
    expect(plan.send.kind).toBe('send');
    expect(plan.notes).toEqual([]);
    expect(plan.nextLookAt).toBe(at('2026-04-01 16:00'));
  });

  it('a second later where notes wait for the acknowledgement to be out', () => {
    const now = at('2026-04-02 11:00');
    const mark = { removedAt: new Map(), tagRemovals: [at('2026-04-01 16:00')], notes: new Set<string>() };
    const plan = planOf([received], '2026-04-02 11:00', { history: mark });
    expect(plan.send.kind).toBe('send');
    expect(plan.notes.map(({ code }) => code)).toEqual(['tag_restored']);
    expect(plan.nextLookAt).toBe(now + 1000);
  });
});
