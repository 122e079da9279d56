import { describe, expect, it } from 'vitest';
import { acknowledged, received } from '../easter.ts';
import { at, event, planOf, sendable } from '../support.ts';
import { held } from './story.ts';

describe('the calendar in the record', () => {
  it('reaches from a week before the receipt to 45 days beyond the last due date', () => {
    const { calendar } = planOf([received, acknowledged], '2026-04-02 10:01').record;
    expect([calendar.from, calendar.until]).toEqual(['2026-03-25', '2026-06-04']);
    expect(calendar.off.map(({ date }) => date)).toEqual([
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
    ]);
  });

  it('and beyond the recording of an old letter that is held', () => {
    const letter = event('received', '2026-01-05 09:00', {
      channel: 'letter',
      recordedAt: at('2026-06-01 09:00'),
    });
    const { calendar } = planOf([letter], '2026-06-01 09:01', { facts: { ...sendable, ...held } }).record;
    expect(calendar.until).toBe('2026-07-16');
  });
});
