import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createCalendar } from '../../../domain/calendar.ts';
import { deadlineState, nextChange, openDeadlines } from '../../../domain/deadline.ts';
import { explain } from '../../../domain/reasons.ts';
import { decodeRecord, encodeRecord } from '../../../domain/record-text.ts';
import { ask4, at, deadlinesFor, event, planOf } from '../support.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('a case of random events', () => {
  const kinds = [
    'acknowledged',
    'updated',
    'responded',
    'closed',
    'reopened',
    'withdrawn',
    'appealed',
  ] as const;
  const received = event('received', '2026-03-25 12:00', { channel: 'email' });
  const happened = fc.record({ kind: fc.constantFrom(...kinds), hours: fc.integer({ min: -48, max: 1500 }) });
  const events = fc.array(happened, { maxLength: 8 }).map((list) => [
    received,
    ...list.map(({ kind, hours }, index) => {
      const when = received.at + hours * 3_600_000;
      return { kind, at: when, recordedAt: when, auditId: 1_000_000 + index };
    }),
  ]);
  const now = fc.integer({ min: 0, max: 1500 }).map((hours) => received.at + hours * 3_600_000);

  it('between two changes no state of an open deadline changes', () => {
    fc.assert(
      fc.property(events, now, (list, when) => {
        const deadlines = deadlinesFor(list);
        const states = (instant: number) => deadlines.map((deadline) => deadlineState(deadline, instant));
        const change = nextChange(deadlines, when);
        expect(states((change ?? at('2027-01-01')) - 1)).toEqual(states(when));
        if (change !== undefined) expect(states(change)).not.toEqual(states(when));
      }),
      { numRuns: 60 },
    );
  });

  it('has deadlines that are never due before their anchor, and that their reasons explain', () => {
    fc.assert(
      fc.property(events, now, (list, when) => {
        const { deadlines, record } = planOf(list, new Date(when).toISOString().slice(0, 10));
        for (const deadline of deadlines) {
          expect(deadline.dueAt).toBeGreaterThan(deadline.anchorAt);
          const reasons = explain(deadline, createCalendar(record.calendar), ask4.counting);
          expect(reasons.at(-1)).toMatchObject({ code: 'due', date: deadline.dueDate, at: deadline.dueAt });
          if (deadline.within.unit === 'working_days')
            expect(reasons.filter(({ code }) => code === 'counted')).toHaveLength(deadline.within.amount);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is over or has a next due date, and its record comes back as it went in', () => {
    fc.assert(
      fc.property(events, now, (list, when) => {
        const plan = planOf(list, new Date(when).toISOString().slice(0, 10));
        const open = openDeadlines(plan.deadlines, at(new Date(when).toISOString().slice(0, 10)));
        expect(plan.fields.next_due ?? null).toBe(open[0]?.dueDate ?? null);
        if (['closed', 'ended', 'responded', 'appealed'].includes(plan.kase.stage)) expect(open).toEqual([]);
        else expect(open).not.toEqual([]);
        expect(decodeRecord(encodeRecord(plan.record))).toEqual({ ok: true, record: plan.record });
      }),
      { numRuns: 60 },
    );
  });
});
