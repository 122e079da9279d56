import { describe, expect, it } from 'vitest';
import { localDate } from '../../../domain/local-date.ts';
import { reasonText } from '../../../domain/reason-text.ts';
import { ask4, at } from '../support.ts';
import { texts, textsFor } from './story.ts';

describe('reasons in English', () => {
  it('of the update over Easter', () => {
    expect(textsFor('update', 2, 'en')).toEqual([
      'Thu 2 Apr 2026, 10:00: acknowledged, day 0',
      'Fri 3 Apr 2026 not counted: Good Friday (GB-ENG)',
      'Sat 4 Apr 2026 not counted: weekend',
      'Sun 5 Apr 2026 not counted: weekend',
      'Mon 6 Apr 2026 not counted: Easter Monday (GB-ENG)',
      'Tue 7 Apr 2026: working day 1',
      'Wed 8 Apr 2026: working day 2',
      'Thu 9 Apr 2026: working day 3',
      'due Thu 9 Apr 2026, 24:00',
    ]);
  });

  it('of the acknowledgement', () => {
    expect(textsFor('acknowledgement', 1, 'en')).toEqual([
      'Wed 1 Apr 2026, 15:00: received, day 0',
      '24 hours, nights, weekends and holidays included',
      'due Thu 2 Apr 2026, 15:00',
    ]);
  });

  it('of a projected response', () => {
    expect(textsFor('response', 2, 'en')[0]).toBe(
      'Thu 9 Apr 2026: the latest day for "status update sent", day 0',
    );
  });

  it('of an event on sat_4_jul that rolls, with a close of business', () => {
    const counting = { eventOnNonWorkingDay: 'roll_forward', dayEnds: '17:30' };
    expect(texts('1 working day', '2026-07-04 09:05', counting)).toEqual([
      'Sat 4 Jul 2026, 09:05: received, day 0',
      'Mon 6 Jul 2026: the next working day, taken as day 0',
      'Tue 7 Jul 2026: working day 1',
      'due Tue 7 Jul 2026, 17:30',
    ]);
  });

  it('of hours from sat_4_jul, which never roll', () => {
    expect(texts('24 hours', '2026-07-04 09:05', { eventOnNonWorkingDay: 'roll_forward' })).toEqual([
      'Sat 4 Jul 2026, 09:05: received, day 0',
      '24 hours, nights, weekends and holidays included',
      'due Sun 5 Jul 2026, 09:05',
    ]);
  });

  it('of a period that ends on sat_4_apr and rolls over Easter Monday', () => {
    expect(texts('1 month', '2026-03-04 09:00', { endOnNonWorkingDay: 'roll_forward' })).toEqual([
      'Wed 4 Mar 2026, 09:00: received, day 0',
      '1 month ends on Sat 4 Apr 2026',
      'Sat 4 Apr 2026 not counted: weekend',
      'Sun 5 Apr 2026 not counted: weekend',
      'Mon 6 Apr 2026 not counted: Easter Monday (GB-ENG)',
      'moved on to Tue 7 Apr 2026, the next working day',
      'due Tue 7 Apr 2026, 24:00',
    ]);
  });

  it('of a period that is kept, its length and its ends', () => {
    expect(texts('30 days', '2026-03-06 00:00', {})).toEqual([
      'Fri 6 Mar 2026, 00:00: received, day 0',
      '30 days end on Sun 5 Apr 2026',
      'due Sun 5 Apr 2026, 24:00',
    ]);
  });

  it('of an hour duty that falls due at midnight, with the day that begins', () => {
    expect(texts('24 hours', '2026-07-01 00:00', {}).at(-1)).toBe('due Thu 2 Jul 2026, 00:00');
  });

  it('names every event in words', () => {
    const reason = {
      code: 'anchor' as const,
      date: localDate('2026-05-01'),
      at: at('2026-05-01'),
      event: 'adr_letter_sent' as const,
    };
    expect(reasonText(reason, 'en', ask4.timeZone)).toBe('Fri 1 May 2026, 00:00: ADR letter sent, day 0');
  });
});
