import { describe, expect, it } from 'vitest';
import { acknowledged, received } from '../easter.ts';
import { at } from '../support.ts';
import { reasonsFor } from './story.ts';

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
