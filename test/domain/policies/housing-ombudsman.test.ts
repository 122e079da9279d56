import { describe, expect, it } from 'vitest';
import { deadlineState } from '../../../domain/deadline.ts';
import type { CaseEvent } from '../../../domain/events.ts';
import { caseOf, deadlineFor, deadlinesFor, event, shipped } from '../support.ts';
import { due, dueOf, extended, later, received } from './due.ts';

describe('examples: Housing Ombudsman', () => {
  const file = 'examples/housing-ombudsman.yaml';
  const complaint = received('2026-06-01 10:00');
  const stage1 = [complaint, event('acknowledged', '2026-06-05 10:00')];
  const answered = [...stage1, event('responded', '2026-06-19 10:00')];
  const appealed = [...answered, event('appealed', '2026-07-06 10:00')];

  it('stage 1: received mon_1_jun, acknowledgement due mon_8_jun', () => {
    expect(dueOf(file, 'acknowledgement', complaint)).toBe('2026-06-08');
  });

  it('stage 1: acknowledged fri_5_jun, response due fri_19_jun', () => {
    expect(dueOf(file, 'response', ...stage1)).toBe('2026-06-19');
  });

  it('stage 1: extended by ten working days to fri_3_jul, and by no more', () => {
    const by = (within: string) =>
      dueOf(file, 'response', ...stage1, extended('response', within, '2026-06-18 10:00'));
    expect(by('10 working days')).toBe('2026-07-03');
    expect(by('11 working days')).toBe('2026-06-19');
  });

  it('stage 2 is not there before the escalation request', () => {
    expect(due(file, ...answered)).toHaveLength(2);
  });

  it('stage 2: requested mon_6_jul, acknowledgement due mon_13_jul, counted from the request', () => {
    expect(dueOf(file, 'appeal_acknowledgement', ...appealed)).toBe('2026-07-13');
  });

  it('stage 2: until it is acknowledged the response is projected from mon_13_jul, to mon_10_aug', () => {
    const response = deadlineFor('appeal_response', deadlinesFor(appealed, shipped(file)));
    expect(response).toMatchObject({ projected: true, dueDate: '2026-08-10' });
  });

  it('stage 2: acknowledged thu_9_jul, response due thu_6_aug; extended over the bank holiday to fri_4_sep', () => {
    const events = [...appealed, event('acknowledged', '2026-07-09 10:00')];
    expect(dueOf(file, 'appeal_response', ...events)).toBe('2026-08-06');
    const more = extended('appeal_response', '20 working days', '2026-08-05 10:00');
    expect(dueOf(file, 'appeal_response', ...events, more)).toBe('2026-09-04');
  });

  it('stage 2 leaves stage 1 as it was, and its answer settles the case', () => {
    const events: CaseEvent[] = [
      ...appealed,
      event('acknowledged', '2026-07-09 10:00'),
      event('responded', '2026-08-03 10:00', { outcome: 'upheld' }),
      event('closed', '2026-08-04 10:00'),
    ];
    const states = deadlinesFor(events, shipped(file)).map((one) => deadlineState(one, later));
    expect(states).toEqual(['met', 'met', 'met', 'met']);
    expect(caseOf(events, shipped(file))).toMatchObject({ stage: 'closed', outcome: 'upheld' });
    expect(caseOf(appealed, shipped(file)).stage).toBe('appealed');
  });

  it('stage 2 keeps a solved ticket open until it is answered', () => {
    const solved = event('closed', '2026-07-07 10:00');
    expect(caseOf([...appealed, solved], shipped(file))).toMatchObject({
      stage: 'appealed',
      solvedEarlyAt: solved.at,
    });
  });

  it('stage 2 is answered by another handler', () => {
    const duties = shipped(file).regimes.flatMap((regime) => regime.duties);
    expect(duties.filter(({ anotherHandler }) => anotherHandler).map(({ id }) => id)).toEqual([
      'appeal_response',
    ]);
  });
});
