import { describe, expect, it } from 'vitest';
import { overSince } from '../../../domain/index.ts';
import { acknowledged, received } from '../easter.ts';
import { caseOf, event } from '../support.ts';
import { solved } from './story.ts';

describe('only withdrawn, not_a_complaint or a correction end a case', () => {
  const withdrawn = event('withdrawn', '2026-04-03 10:00', { byHand: true });

  it.each(['withdrawn', 'not_a_complaint'] as const)('%s ends it', (kind) => {
    const end = event(kind, '2026-04-03 10:00');
    expect(caseOf([received, acknowledged, end])).toMatchObject({ stage: 'ended', ended: kind });
    expect(overSince(caseOf([received, acknowledged, end]))).toBe(end.at);
  });

  it('solving an ended case leaves it ended, not solved early', () => {
    const kase = caseOf([received, withdrawn, solved]);
    expect(kase.stage).toBe('ended');
    expect(kase).not.toHaveProperty('solvedEarlyAt');
  });

  it('reopening the ticket does not bring it back, a person does', () => {
    expect(caseOf([received, withdrawn, solved, event('reopened', '2026-04-22 10:00')]).stage).toBe('ended');
    expect(caseOf([received, withdrawn, event('reopened', '2026-04-22 10:00', { byHand: true })]).stage).toBe(
      'received',
    );
  });
});
