import { describe, expect, it } from 'vitest';
import { localDate } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateText, type Language, reasonText } from '../../domain/reason-text.ts';
import { explain, type Reason } from '../../domain/reasons.ts';
import { ask4, at, calendarOf, deadlineFor, deadlinesFor, england, event, policyOf } from './support.ts';

const received = event('received', '2026-04-01 15:00', { channel: 'email' });
const acknowledged = event('acknowledged', '2026-04-02 10:00');
const updated = event('updated', '2026-04-09 16:00');
const events = [received, acknowledged, updated];

const reasonsFor = (duty: string, count: number) =>
  explain(deadlineFor(duty, deadlinesFor(events.slice(0, count))), england, ask4.counting);

const textsFor = (duty: string, count: number, language: Language) =>
  reasonsFor(duty, count).map((reason) => reasonText(reason, language, ask4.timeZone));

/** The texts for a policy with one duty after the receipt. */
function texts(within: string, from: string, counting: object, language: Language = 'en'): string[] {
  const policy: Policy = policyOf([{ id: 'one', after: 'received', within, doneBy: ['responded'] }], {
    counting,
  });
  const one = deadlineFor('one', deadlinesFor([event('received', from)], policy));
  return explain(one, calendarOf(policy), policy.counting).map((reason) =>
    reasonText(reason, language, policy.timeZone),
  );
}

describe('every deadline carries its reasons', () => {
  it('of the update, acknowledged thu_2_apr: each day from day 0 to the due date, counted or not and why', () => {
    expect(reasonsFor('update', 2)).toEqual([
      { code: 'anchor', date: '2026-04-02', at: acknowledged.at, event: 'acknowledged' },
      {
        code: 'holiday',
        date: '2026-04-03',
        name: 'Good Friday',
        names: { de: 'Karfreitag', es: 'Viernes Santo', fr: 'Vendredi saint', nl: 'Goede Vrijdag' },
        region: 'GB-ENG',
      },
      { code: 'weekend', date: '2026-04-04' },
      { code: 'weekend', date: '2026-04-05' },
      {
        code: 'holiday',
        date: '2026-04-06',
        name: 'Easter Monday',
        names: { de: 'Ostermontag', es: 'Lunes de Pascua', fr: 'Lundi de Pâques', nl: 'Tweede paasdag' },
        region: 'GB-ENG',
      },
      { code: 'counted', date: '2026-04-07', n: 1 },
      { code: 'counted', date: '2026-04-08', n: 2 },
      { code: 'counted', date: '2026-04-09', n: 3 },
      { code: 'due', date: '2026-04-09', at: at('2026-04-10') },
    ]);
  });

  it.each([
    ['acknowledgement', 1],
    ['update', 1],
    ['update', 2],
    ['response', 2],
    ['response', 3],
  ])('of the %s after %i events, a civil day at most once and in order', (duty, count) => {
    const days = reasonsFor(duty, count).filter(({ code }) => code === 'counted');
    expect(days.map(({ n }) => n)).toEqual(days.map((_, index) => index + 1));
    const dates = reasonsFor(duty, count).map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
  });

  it('of an hour duty are no days', () => {
    expect(reasonsFor('acknowledgement', 1)).toEqual([
      { code: 'anchor', date: '2026-04-01', at: received.at, event: 'received' },
      { code: 'elapsed', date: '2026-04-02', n: 24 },
      { code: 'due', date: '2026-04-02', at: at('2026-04-02 15:00') },
    ]);
  });

  it('of a projected one begin with the latest day', () => {
    expect(reasonsFor('response', 2)[0]).toEqual({
      code: 'anchor_projected',
      date: '2026-04-09',
      at: at('2026-04-10') - 1000,
      event: 'updated',
    });
  });
});

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

it.each([
  ['en', '2026-09-09', 'Wed 9 Sept 2026'],
  ['en', '2026-01-01', 'Thu 1 Jan 2026'],
  ['de', '2026-03-01', 'So., 1. März 2026'],
  ['de', '2026-12-31', 'Do., 31. Dez. 2026'],
] as const)('a date in words, %s: %s', (language, date, text) => {
  expect(dateText(localDate(date), language)).toBe(text);
});

it('the end of a day is 24:00 of that day even where the clocks skip midnight', () => {
  const santiago = 'America/Santiago';
  const reason = {
    code: 'due' as const,
    date: localDate('2026-09-05'),
    at: at('2026-09-05 24:00', santiago),
  };
  expect(reasonText(reason, 'en', santiago)).toBe('due Sat 5 Sept 2026, 24:00');
});
