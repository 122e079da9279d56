import { describe, expect, it } from 'vitest';
import { deadlineState, openDeadlines } from '../../../domain/deadline.ts';
import type { CaseEvent } from '../../../domain/events.ts';
import { at, caseOf, deadlineFor, deadlinesFor, event, planOf, promise, shipped } from '../support.ts';
import { due, later, received } from './due.ts';

describe('ask4: the promise and the regulator side by side', () => {
  it('received wed_8_apr: the promise, and the ADR letter six weeks after, on wed_20_may', () => {
    expect(due('ask4.yaml', received('2026-04-08 09:00'))).toEqual([
      'ask4.acknowledgement 2026-04-09',
      'ask4.update 2026-04-14',
      'ask4.response 2026-04-23',
      'ofcom-adr.adr_letter 2026-05-20',
    ]);
  });

  it('first made tue_7_apr: eight weeks after, on tue_2_jun', () => {
    expect(due('ask4.yaml', received('2026-04-07 23:59')).at(-1)).toBe(
      'ofcom-adr-eight-weeks.adr_letter 2026-06-02',
    );
  });

  it('the letter is a hard cap of which a week ahead is warned, and that does not keep a case open', () => {
    const deadlines = deadlinesFor([received('2026-04-08 09:00')], shipped('ask4.yaml'));
    expect(deadlineFor('adr_letter', deadlines)).toMatchObject({
      hardCap: true,
      warnAt: at('2026-05-13'),
      dueAt: at('2026-05-21'),
      after: 'first_made',
    });
    const events: CaseEvent[] = [
      received('2026-04-08 09:00'),
      event('responded', '2026-04-09 09:00'),
      event('closed', '2026-04-10 09:00'),
    ];
    expect(caseOf(events, shipped('ask4.yaml')).stage).toBe('closed');
    expect(deadlineFor('adr_letter', deadlinesFor(events, shipped('ask4.yaml'))).waived).toBe('closed');
  });

  it('sent in time it is met, sent on thu_21_may it is met late', () => {
    const state = (when: string) => {
      const events = [received('2026-04-08 09:00'), event('adr_letter_sent', when)];
      return deadlineState(deadlineFor('adr_letter', deadlinesFor(events, shipped('ask4.yaml'))), later);
    };
    expect(state('2026-05-20 23:59')).toBe('met');
    expect(state('2026-05-21 00:00')).toBe('met_late');
  });

  it('after the response the letter is due next, and asked for once it is due soon', () => {
    const events = [received('2026-04-08 09:00'), event('responded', '2026-04-09 09:00')];
    const on = (now: string) => planOf(events, now, { policy: shipped('ask4.yaml') }).fields;
    expect(on('2026-04-10 09:00')).toMatchObject({
      next_due: '2026-05-20',
      next_step: 'complaint_next_close',
    });
    expect(on('2026-05-14 09:00')).toMatchObject({
      next_due: '2026-05-20',
      next_step: 'complaint_next_adr_letter',
    });
  });
});

it('ask4: an appeal has no deadline, as the published policy sets none', () => {
  const events: CaseEvent[] = [
    received('2026-04-08 09:00'),
    event('responded', '2026-04-09 09:00'),
    event('appealed', '2026-04-10 09:00'),
  ];
  expect(openDeadlines(deadlinesFor(events, promise), later)).toEqual([]);
});
