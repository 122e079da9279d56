import { type Allotted, type Claim, createAllotment, worst } from './allotment.ts';
import type { CallClass } from './background.ts';
import { type OthersTake, partOf, shareOf, type Wish } from './division.ts';
import { createHolds } from './holds.ts';
import { accountRule, CAREFUL_LIMIT, type LimitRule } from './limit-rules.ts';
import { createWindows, type Spending } from './windows.ts';

/** A call that wants to be made. */
export interface BudgetCall {
  readonly kind: CallClass;
  /** Limits of its endpoint, besides the account's. */
  readonly rules: readonly LimitRule[];
  /** What may be put on hold for it: its endpoint, its ticket. */
  readonly holds: readonly string[];
}

export interface BudgetOptions {
  /** The account's calls a minute, until it is told. */
  readonly limit?: number;
  /** The part of the account's limits that may be used, from above 0 to 1. */
  readonly share: number;
}

/** All times are milliseconds of one scale that never jumps; the budget is told them and never asks. */
export interface Budget {
  /** The account's limit as far as it is known. */
  limit(): number;
  /** Our calls a minute at most, by the share, the number of processes and what the others have taken. */
  most(): number;
  /** Calls that count at `now`: of the last minute, and under way. */
  used(now: number): number;
  /** Milliseconds until it may be worth asking again; 0: the call may be made now. */
  waitFor(call: BudgetCall, now: number): number;
  /** What stands in the way of a call that need not wait by `waitFor`: that more has to be asked for. */
  allotted(call: BudgetCall, now: number): Allotted;
  begin(call: BudgetCall, now: number): Spending;
  end(spending: Spending, now: number): void;
  learn(limit: number): void;
  /** From now on nothing is called but what a claim was granted for. */
  beginSharing(): void;
  /** Asks for what these calls need, and gives back what isn't needed. One claim at a time. */
  claim(waiting: readonly BudgetCall[], now: () => number): Claim;
  /** What a reply told is left of the whole account's minute, and until when that holds. */
  tellRemaining(remaining: number, until: number): void;
  /** Nothing for which `key` is a hold is called before `until`. */
  hold(key: string, until: number): void;
}

/** Background calls leave this part of ours to looks, and this part of the account's minute to everybody else. */
const KEPT_FOR_LOOKS = 0.4;
const KEPT_FOR_OTHERS = 0.2;

/**
 * The calls that may be made: never more than the share of each limit in any span of its length, wherever it begins,
 * over all processes where they share. Calls in the background use only a part of that, so that a look never finds
 * the minute used up by them.
 */
export function createBudget({ limit: firstLimit = CAREFUL_LIMIT, share }: BudgetOptions): Budget {
  let [limit, news]: [number, number | undefined] = [firstLimit, undefined];
  let others: OthersTake = { processes: 1, limit: undefined, calls: new Map() };
  let isShared = false;
  let told = { remaining: 0, until: Number.NEGATIVE_INFINITY };
  const windows = createWindows();
  const allotment = createAllotment();
  const { hold, waitFor: waitForHolds } = createHolds();
  /** Limits that are split, by their keys: told of at each claim, so that the others learn what comes free. */
  const split = new Map<string, LimitRule>();
  const rulesOf = ({ rules }: BudgetCall): LimitRule[] => [accountRule(limit), ...rules];
  const ours = (rule: LimitRule): number => partOf(rule, share, others.processes);

  const waitForRule = (rule: LimitRule, kind: CallClass, now: number): number => {
    const part = kind === 'background' && rule.shared ? 1 - KEPT_FOR_LOOKS : 1;
    return windows.waitFor(rule, Math.max(1, Math.floor(ours(rule) * part)), now);
  };
  const waitForOthers = (kind: CallClass, now: number): number => {
    const enough = kind === 'background' ? limit * KEPT_FOR_OTHERS : 0;
    return now < told.until && told.remaining <= enough ? told.until - now : 0;
  };
  const allotted = (call: BudgetCall, now: number): Allotted =>
    isShared
      ? worst(rulesOf(call).map((rule) => allotment.ask(rule.key, windows.count(rule, now), now)))
      : 'given';

  const wishesOf = (waiting: readonly BudgetCall[], now: number): Wish[] => {
    const all = waiting.flatMap(rulesOf);
    const rules = new Map([
      ...split,
      ['account', accountRule(limit)],
      ...all.map((one) => [one.key, one] as const),
    ]);
    return [...rules.values()].map((rule) => ({
      rule,
      calls: windows.count(rule, now),
      underWay: windows.underWay(rule.key),
      wanted: all.filter(({ key }) => key === rule.key).length,
    }));
  };
  const inView = (wish: Wish, { limit: known }: OthersTake): Wish => {
    limit = news ?? known ?? limit;
    return wish.rule.key === 'account' ? { ...wish, rule: accountRule(limit) } : wish;
  };

  return {
    limit: () => limit,
    most: () => {
      const rule = accountRule(limit);
      return Math.max(0, Math.min(ours(rule), shareOf(rule, share) - (others.calls.get(rule.key) ?? 0)));
    },
    used: (now) => windows.count(accountRule(limit), now),
    waitFor: (call, now) =>
      Math.max(
        waitForOthers(call.kind, now),
        waitForHolds(call.holds, now),
        ...rulesOf(call).map((rule) => waitForRule(rule, call.kind, now)),
      ),
    allotted,
    begin: (call, now) => {
      told = { ...told, remaining: told.remaining - 1 };
      for (const rule of call.rules) if (rule.shared) split.set(rule.key, rule);
      return windows.begin(rulesOf(call), now);
    },
    end: (spending, now) => {
      spending.endedAt = now;
    },
    learn: (learnt) => {
      [limit, news] = [learnt, learnt];
    },
    beginSharing: () => {
      isShared = true;
    },
    claim: (waiting, now) => {
      const [at, reported] = [now(), news];
      const wanting = waiting.filter(
        (call) => waitForHolds(call.holds, at) === 0 && allotted(call, at) !== 'given',
      );
      return allotment.claim({
        wishes: wishesOf(wanting, at),
        share,
        news: reported,
        now,
        inView,
        onGranted: (granted) => {
          others = granted;
          if (news === reported) news = undefined;
        },
      });
    },
    tellRemaining: (remaining, until) => {
      // What is under way was perhaps not counted yet when the reply was written.
      told = { remaining: remaining - windows.underWay('account'), until };
    },
    hold,
  };
}
