import { describe, expect, it } from 'vitest';
import type { CaseEvent, EventKind } from '../../../domain/events.ts';
import { at, deadlineFor, deadlinesFor, shipped } from '../support.ts';
import { dueOf, extended, received } from './due.ts';

describe('ask4-de', () => {
  const berlin = (when: string, extras: Partial<CaseEvent> = {}): CaseEvent => {
    const instant = at(when, 'Europe/Berlin');
    return { ...received('2026-01-01', extras), at: instant, recordedAt: instant };
  };
  const inBerlin = (kind: EventKind, when: string): CaseEvent => ({ ...berlin(when), kind });

  it('acknowledged thu_2_apr over Karfreitag and Ostermontag: update due thu_9_apr', () => {
    const events = [berlin('2026-04-01 12:00'), inBerlin('acknowledged', '2026-04-02 10:00')];
    expect(dueOf('ask4-de.yaml', 'update', ...events)).toBe('2026-04-09');
  });

  it.each([
    ['DE-BE', 'mon_8_jun', '2026-06-08'],
    ['DE-NW', 'tue_9_jun, after Fronleichnam', '2026-06-09'],
  ])('acknowledged wed_3_jun in %s: update due %s', (region, _, date) => {
    const policy = { ...shipped('ask4-de.yaml'), regions: [region] };
    const events = [berlin('2026-06-02 12:00'), inBerlin('acknowledged', '2026-06-03 10:00')];
    expect(deadlineFor('update', deadlinesFor(events, policy)).dueDate).toBe(date);
  });

  it('received wed_11_mar 23:30 in Berlin: a month ends on sat_11_apr and rolls to mon_13_apr', () => {
    const complaint = berlin('2026-03-11 23:30', { flags: ['data_protection'] });
    const response = deadlineFor(
      'data_protection_response',
      deadlinesFor([complaint], shipped('ask4-de.yaml')),
    );
    expect(response).toMatchObject({ dueDate: '2026-04-13', dueAt: at('2026-04-14', 'Europe/Berlin') });
  });

  it('received tue_31_mar: a month ends on thu_30_apr', () => {
    const complaint = berlin('2026-03-31 12:00', { flags: ['data_protection'] });
    expect(dueOf('ask4-de.yaml', 'data_protection_response', complaint)).toBe('2026-04-30');
  });

  it('extended by two months, told within the month: mon_13_apr becomes sat_13_jun, rolled mon_15_jun', () => {
    const complaint = berlin('2026-03-11 12:00', { flags: ['data_protection'] });
    const response = (within: string, when: string) =>
      dueOf('ask4-de.yaml', 'data_protection_response', complaint, {
        ...extended('data_protection_response', within, '2026-03-12'),
        at: at(when, 'Europe/Berlin'),
        recordedAt: at(when, 'Europe/Berlin'),
      });
    expect(response('2 months', '2026-04-13 23:59')).toBe('2026-06-15');
    expect(response('2 months', '2026-04-14 00:00')).toBe('2026-04-13');
    expect(response('3 months', '2026-03-20 12:00')).toBe('2026-04-13');
  });

  it('says that conciliation is voluntary, in both languages', () => {
    const { ombudsman } = shipped('ask4-de.yaml').company;
    expect(ombudsman?.name.de).toBe('Verbraucherschlichtung Telekommunikation der Bundesnetzagentur');
    expect(ombudsman?.note?.de).toContain('freiwillig');
    expect(ombudsman?.note?.en).toContain('voluntary');
    expect(ombudsman).not.toHaveProperty('after');
  });
});
