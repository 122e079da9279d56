import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BudgetCall, createBudget } from '../../server/zendesk/budget.ts';
import { endpointRules } from '../../server/zendesk/limit-rules.ts';

const MINUTE = 60_000;
const look: BudgetCall = { kind: 'normal', rules: [], holds: [] };
const sweep: BudgetCall = { kind: 'background', rules: [], holds: [] };

const update = (ticketId: number, limit = 700): BudgetCall => ({
  kind: 'normal',
  rules: endpointRules({ method: 'PUT', endpoint: '/tickets/:id', path: `/tickets/${ticketId}` }, limit),
  holds: [],
});

/** The most of `times` that lie in any span of a minute. */
function mostInAMinute(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + MINUTE).length));
}

/** Uses up what a call may use now; the calls end at once. */
function spendAll(budget: ReturnType<typeof createBudget>, call: BudgetCall, now: number): number {
  let made = 0;
  while (budget.waitFor(call, now) === 0) {
    budget.end(budget.begin(call, now), now);
    made += 1;
  }
  return made;
}

describe('the budget', () => {
  it('is never passed in any minute, wherever in a call Zendesk counts it, for all kinds of calls', () => {
    const step = fc.record({
      pause: fc.integer({ min: 0, max: 20_000 }),
      burst: fc.integer({ min: 1, max: 30 }),
      takes: fc.integer({ min: 0, max: 12_000 }),
      arrives: fc.double({ min: 0, max: 1, noNaN: true }),
      background: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 100 }),
        fc.array(step, { maxLength: 60 }),
        (limit, percent, steps) => {
          const budget = createBudget({ limit, share: percent / 100 });
          const arrivals: number[] = [];
          const open: { readonly ends: number; readonly end: (now: number) => void }[] = [];
          let now = 0;
          for (const { pause, burst, takes, arrives, background } of steps) {
            now += pause;
            for (const call of open.filter(({ ends }) => ends <= now)) {
              call.end(call.ends);
              open.splice(open.indexOf(call), 1);
            }
            const call = background ? sweep : look;
            for (let made = 0; made < burst && budget.waitFor(call, now) === 0; made += 1) {
              const spending = budget.begin(call, now);
              arrivals.push(now + takes * arrives);
              open.push({ ends: now + takes, end: (at) => budget.end(spending, at) });
            }
          }
          expect(mostInAMinute(arrivals)).toBeLessThanOrEqual(
            Math.max(1, Math.floor((limit * percent) / 100)),
          );
        },
      ),
    );
  });

  it('is used in full: a call that has waited as told may go', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 80 }), (pauses) => {
        const budget = createBudget({ limit: 20, share: 0.5 });
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          now += budget.waitFor(look, now);
          expect(budget.waitFor(look, now)).toBe(0);
          budget.end(budget.begin(look, now), now);
        }
      }),
    );
  });

  it('can not be doubled by a burst at the edge of a minute', () => {
    const budget = createBudget({ limit: 200, share: 0.5 });
    expect(spendAll(budget, look, MINUTE - 1)).toBe(100);
    expect(spendAll(budget, look, MINUTE + 1)).toBe(0);
    expect(spendAll(budget, look, 2 * MINUTE)).toBe(100);
  });

  it('leaves looks their part however much there is to do in the background', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 2_500 }),
        fc.array(fc.integer({ min: 0, max: MINUTE }), { maxLength: 10 }),
        (limit, pauses) => {
          const budget = createBudget({ limit, share: 1 });
          let now = 0;
          for (const pause of pauses) {
            now += pause;
            spendAll(budget, sweep, now);
          }
          expect(spendAll(budget, look, now)).toBeGreaterThanOrEqual(Math.floor(limit * 0.4));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is careful until the account has told its limit', () => {
    const budget = createBudget({ share: 0.5 });
    expect(budget.most()).toBe(100);
    budget.learn(700);
    expect(budget.most()).toBe(350);
  });

  it('is divided by the processes, and a newcomer waits for what the others have used', () => {
    const budget = createBudget({ limit: 200, share: 0.5 });
    budget.divide(4, 0);
    expect(spendAll(budget, look, 0)).toBe(25);
    budget.divide(2, 90);
    expect(budget.most()).toBe(10);
    budget.divide(2, 500);
    expect(budget.most()).toBe(1);
    budget.divide(1, 0);
    expect(budget.most()).toBe(100);
  });

  it('stops where others have used up the account, in the background before that', () => {
    const budget = createBudget({ limit: 200, share: 0.5 });
    budget.tellRemaining(30, 40_000);
    expect(budget.waitFor(sweep, 1_000)).toBe(39_000);
    expect(spendAll(budget, look, 1_000)).toBe(30);
    expect(budget.waitFor(look, 1_000)).toBe(39_000);
    expect(budget.waitFor(look, 40_000)).toBe(0);
  });

  it('counts what is under way against what is told to remain', () => {
    const budget = createBudget({ limit: 200, share: 0.5 });
    const [answered] = [budget.begin(look, 0), budget.begin(look, 0), budget.begin(look, 0)];
    if (answered) budget.end(answered, 10);
    budget.tellRemaining(3, 40_000);
    expect(spendAll(budget, look, 20)).toBe(1);
  });

  it('keeps to 30 updates of a ticket in ten minutes, and lets others go on', () => {
    const budget = createBudget({ limit: 2_500, share: 1 });
    expect(spendAll(budget, update(1, 2_500), 0)).toBe(30);
    expect(budget.waitFor(update(1, 2_500), MINUTE)).toBe(9 * MINUTE);
    expect(budget.waitFor(update(2, 2_500), 0)).toBe(0);
  });

  it('keeps to its share of the updates that the account takes', () => {
    const budget = createBudget({ limit: 700, share: 0.5 });
    let made = 0;
    for (let ticketId = 1; budget.waitFor(update(ticketId), 0) === 0; ticketId += 1) {
      budget.end(budget.begin(update(ticketId), 0), 0);
      made += 1;
    }
    expect(made).toBe(50);
    expect(budget.waitFor(look, 0)).toBe(0);
  });

  it('remembers the updates of a ticket, however many others are updated', () => {
    const budget = createBudget({ limit: 2_500, share: 1 });
    expect(spendAll(budget, update(1, 2_500), 0)).toBe(30);
    for (let ticketId = 2; ticketId <= 300; ticketId += 1) {
      const at = ticketId * 1_000;
      budget.end(budget.begin(update(ticketId), at), at);
    }
    expect(budget.waitFor(update(1, 2_500), 300_000)).toBe(300_000);
  });
});
