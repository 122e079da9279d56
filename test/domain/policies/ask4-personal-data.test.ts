import { describe, expect, it } from 'vitest';
import { deadlineState } from '../../../domain/deadline.ts';
import type { CaseEvent, EventKind } from '../../../domain/events.ts';
import { caseOf, deadlinesFor, event, shipped } from '../support.ts';
import { due, dueOf, later, received } from './due.ts';

describe('ask4: a complaint about personal data', () => {
  const flags = ['data_protection'];

  it('received fri_19_jun: 30 days end on sun_19_jul and roll to mon_20_jul', () => {
    const complaint = received('2026-06-19 17:00', { flags });
    expect(dueOf('ask4.yaml', 'data_protection_acknowledgement', complaint)).toBe('2026-07-20');
  });

  it('received sat_20_jun: the days begin on sunday and end on mon_20_jul', () => {
    const complaint = received('2026-06-20 17:00', { flags });
    expect(dueOf('ask4.yaml', 'data_protection_acknowledgement', complaint)).toBe('2026-07-20');
  });

  it('received thu_18_jun, before the law, has no such duty; nor has one without the flag', () => {
    const ids = (complaint: CaseEvent) => due('ask4.yaml', complaint).join();
    expect(ids(received('2026-06-18 17:00', { flags }))).not.toContain('data_protection');
    expect(ids(received('2026-06-19 17:00'))).not.toContain('data_protection');
    expect(ids(received('2026-06-19 17:00', { flags }))).toContain('data_protection');
  });

  it('is taken by phone too, with every regime', () => {
    const call = received('2026-06-19 17:00', { flags, channel: 'phone' });
    expect(caseOf([call], shipped('ask4.yaml'))).toMatchObject({ accepted: true, stage: 'received' });
    expect(due('ask4.yaml', call)).toEqual([
      'ask4.acknowledgement 2026-06-20',
      'ask4.update 2026-06-24',
      'ask4.response 2026-07-03',
      'ofcom-adr.adr_letter 2026-07-31',
      'uk-data-protection.data_protection_acknowledgement 2026-07-20',
    ]);
  });

  it('one acknowledgement keeps both promises, and so does an outcome', () => {
    const states = (kind: EventKind) => {
      const events = [received('2026-06-19 17:00', { flags }), event(kind, '2026-06-20 09:00')];
      return deadlinesFor(events, shipped('ask4.yaml'))
        .filter(({ duty }) => duty.includes('acknowledgement'))
        .map((one) => deadlineState(one, later));
    };
    expect(states('acknowledged')).toEqual(['met', 'met']);
    expect(states('responded')).toEqual(['met', 'met']);
  });
});
