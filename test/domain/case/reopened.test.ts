import { describe, expect, it } from 'vitest';
import { overSince } from '../../../domain/index.ts';
import { acknowledged, received } from '../easter.ts';
import { caseOf, event } from '../support.ts';
import { kinds, whole } from './story.ts';

describe('reopened: the ticket leaves solved after closed', () => {
  const reopened = event('reopened', '2026-04-22 10:00');

  it('brings back the stage before', () => {
    const kase = caseOf([...whole, reopened]);
    expect(kase.stage).toBe('responded');
    expect(kinds(kase.events).slice(-2)).toEqual(['closed', 'reopened']);
    expect(overSince(kase)).toBeUndefined();
  });

  it('and solving it again closes again', () => {
    const again = event('closed', '2026-04-23 10:00');
    expect(caseOf([...whole, reopened, again]).stage).toBe('closed');
    expect(overSince(caseOf([...whole, reopened, again]))).toBe(again.at);
  });

  it('in the second of the closing counts after it, by the order of the audits', () => {
    const second = (kind: 'closed' | 'reopened', auditId: number) =>
      event(kind, '2026-04-21 10:00', { auditId });
    const before = whole.slice(0, 4);
    expect(caseOf([...before, second('reopened', 9002), second('closed', 9001)]).stage).toBe('responded');
    expect(caseOf([...before, second('closed', 9002), second('reopened', 9001)]).stage).toBe('closed');
  });

  it('of a ticket solved too early is nothing to tell', () => {
    const kase = caseOf([
      received,
      event('closed', '2026-04-02 09:00'),
      event('reopened', '2026-04-02 09:30'),
      acknowledged,
    ]);
    expect(kinds(kase.events)).toEqual(['received', 'acknowledged']);
    expect(kase).not.toHaveProperty('solvedEarlyAt');
    expect(kase.refused).toEqual([]);
  });
});
