import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../domain/events.ts';
import { event } from '../support.ts';
import { due, dueOf, extended, received } from './due.ts';

describe('examples: SPSO', () => {
  const file = 'examples/spso.yaml';

  it('stage 1: received tue_1_sep, response due tue_8_sep', () => {
    expect(due(file, received('2026-09-01 10:00'))).toEqual(['model-procedure.response 2026-09-08']);
  });

  it('stage 1 is extended once, with a reason: tue_8_sep becomes tue_15_sep', () => {
    const more = [
      extended('response', '5 working days', '2026-09-07 10:00'),
      extended('response', '1 day', '2026-09-07 11:00'),
    ];
    expect(dueOf(file, 'response', received('2026-09-01 10:00'), ...more)).toBe('2026-09-15');
  });

  it('stage 2: requested thu_2_apr, Easter Monday counts in Scotland: wed_8_apr and fri_1_may', () => {
    const events: CaseEvent[] = [
      received('2026-03-25 10:00'),
      event('responded', '2026-03-30 10:00'),
      event('appealed', '2026-04-02 10:00'),
    ];
    expect(due(file, ...events).slice(1)).toEqual([
      'model-procedure.appeal_acknowledgement 2026-04-08',
      'model-procedure.appeal_response 2026-05-01',
    ]);
  });

  it('stage 2: the acknowledgement does not restart the twenty days', () => {
    const events: CaseEvent[] = [
      received('2026-03-25 10:00'),
      event('responded', '2026-03-30 10:00'),
      event('appealed', '2026-04-02 10:00'),
      event('acknowledged', '2026-04-08 10:00'),
    ];
    expect(dueOf(file, 'appeal_response', ...events)).toBe('2026-05-01');
  });
});
