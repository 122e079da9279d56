import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../domain/calendar.ts';
import { movedDeadlines } from '../../../domain/moves.ts';
import { at, calendarOf, england, event, promise, shipped } from '../support.ts';
import { acknowledged, lines, received, withDayOff } from './story.ts';

const updated = event('updated', '2026-06-12 10:00');

describe('a holiday announced late', () => {
  const spso = shipped('examples/spso.yaml');
  const known = withDayOff(calendarOf(spso), '2026-06-15', 'World Cup bank holiday');
  const unknown = withDayOff(known, '2026-06-15');
  const complaint = [event('received', '2026-06-10 10:00', { channel: 'email' })];
  const moves = movedDeadlines(
    complaint,
    { policy: spso, calendar: unknown },
    { policy: spso, calendar: known },
  );

  it('mon_15_jun moves a response from wed_17_jun to thu_18_jun, and is the reason', () => {
    expect(moves).toEqual([
      {
        regime: 'model-procedure',
        duty: 'response',
        from: { dueDate: '2026-06-17', dueAt: at('2026-06-18') },
        to: { dueDate: '2026-06-18', dueAt: at('2026-06-19') },
        because: [{ code: 'holiday', date: '2026-06-15', name: 'World Cup bank holiday', region: 'GB-SCT' }],
      },
    ]);
  });

  it('that was wrong after all brings the date back, and the day that counts again is the reason', () => {
    const back = movedDeadlines(
      complaint,
      { policy: spso, calendar: known },
      { policy: spso, calendar: unknown },
    );
    expect(lines(back)).toEqual([['response', '2026-06-18', '2026-06-17', 'counted 2026-06-15']]);
  });

  it('outside every period moves nothing', () => {
    const basis = { policy: spso, calendar: known };
    expect(
      movedDeadlines(complaint, basis, {
        policy: spso,
        calendar: withDayOff(known, '2026-06-19', 'Too late'),
      }),
    ).toEqual([]);
  });

  it('rolls the end of a period: thu_30_jul becomes fri_31_jul', () => {
    const flagged = event('received', '2026-06-30 10:00', { channel: 'email', flags: ['data_protection'] });
    const policy = shipped('ask4.yaml');
    const after = { policy, calendar: withDayOff(england, '2026-07-30', 'A day of thanks') };
    const basis = { policy, calendar: england };
    const moved = movedDeadlines([flagged, event('acknowledged', '2026-06-30 11:00')], basis, after);
    expect(moved).toEqual([]);
    expect(lines(movedDeadlines([flagged], basis, after))).toEqual([
      [
        'data_protection_acknowledgement',
        '2026-07-30',
        '2026-07-31',
        'holiday 2026-07-30',
        'end_rolled 2026-07-31',
      ],
    ]);
  });
});

describe('what is past moving, or no promise yet, is not told', () => {
  const basis = (calendar: Calendar) => ({ policy: promise, calendar });
  const late = withDayOff(england, '2026-06-10', 'A late one');

  it('an open deadline is, with the weekend that the new way crosses', () => {
    const moves = movedDeadlines([received, acknowledged], basis(england), basis(late));
    const because = ['holiday 2026-06-10', 'weekend 2026-06-13', 'weekend 2026-06-14'];
    expect(lines(moves)).toEqual([['update', '2026-06-12', '2026-06-15', ...because]]);
  });

  it('a kept one is not', () => {
    expect(movedDeadlines([received, acknowledged, updated], basis(england), basis(late))).toEqual([]);
  });

  it('a projected one is not', () => {
    expect(movedDeadlines([received], basis(england), basis(late))).toEqual([]);
  });

  it('a waived one is not', () => {
    const end = event('withdrawn', '2026-06-10 10:00');
    expect(movedDeadlines([received, acknowledged, end], basis(england), basis(late))).toEqual([]);
  });

  it('nor anything of a ticket that is no complaint', () => {
    expect(movedDeadlines([acknowledged], basis(england), basis(late))).toEqual([]);
  });
});
