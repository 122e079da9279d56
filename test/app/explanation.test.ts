import { describe, expect, test } from 'vitest';
import { copiedLines, explanationOf } from '../../app/sidebar/model/explanation.ts';
import { createCalendar, localDate } from '../../domain/index.ts';
import { inGermany, reading } from './support/reading.ts';
import { calendar, recordOf } from './support/records.ts';

const record = recordOf(
  { kind: 'received', on: '2026-04-01T14:04:00Z', channel: 'form' },
  { kind: 'acknowledged', on: '2026-04-02T07:31:00Z' },
);

function explain(duty: string, reader = {}, data = calendar) {
  const deadline = record.deadlines.find((one) => one.duty === duty);
  if (!deadline) throw new Error(`no duty ${duty}`);
  const context = reading('2026-04-09T09:12:00Z', reader);
  const explanation = explanationOf(deadline, createCalendar(data), record.counting, context);
  const lines = explanation?.lines.map(({ from, to, text }) =>
    [from && context.when.days(from, to ?? from), text].filter(Boolean).join(': '),
  );
  return { explanation, lines, copied: explanation && copiedLines(explanation, context) };
}

describe('why this date', () => {
  test('Easter: every day is told, neighbours together', () => {
    const { explanation, lines } = explain('update');
    expect(explanation?.promise).toBe('3 working days');
    expect(lines).toEqual([
      'Thu 2 Apr: acknowledged, day 0',
      'Fri 3 Apr: Good Friday (England)',
      'Sat 4 – Sun 5 Apr: weekend',
      'Mon 6 Apr: Easter Monday (England)',
      'Tue 7 – Wed 8 Apr: days 1 to 2',
      'Thu 9 Apr: day 3, due',
    ]);
    expect(explain('update', inGermany).lines?.at(2)).toBe('Sa., 4. – So., 5. Apr.: Wochenende');
  });

  test('the strip shows each day with its number, or without where it doesn’t count', () => {
    expect(
      explain('update').explanation?.strip.map(
        ({ date, n, due }) => `${date.slice(8)} ${n ?? '–'}${due ? '!' : ''}`,
      ),
    ).toEqual(['02 0', '03 –', '04 –', '05 –', '06 –', '07 1', '08 2', '09 3!']);
  });

  test('hours run through, told in the reader’s zone, without a strip', () => {
    const { explanation, lines } = explain('acknowledgement', inGermany);
    expect(explanation?.strip).toEqual([]);
    expect(lines).toEqual([
      'Mi., 1. Apr.: eingegangen, ab hier läuft die Zeit',
      'Nächte, Wochenenden und Feiertage zählen mit',
      'Do., 2. Apr.: fällig',
    ]);
  });

  test('copied: whole dates and times, what does not count said so, in each language', () => {
    expect(explain('update').copied).toEqual([
      'Thu 2 Apr 2026, 08:31: acknowledged, day 0',
      'Fri 3 Apr 2026 not counted: Good Friday (England)',
      'Sat 4 – Sun 5 Apr not counted: weekend',
      'Mon 6 Apr 2026 not counted: Easter Monday (England)',
      'Tue 7 – Wed 8 Apr: days 1 to 2',
      'Thu 9 Apr 2026: day 3, due',
    ]);
    expect(explain('acknowledgement', inGermany).copied).toEqual([
      'Mi., 1. Apr. 2026, 16:04: eingegangen, ab hier läuft die Zeit',
      'Nächte, Wochenenden und Feiertage zählen mit',
      'Do., 2. Apr. 2026, 16:04: fällig',
    ]);
    const inFrance = { locale: 'fr', zone: 'Europe/Paris' };
    expect(explain('update', inFrance).copied?.at(2)).toBe(
      'sam. 4 – dim. 5 avr. ne compte pas\u00a0: week-end',
    );
  });

  test('is not guessed where the saved calendar ends', () => {
    expect(
      explain('update', {}, { ...calendar, until: localDate('2026-04-05') }).explanation,
    ).toBeUndefined();
  });
});
