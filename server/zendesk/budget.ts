import type { CallClass } from './background.ts';
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
  /** Our calls a minute at most, by the share and the number of processes. */
  most(): number;
  /** Calls that count at `now`: of the last minute, and under way. */
  used(now: number): number;
  /** Milliseconds until it may be worth asking again; 0: the call may be made now. */
  waitFor(call: BudgetCall, now: number): number;
  begin(call: BudgetCall, now: number): Spending;
  end(spending: Spending, now: number): void;
  learn(limit: number): void;
  /** How many processes share, and how many calls the others have in their last minute. */
  divide(processes: number, othersUse: number): void;
  /** What a reply told is left of the whole account's minute, and until when that holds. */
  tellRemaining(remaining: number, until: number): void;
  /** Nothing for which `key` is a hold is called before `until`. */
  hold(key: string, until: number): void;
}

/** Background calls leave this part of ours to looks, and this part of the account's minute to everybody else. */
const KEPT_FOR_LOOKS = 0.4;
const KEPT_FOR_OTHERS = 0.2;

/** What a process may use of a limit: its part of the share, and no more than the others leave of it; 1 at least. */
function partOf(
  { key, most, shared }: LimitRule,
  share: number,
  processes: number,
  othersUse: number,
): number {
  if (!shared) return most;
  const all = Math.floor(most * share);
  const left = key === 'account' ? all - othersUse : all;
  return Math.max(1, Math.min(Math.floor(all / processes), left));
}

/** What is held until when. */
function createHolds() {
  const held = new Map<string, number>();
  return {
    hold: (key: string, until: number): void => {
      held.set(key, Math.max(until, held.get(key) ?? until));
    },
    waitFor: (keys: readonly string[], now: number): number => {
      for (const [key, until] of held) if (until <= now) held.delete(key);
      return Math.max(0, ...keys.map((key) => (held.get(key) ?? now) - now));
    },
  };
}

/**
 * The calls that may be made: never more than the share of each limit in any span of its length, wherever it begins.
 * Calls in the background use only a part of that, so that a look never finds the minute used up by them.
 */
export function createBudget({ limit: firstLimit = CAREFUL_LIMIT, share }: BudgetOptions): Budget {
  let limit = firstLimit;
  let [processes, othersUse] = [1, 0];
  let told = { remaining: 0, until: Number.NEGATIVE_INFINITY };
  const windows = createWindows();
  const { hold, waitFor: waitForHolds } = createHolds();
  const ours = (rule: LimitRule): number => partOf(rule, share, processes, othersUse);

  const waitForRule = (rule: LimitRule, kind: CallClass, now: number): number => {
    const all = ours(rule);
    const part = kind === 'background' && rule.shared ? 1 - KEPT_FOR_LOOKS : 1;
    return windows.waitFor(rule, Math.max(1, Math.floor(all * part)), now);
  };
  const waitForOthers = (kind: CallClass, now: number): number => {
    const enough = kind === 'background' ? limit * KEPT_FOR_OTHERS : 0;
    return now < told.until && told.remaining <= enough ? told.until - now : 0;
  };

  return {
    limit: () => limit,
    most: () => ours(accountRule(limit)),
    used: (now) => windows.count(accountRule(limit), now),
    waitFor: ({ kind, rules, holds }, now) =>
      Math.max(
        waitForOthers(kind, now),
        waitForHolds(holds, now),
        ...[accountRule(limit), ...rules].map((rule) => waitForRule(rule, kind, now)),
      ),
    begin: ({ rules }, now) => {
      told = { ...told, remaining: told.remaining - 1 };
      return windows.begin([accountRule(limit), ...rules], now);
    },
    end: (spending, now) => {
      spending.endedAt = now;
    },
    learn: (learnt) => {
      limit = learnt;
    },
    divide: (count, others) => {
      [processes, othersUse] = [Math.max(1, count), others];
    },
    tellRemaining: (remaining, until) => {
      // What is under way was perhaps not counted yet when the reply was written.
      told = { remaining: remaining - windows.underWay('account'), until };
    },
    hold,
  };
}
