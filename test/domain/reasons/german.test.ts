import { describe, expect, it } from 'vitest';
import { localDate } from '../../../domain/local-date.ts';
import { reasonText } from '../../../domain/reason-text.ts';
import { explain, type Reason } from '../../../domain/reasons.ts';
import { ask4, deadlineFor, deadlinesFor, england, event } from '../support.ts';
import { texts, textsFor } from './story.ts';

describe('reasons in German', () => {
  it('of the update over Easter', () => {
    expect(textsFor('update', 2, 'de')).toEqual([
      'Do., 2. Apr. 2026, 10:00: bestätigt, Tag 0',
      'Fr., 3. Apr. 2026 zählt nicht: Karfreitag (GB-ENG)',
      'Sa., 4. Apr. 2026 zählt nicht: Wochenende',
      'So., 5. Apr. 2026 zählt nicht: Wochenende',
      'Mo., 6. Apr. 2026 zählt nicht: Ostermontag (GB-ENG)',
      'Di., 7. Apr. 2026: 1. Arbeitstag',
      'Mi., 8. Apr. 2026: 2. Arbeitstag',
      'Do., 9. Apr. 2026: 3. Arbeitstag',
      'fällig Do., 9. Apr. 2026, 24:00',
    ]);
  });

  it('of the acknowledgement', () => {
    expect(textsFor('acknowledgement', 1, 'de')).toEqual([
      'Mi., 1. Apr. 2026, 15:00: eingegangen, Tag 0',
      '24 Stunden, Nächte, Wochenenden und Feiertage eingeschlossen',
      'fällig Do., 2. Apr. 2026, 15:00',
    ]);
  });

  it('of a projected response', () => {
    expect(textsFor('response', 2, 'de')[0]).toBe(
      'Do., 9. Apr. 2026: spätester Tag für „Zwischenstand gesendet“, Tag 0',
    );
  });

  it('of rolling at both ends', () => {
    const counting = { eventOnNonWorkingDay: 'roll_forward', endOnNonWorkingDay: 'roll_forward' };
    expect(texts('1 week', '2026-06-27 09:00', counting, 'de')).toEqual([
      'Sa., 27. Juni 2026, 09:00: eingegangen, Tag 0',
      'Mo., 29. Juni 2026: nächster Arbeitstag, zählt als Tag 0',
      '1 Woche endet am Mo., 6. Juli 2026',
      'fällig Mo., 6. Juli 2026, 24:00',
    ]);
    expect(texts('5 days', '2026-07-06 09:00', counting, 'de').slice(1, -1)).toEqual([
      '5 Tage enden am Sa., 11. Juli 2026',
      'Sa., 11. Juli 2026 zählt nicht: Wochenende',
      'So., 12. Juli 2026 zählt nicht: Wochenende',
      'verschoben auf Mo., 13. Juli 2026, den nächsten Arbeitstag',
    ]);
  });

  it('uses the English name of a holiday that has no German one', () => {
    const [, , , may] = explain(
      deadlineFor(
        'update',
        deadlinesFor([event('received', '2026-04-29 09:00'), event('acknowledged', '2026-04-30 09:00')]),
      ),
      england,
      ask4.counting,
    ).filter(({ code }) => code !== 'counted');
    expect(may && reasonText(may, 'de', ask4.timeZone)).toBe(
      'Mo., 4. Mai 2026 zählt nicht: Bankfeiertag Anfang Mai (GB-ENG)',
    );
    expect(may && reasonText({ ...may, names: {} }, 'de', ask4.timeZone)).toBe(
      'Mo., 4. Mai 2026 zählt nicht: Early May bank holiday (GB-ENG)',
    );
  });

  it('names every region of a union that has the day', () => {
    const reason: Reason = {
      code: 'holiday',
      date: localDate('2026-04-03'),
      name: 'Good Friday',
      region: 'GB-ENG',
      regions: ['GB-ENG', 'GB-SCT'],
    };
    expect(reasonText(reason, 'en', ask4.timeZone)).toBe(
      'Fri 3 Apr 2026 not counted: Good Friday (GB-ENG, GB-SCT)',
    );
  });
});
