import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../domain/events.ts';
import { acknowledged, received, updated } from '../easter.ts';
import { at, event, planOf } from '../support.ts';
import { held, phoned, withFacts } from './story.ts';

const responded = event('responded', '2026-04-20 10:00', { outcome: 'not_upheld' });
const solved = event('closed', '2026-04-21 10:00');

/** What a case is, what has happened, when it is planned, and every field of its ticket. */
const FIELDS: readonly [string, CaseEvent[], string, Record<string, string | null>][] = [
  [
    'acknowledged',
    [received, acknowledged],
    '2026-04-02 10:01',
    {
      stage: 'complaint_stage_acknowledged',
      next_step: 'complaint_next_update',
      channel: 'complaint_by_email',
      received: '2026-04-01',
      acknowledgement_due: '2026-04-02',
      update_due: '2026-04-09',
      response_due: null,
      next_due: '2026-04-09',
    },
  ],
  [
    'updated',
    [received, acknowledged, updated],
    '2026-04-09 16:01',
    {
      stage: 'complaint_stage_updated',
      next_step: 'complaint_next_respond',
      channel: 'complaint_by_email',
      received: '2026-04-01',
      acknowledgement_due: '2026-04-02',
      update_due: '2026-04-09',
      response_due: '2026-04-20',
      next_due: '2026-04-20',
    },
  ],
  [
    'responded',
    [received, acknowledged, responded],
    '2026-04-20 10:01',
    {
      stage: 'complaint_stage_responded',
      next_step: 'complaint_next_close',
      channel: 'complaint_by_email',
      outcome: 'complaint_outcome_not_upheld',
      received: '2026-04-01',
      acknowledgement_due: '2026-04-02',
      update_due: null,
      response_due: '2026-04-20',
      next_due: null,
    },
  ],
  [
    'refused',
    [phoned],
    '2026-04-01 15:01',
    {
      stage: 'complaint_stage_refused',
      next_step: 'complaint_next_none',
      channel: 'complaint_by_phone',
      received: '2026-04-01',
      acknowledgement_due: null,
      update_due: null,
      response_due: null,
      next_due: null,
    },
  ],
];

describe('the fields', () => {
  it.each(FIELDS)('of a case that is %s', (_, events, now, fields) => {
    expect(planOf(events, now).fields).toEqual(fields);
  });

  it.each([
    ['appealed', [received, responded, event('appealed', '2026-04-22 10:00')], 'complaint_next_appeal'],
    ['closed', [received, acknowledged, updated, responded, solved], 'complaint_next_none'],
    ['withdrawn', [received, event('withdrawn', '2026-04-03 09:00')], 'complaint_next_none'],
  ])('the next step of a case that is %s', (_, events, step) => {
    expect(planOf(events, '2026-04-22 10:01').fields.next_step).toBe(step);
  });

  it('a complaint received at 23:30 UTC on wed_1_apr came on thu_2_apr in London', () => {
    const late = event('received', '2026-04-02 00:30', { channel: 'email' });
    expect(planOf([late], '2026-04-02 00:31').fields.received).toBe('2026-04-02');
  });
});

describe('the native due time', () => {
  it('is the last second of the due day, or the last instant of hours', () => {
    expect(planOf([received, acknowledged], '2026-04-02 10:01').dueAt).toBe(at('2026-04-10') - 1000);
    expect(withFacts(held).dueAt).toBe(at('2026-04-02 15:00'));
  });

  it('is none where nothing is open', () => {
    expect(planOf([received, acknowledged, updated, responded], '2026-04-20 10:01').dueAt).toBeNull();
  });
});
