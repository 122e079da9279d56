import { describe, expect, it } from 'vitest';
import { projectNow } from '../../../domain/projection.ts';
import { at, calendarOf, deadlineFor, deadlinesFor, policyOf } from '../support.ts';
import { extended, received } from './story.ts';

describe('a projected deadline that was extended', () => {
  const policy = policyOf([
    { id: 'ack', after: 'received', within: '24 hours', doneBy: ['acknowledged'] },
    {
      id: 'response',
      after: 'acknowledged',
      within: '3 working days',
      doneBy: ['responded'],
      extension: { atMost: '5 working days' },
    },
  ]);
  const told = extended('5 working days', '2026-06-01 12:00');
  const deadlines = deadlinesFor([received, told], policy);
  const response = (now: string) =>
    deadlineFor('response', projectNow(deadlines, calendarOf(policy), policy.counting, at(now)));

  it('stays extended while what it hangs on is overdue', () => {
    expect(response('2026-06-02 09:00').dueDate).toBe('2026-06-12');
    expect(response('2026-06-08 09:00')).toMatchObject({
      anchorAt: at('2026-06-08 09:00'),
      dueDate: '2026-06-18',
      dueAt: at('2026-06-19'),
      warnAt: at('2026-06-18 23:00'),
      extensions: [{ at: told.at, dueDate: '2026-06-11', dueAt: at('2026-06-12') }],
    });
  });
});
