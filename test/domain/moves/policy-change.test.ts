import { describe, expect, it } from 'vitest';
import { movedDeadlines } from '../../../domain/moves.ts';
import type { Policy } from '../../../domain/policy.ts';
import { calendarOf, type Draft, england, policyWith, promise, shipped } from '../support.ts';
import { lines, received } from './story.ts';

describe('a policy that changes', () => {
  const own = (parts: Draft, within: string): Policy =>
    policyWith({
      ...parts,
      regimes: [
        {
          id: 'ask4',
          source: 'a test',
          duties: [{ id: 'response', after: 'received', within, doneBy: ['responded'], warn: '1 day' }],
        },
      ],
    });
  const move = (before: Policy, after: Policy) =>
    movedDeadlines(
      [received],
      { policy: before, calendar: calendarOf(before) },
      { policy: after, calendar: calendarOf(after) },
    );

  it('names its version before and after, and the new way: fri_12_jun becomes thu_11_jun', () => {
    const moves = move(own({}, '4 working days'), own({ version: '2' }, '3 working days'));
    expect(lines(moves)).toEqual([['response', '2026-06-12', '2026-06-11', 'counted 2026-06-11']]);
    expect(moves[0]?.versions).toEqual(['1', '2']);
  });

  it('with another length in weeks tells the length', () => {
    expect(lines(move(own({}, '1 week'), own({ version: '2' }, '2 weeks')))).toEqual([
      ['response', '2026-06-15', '2026-06-22', 'period 2026-06-22'],
    ]);
  });

  it('with the same dates moves nothing', () => {
    expect(move(own({}, '1 week'), own({ version: '2' }, '7 days'))).toEqual([]);
  });

  it('tells of duties that are new and of those that are no more', () => {
    const more = shipped('ask4.yaml');
    const added = movedDeadlines(
      [received],
      { policy: promise, calendar: england },
      { policy: more, calendar: england },
    );
    expect(added).toMatchObject([{ duty: 'adr_letter', from: null, to: { dueDate: '2026-07-20' } }]);
    const gone = movedDeadlines(
      [received],
      { policy: more, calendar: england },
      { policy: promise, calendar: england },
    );
    expect(gone).toMatchObject([
      { duty: 'adr_letter', from: { dueDate: '2026-07-20' }, to: null, because: [] },
    ]);
  });
});
