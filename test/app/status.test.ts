import { describe, expect, test } from 'vitest';
import { leadingDeadline } from '../../app/sidebar/model/leading.ts';
import { statusText } from '../../app/sidebar/model/status.ts';
import { type ClockRecord, createCalendar } from '../../domain/index.ts';
import { inGermany, reading } from './support/reading.ts';
import { at, calendar, recordOf } from './support/records.ts';

function statusAt(record: ClockRecord, now: string, reader = {}) {
  const leading = leadingDeadline(record.deadlines, at(now));
  if (!leading) throw new Error('nothing is owed');
  return statusText(leading, reading(now, reader));
}

const received = recordOf({ kind: 'received', on: '2026-04-08T12:30:00Z', channel: 'form' });
/** The update is due on Thursday, 9 April: Good Friday, a weekend and Easter Monday lie between. */
const acknowledged = recordOf(
  { kind: 'received', on: '2026-04-01T14:04:00Z', channel: 'form' },
  { kind: 'acknowledged', on: '2026-04-02T07:31:00Z' },
);

describe('duties in hours', () => {
  test('count down in the reader’s zone', () => {
    expect(statusAt(received, '2026-04-08T13:00:00Z')).toEqual({
      tone: 'neutral',
      state: 'state.running',
      due: 'Thu 9 Apr, 13:30',
      distance: '23 h 30 min left',
      counting: true,
    });
    expect(statusAt(received, '2026-04-08T13:00:00Z', inGermany)).toMatchObject({
      due: 'Do., 9. Apr., 14:30',
      distance: 'noch 23 Std. 30 Min.',
    });
  });

  test('are due today in amber within the warning', () => {
    expect(statusAt(received, '2026-04-09T09:12:00Z')).toMatchObject({
      tone: 'warning',
      state: 'state.today',
      due: 'Today, 13:30',
      distance: '3 h 18 min left',
    });
  });

  test('are due soon where the time falls on the reader’s next day', () => {
    expect(statusAt(received, '2026-04-09T09:12:00Z', { zone: 'Pacific/Auckland' })).toMatchObject({
      state: 'state.soon',
      due: 'Fri 10 Apr, 00:30',
    });
  });

  test('say under a minute in words, and are late from the next millisecond', () => {
    expect(statusAt(received, '2026-04-09T12:29:30Z').distance).toBe('less than 1 min left');
    expect(statusAt(received, '2026-04-09T12:30:00Z').state).toBe('state.today');
    expect(statusAt(received, '2026-04-09T12:30:00.001Z')).toMatchObject({
      tone: 'danger',
      state: 'state.overdue',
      distance: 'less than 1 min late',
    });
  });

  test('are late in hours, then in days', () => {
    expect(statusAt(received, '2026-04-09T14:12:00Z').distance).toBe('1 h 42 min late');
    expect(statusAt(received, '2026-04-12T15:45:00Z', inGermany).distance).toBe('3 Tg. 3 Std. zu spät');
  });
});

describe('duties in working days', () => {
  test('name the date of the policy’s zone and count working days', () => {
    expect(statusAt(acknowledged, '2026-04-02T09:00:00Z')).toEqual({
      tone: 'neutral',
      state: 'state.running',
      due: 'Thu 9 Apr',
      distance: 'in 3 working days',
      counting: false,
    });
    expect(statusAt(acknowledged, '2026-04-06T09:00:00Z').distance).toBe('in 3 working days');
  });

  test('are due soon on the working day before', () => {
    expect(statusAt(acknowledged, '2026-04-08T09:00:00Z')).toMatchObject({
      tone: 'warning',
      state: 'state.soon',
      distance: 'next working day',
    });
  });

  test('count hours and minutes on the due day alone', () => {
    expect(statusAt(acknowledged, '2026-04-09T09:12:00Z')).toMatchObject({
      tone: 'warning',
      state: 'state.today',
      due: 'Thu 9 Apr',
      distance: 'by midnight, 13 h 48 min left',
      counting: true,
    });
  });

  test('say whose midnight is meant to a reader with other clocks, and keep the date', () => {
    expect(statusAt(acknowledged, '2026-04-09T22:30:00Z', inGermany)).toMatchObject({
      due: 'Do., 9. Apr.',
      distance: 'bis 24 Uhr in London, noch 30 Min.',
    });
  });

  test('were due yesterday, then so many working days ago', () => {
    expect(statusAt(acknowledged, '2026-04-09T23:00:00Z')).toMatchObject({
      tone: 'danger',
      distance: 'was due yesterday',
    });
    expect(statusAt(acknowledged, '2026-04-11T09:00:00Z').distance).toBe('1 working day late');
    expect(statusAt(acknowledged, '2026-04-13T09:00:00Z').distance).toBe('2 working days late');
    expect(statusAt(acknowledged, '2026-04-10T09:00:00Z', inGermany).distance).toBe('war gestern fällig');
  });

  test('name the day where only a weekend lies between', () => {
    const friday = recordOf(
      { kind: 'received', on: '2026-04-07T09:00:00Z', channel: 'form' },
      { kind: 'acknowledged', on: '2026-04-07T09:00:00Z' },
    );
    expect(statusAt(friday, '2026-04-12T09:00:00Z').distance).toBe('was due on Fri 10 Apr');
  });

  test('are not guessed beyond the saved calendar: days are counted instead', () => {
    const [leading] = acknowledged.deadlines.filter(({ duty }) => duty === 'update');
    if (!leading) throw new Error('no update is owed');
    const short = {
      ...reading('2026-04-20T09:00:00Z'),
      calendar: createCalendar({ ...calendar, until: leading.dueDate }),
    };
    expect(statusText(leading, short).distance).toBe('was due on Thu 9 Apr');
  });
});
