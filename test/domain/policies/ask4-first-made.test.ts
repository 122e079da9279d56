import { describe, expect, it } from 'vitest';
import { deadlineState } from '../../../domain/deadline.ts';
import { at, caseOf, deadlineFor, deadlinesFor, event, planOf, shipped } from '../support.ts';
import { due, dueOf, received } from './due.ts';

describe('ask4: deadlock before six weeks', () => {
  const complaint = received('2026-04-08 09:00');

  it('on fri_1_may: the letter goes out by the end of that day', () => {
    const events = [complaint, event('deadlock', '2026-05-01 15:00')];
    const letter = deadlineFor('adr_letter', deadlinesFor(events, shipped('ask4.yaml')));
    expect(letter).toMatchObject({ after: 'deadlock', dueDate: '2026-05-01', dueAt: at('2026-05-02') });
    expect(deadlineState(letter, at('2026-05-01 15:01'))).toBe('due_soon');
    expect(deadlineState(letter, at('2026-05-02'))).toBe('overdue');
  });

  it('on sat_2_may it does not wait for monday', () => {
    expect(dueOf('ask4.yaml', 'adr_letter', complaint, event('deadlock', '2026-05-02 15:00'))).toBe(
      '2026-05-02',
    );
  });

  it('after wed_20_may it moves nothing', () => {
    expect(dueOf('ask4.yaml', 'adr_letter', complaint, event('deadlock', '2026-05-22 15:00'))).toBe(
      '2026-05-20',
    );
  });
});

describe('ask4: first complained by phone', () => {
  it('a call on thu_9_apr has no deadline of the promise, and the ADR letter due thu_21_may', () => {
    const call = received('2026-04-09 12:00', { channel: 'phone' });
    expect(caseOf([call], shipped('ask4.yaml')).stage).toBe('refused');
    expect(due('ask4.yaml', call)).toEqual(['ofcom-adr.adr_letter 2026-05-21']);
    expect(planOf([call], '2026-04-09 12:01', { policy: shipped('ask4.yaml') }).send.kind).toBe('nothing');
  });

  it('received by e-mail on fri_17_apr, first made by phone on thu_9_apr: counted from the call', () => {
    const complaint = received('2026-04-17 12:00', { firstMadeAt: at('2026-04-09 12:00') });
    expect(dueOf('ask4.yaml', 'acknowledgement', complaint)).toBe('2026-04-18');
    expect(dueOf('ask4.yaml', 'adr_letter', complaint)).toBe('2026-05-21');
  });

  it('a call before wed_8_apr is under the rule of its day: first made mon_6_apr, due mon_1_jun', () => {
    const complaint = received('2026-04-17 12:00', { firstMadeAt: at('2026-04-06 12:00') });
    expect(due('ask4.yaml', complaint).at(-1)).toBe('ofcom-adr-eight-weeks.adr_letter 2026-06-01');
  });

  it('nothing is first made after it was received', () => {
    const complaint = received('2026-04-09 12:00', { firstMadeAt: at('2026-04-17 12:00') });
    expect(dueOf('ask4.yaml', 'adr_letter', complaint)).toBe('2026-05-21');
  });
});
