import { describe, expect, it } from 'vitest';
import { closureDays } from '../../domain/closures.ts';
import { localDate } from '../../domain/local-date.ts';

const day = (text: string) => localDate(text);

describe('closures as days off', () => {
  it('a single day', () => {
    expect(closureDays([{ from: day('2026-12-29'), name: 'Stocktaking' }], 'ASK4')).toEqual([
      { date: '2026-12-29', name: 'Stocktaking', region: 'ASK4' },
    ]);
  });

  it('a span with both ends, over the new year, with names in other languages', () => {
    const names = { de: 'Betriebsferien' };
    const closure = { from: day('2026-12-30'), until: day('2027-01-02'), name: 'Closed', names };
    const days = closureDays([closure], 'ASK4');
    expect(days.map(({ date }) => date)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect(days.every((one) => one.names?.de === 'Betriebsferien')).toBe(true);
  });

  it('refuses a span that ends before it begins', () => {
    const closure = { from: day('2026-12-30'), until: day('2026-12-29'), name: 'Closed' };
    expect(() => closureDays([closure], 'ASK4')).toThrow(
      'the closure "Closed" ends on 2026-12-29, before it begins on 2026-12-30: swap the two',
    );
  });
});
