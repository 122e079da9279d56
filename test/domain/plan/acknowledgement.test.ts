import { describe, expect, it } from 'vitest';
import { planFor } from '../../../domain/plan.ts';
import { acknowledged, received } from '../easter.ts';
import { ask4, at, england, event, noHistory, planOf, sendable } from '../support.ts';
import { held, withFacts, withHistory } from './story.ts';

it('a ticket that is no complaint has no plan', () => {
  const input = {
    policy: ask4,
    calendar: england,
    history: noHistory,
    facts: sendable,
    now: at('2026-04-01'),
  };
  expect(planFor({ ...input, events: [] })).toBeUndefined();
  expect(planFor({ ...input, events: [acknowledged] })).toBeUndefined();
});

describe('acknowledgement, its tag, due dates, stage and clock record are true together', () => {
  const plan = planOf([received], '2026-04-01 15:01');

  it('the plan is for the ticket once the acknowledgement has gone out', () => {
    expect(plan.send).toEqual({ kind: 'send' });
    expect(plan.kase.stage).toBe('acknowledged');
    expect(plan.fields).toMatchObject({ stage: 'complaint_stage_acknowledged', update_due: '2026-04-08' });
    expect(plan.record).toMatchObject({ stage: 'acknowledged', savedAt: at('2026-04-01 15:01') });
    expect(plan.record.events.map(({ kind }) => kind)).toEqual(['received', 'acknowledged']);
  });

  it('also where our clock is behind the one that stamped the receipt', () => {
    const behind = planOf([received], '2026-04-01 14:59');
    expect(behind.send).toEqual({ kind: 'send' });
    expect(behind.kase.stage).toBe('acknowledged');
    expect(behind.kase.refused).toEqual([]);
  });

  it('a held one is planned for as it stands', () => {
    const waiting = withFacts(held);
    expect(waiting.kase.stage).toBe('received');
    expect(waiting.fields).toMatchObject({ next_step: 'complaint_next_acknowledge', update_due: null });
  });

  it('a minute after, the delivery is looked for', () => {
    expect(plan.nextLookAt).toBe(at('2026-04-01 15:02'));
  });
});

describe('a complaint recorded after its 24 hours is acknowledged at once, met_late, with one note', () => {
  const letter = event('received', '2026-04-01 15:00', {
    channel: 'letter',
    recordedAt: at('2026-04-07 09:00'),
  });

  it('the note waits until the acknowledgement is out, a second later', () => {
    const plan = planOf([letter], '2026-04-07 09:01');
    expect(plan.send).toEqual({ kind: 'send' });
    expect(plan.notes.map(({ code }) => code)).toEqual(['acknowledged_late']);
    expect(plan.nextLookAt).toBe(at('2026-04-07 09:01') + 1000);
    expect(plan.tags).toEqual(new Set());
  });

  it('and is written once', () => {
    const events = [letter, event('acknowledged', '2026-04-07 09:01')];
    const notes = new Set(['acknowledged_late:ask4.acknowledgement']);
    expect(planOf(events, '2026-04-07 09:02').notes).toHaveLength(1);
    expect(withHistory(events, '2026-04-07 09:02', { notes }).notes).toEqual([]);
  });
});
