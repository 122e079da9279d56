import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type CaseEvent, EVENT_KINDS, foldCase, type RefusedWhy } from '../../domain/index.ts';
import { planFor } from '../../domain/plan.ts';
import { ask4, at, calendarOf, noHistory, policyOf, sendable } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const HOUR = 3_600_000;
const START = at('2026-04-01 09:00');
const flaws = fc.constantFrom<RefusedWhy>('unknown_audit', 'nobody_told');

/** An event somewhere in some weeks, told when it happened, later, or before it can have. */
const drawn = fc.record({
  kind: fc.constantFrom(...EVENT_KINDS),
  hour: fc.integer({ min: -48, max: 24 * 60 }),
  lag: fc.integer({ min: -5, max: 100 }),
  byHand: fc.boolean(),
  corrected: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
  flawed: fc.option(flaws, { nil: undefined, freq: 8 }),
  outcome: fc.option(fc.constantFrom('upheld' as const, 'not_upheld' as const), { nil: undefined }),
  within: fc.constantFrom('1 week', '5 working days', 'long', undefined),
  duty: fc.constantFrom('update', 'response', 'adr_letter', 'tea', undefined),
  reason: fc.constantFrom('x', undefined),
  channel: fc.constantFrom('email', 'letter', 'phone', undefined),
});

function events(list: readonly (typeof drawn extends fc.Arbitrary<infer T> ? T : never)[]): CaseEvent[] {
  return list.map(
    ({ kind, hour, lag, byHand, corrected, flawed, outcome, within, duty, reason, channel }, index) => {
      const when = START + hour * HOUR;
      const recordedAt = when + lag * HOUR;
      return {
        kind,
        at: when,
        recordedAt,
        auditId: index + 1,
        ...(byHand ? { byHand: true as const } : {}),
        ...(corrected === undefined ? {} : { correctedAt: recordedAt + corrected * HOUR }),
        ...(flawed && kind !== 'received' ? { flawed } : {}),
        ...(outcome ? { outcome } : {}),
        ...(kind === 'extended' && within ? { within } : {}),
        ...(kind === 'extended' && duty ? { duty } : {}),
        ...(reason ? { reason } : {}),
        ...(kind === 'received' && channel ? { channel } : {}),
      };
    },
  );
}

const first: CaseEvent = { kind: 'received', at: START, recordedAt: START, auditId: 0, channel: 'email' };
const history = fc.array(drawn, { maxLength: 14 }).map((list) => [first, ...events(list)]);
const extendable = policyOf([
  { id: 'update', after: 'received', within: '5 working days', doneBy: ['updated'], extension: { times: 2 } },
  { id: 'response', after: 'updated', within: '2 weeks', doneBy: ['responded'] },
  { id: 'appeal', after: 'appealed', within: '2 weeks', doneBy: ['appeal_responded'] },
]);

describe.each([
  ['the shipped policy', ask4],
  ['one with extensions and appeals', extendable],
])('any history, by %s', (_name, policy) => {
  it('folds without a fault, and each event counts, is refused with why, or is a solving that closed nothing', () => {
    fc.assert(
      fc.property(history, (all) => {
        const kase = foldCase(policy, all);
        const kept = new Set(kase?.events.map(({ auditId }) => auditId));
        const refused = new Set(kase?.refused.map(({ event }) => event.auditId));
        const facts = all.filter(({ kind, byHand }) => (kind === 'closed' && !byHand) || kind === 'reopened');
        for (const { auditId } of all.filter((one) => !facts.includes(one)))
          expect(kept.has(auditId) || refused.has(auditId)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same case in whatever order the events are told', () => {
    fc.assert(
      fc.property(
        history.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const sorted = (list: readonly CaseEvent[]) =>
            foldCase(
              policy,
              [...list].sort((a, b) => a.auditId - b.auditId),
            );
          const [one, other] = [foldCase(policy, all), foldCase(policy, shuffled)];
          expect({ ...other, refused: [] }).toEqual({ ...one, refused: [] });
          expect(new Set(other?.refused)).toEqual(new Set(one?.refused));
          expect(sorted(shuffled)).toEqual(sorted(all));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('plans without a fault at any time, and nothing that was refused moves a date', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 24 * 90 }), (all, hours) => {
        const input = {
          policy,
          calendar: calendarOf(policy),
          history: noHistory,
          facts: sendable,
          now: START + hours * HOUR,
        };
        const plan = planFor({ ...input, events: all });
        const refused = new Set(plan?.kase.refused.map(({ event }) => event));
        const again = planFor({ ...input, events: all.filter((one) => !refused.has(one)) });
        const told = (kind: string) => plan?.kase.refused.some(({ event }) => event.kind === kind);
        // A receipt in the future is refused and still taken; a solving before the receipt is the state it came in.
        if (told('received') || told('closed') || told('reopened')) return;
        expect(again?.deadlines).toEqual(plan?.deadlines);
      }),
      { numRuns: 500 },
    );
  });
});
