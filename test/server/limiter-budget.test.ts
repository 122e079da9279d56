import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BudgetCall, createBudget } from '../../server/zendesk/budget.ts';
import type { OthersTake } from '../../server/zendesk/division.ts';
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

  describe('shared with other processes', () => {
    const at = (now: number) => () => now;
    const taken = (calls: number, processes = 2): OthersTake => ({
      processes,
      limit: undefined,
      calls: new Map([['account', calls]]),
    });
    /** Makes the calls that are allotted at a moment. */
    const spendAllotted = (budget: ReturnType<typeof createBudget>, now: number): number => {
      let made = 0;
      while (budget.waitFor(look, now) === 0 && budget.allotted(look, now) === 'given') {
        budget.end(budget.begin(look, now), now);
        made += 1;
      }
      return made;
    };
    const sharing = () => {
      const budget = createBudget({ limit: 200, share: 0.5 });
      budget.beginSharing();
      const ask = (others: OthersTake, now = 0, waiting = 1) => {
        const claim = budget.claim(
          Array.from({ length: waiting }, () => look),
          at(now),
        );
        const [charge] = claim.decide(others);
        claim.granted();
        return charge;
      };
      return { budget, ask };
    };

    it('nothing is called before it was asked for, nor while it is', () => {
      const { budget } = sharing();
      expect(budget.allotted(look, 0)).toBe('short');
      const claim = budget.claim([look], at(0));
      claim.decide(taken(0));
      expect(budget.allotted(look, 0)).toBe('frozen');
      claim.granted();
      expect(spendAllotted(budget, 0)).toBe(5);
    });

    it('gives a process its part and no more, and a newcomer what the others have left', () => {
      const { budget, ask } = sharing();
      expect(ask(taken(0, 4), 0, 40)).toMatchObject({ calls: 25 });
      expect(spendAllotted(budget, 0)).toBe(25);
      const newcomer = sharing();
      expect(newcomer.ask(taken(97), 0, 40)).toMatchObject({ calls: 3 });
      expect(newcomer.budget.most()).toBe(3);
      expect(spendAllotted(newcomer.budget, 0)).toBe(3);
      newcomer.ask(taken(97), 0);
      expect(newcomer.budget.allotted(look, 0)).toEqual({ denied: 1_000 });
      expect(newcomer.budget.allotted(look, 1_000)).toBe('short');
    });

    it('keeps nothing that is not needed, and counts what was used until its minute is over', () => {
      const { budget, ask } = sharing();
      ask(taken(0), 0, 40);
      expect(spendAllotted(budget, 0)).toBe(40);
      expect(ask(taken(0), 10_000, 0)).toEqual({ key: 'account', calls: 40, forMs: MINUTE + 5_000 });
      expect(budget.allotted(look, 10_000)).toBe('short');
      expect(ask(taken(0), MINUTE, 0)).toMatchObject({ calls: 0 });
    });

    it('ends what was given with its lease, and keeps it from the others for longer', () => {
      const { budget, ask } = sharing();
      const charge = ask(taken(0), 0, 1);
      expect(budget.allotted(look, 19_999)).toBe('given');
      expect(budget.allotted(look, 20_000)).toBe('short');
      // A call of the last moment may be under way for 15 s, and counts for a minute.
      expect(charge?.forMs).toBeGreaterThanOrEqual(20_000 + 15_000 + MINUTE);
    });

    it('stops where nobody knows whether a claim was kept', () => {
      const { budget, ask } = sharing();
      ask(taken(0), 0, 10);
      const claim = budget.claim([], at(0));
      claim.decide(taken(0));
      claim.failed();
      expect(budget.allotted(look, 0)).toEqual({ denied: 1_000 });
      ask(taken(0), 1_000);
      expect(spendAllotted(budget, 1_000)).toBe(5);
    });

    it('takes over the limit that another process was told, but rather its own', () => {
      const { budget, ask } = sharing();
      ask({ ...taken(0, 1), limit: 700 });
      expect(budget.most()).toBe(350);
      budget.learn(400);
      ask({ ...taken(0, 1), limit: 700 });
      expect(budget.most()).toBe(200);
    });
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
