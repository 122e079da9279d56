import type { Waits } from '../waits.ts';
import type { Claim } from './allotment.ts';
import { createAsker } from './asker.ts';
import { type CallClass, callClass } from './background.ts';
import { type BudgetCall, createBudget } from './budget.ts';
import { ZendeskError } from './errors.ts';
import { createLearner, holdOf } from './learn-limits.ts';
import { endpointRules, type LimitedRequest } from './limit-rules.ts';
import { createWaitingLine, type Wait } from './waiting-line.ts';

export type { LimitedRequest } from './limit-rules.ts';

export interface LimiterOptions {
  /** The part of the account's limits that may be used, above 0 to 1. */
  readonly share: number;
  readonly waits: Waits;
  /** Milliseconds that a call may wait; beyond that it is refused, with `retryAfterMs`. */
  readonly maxWaitMs: number;
  /** Ends all waiting. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each call that was let through or refused. */
  readonly onWait?: (wait: LimiterWait) => void;
}

export interface LimiterWait {
  readonly kind: CallClass;
  readonly ms: number;
  readonly admitted: boolean;
}

/** A call that was let through. To be told when it ended, with the reply where there was one. */
export interface Admission {
  ended(reply?: { readonly status: number; readonly headers: Headers }, retryAfterMs?: number): void;
}

export interface LimiterState {
  /** The account's calls a minute, as told or assumed. */
  readonly limit: number;
  /** This process's calls a minute at most. */
  readonly most: number;
  readonly used: number;
  readonly waiting: number;
}

export interface Limiter {
  /**
   * Resolves when the call may be made, those of looks first, else in order. Rejects with `rate_limited` where that
   * would take longer than allowed, or when waiting is ended.
   */
  admit(request: LimitedRequest): Promise<Admission>;
  state(): LimiterState;
  /**
   * From now on the share is split with other processes: nothing is admitted but what a claim was granted for.
   * @param ask called when calls wait for more; never in the middle of something, and not while a claim is open
   */
  shareWith(ask: () => void): void;
  /** Asks for what the waiting calls need; to be kept, and then granted or failed, before the next claim is made. */
  claim(): Claim;
}

/** All calls of the process, held to the share of the account's limits that is theirs. */
export function createLimiter(options: LimiterOptions): Limiter {
  const { share, waits, onWait = () => {} } = options;
  const budget = createBudget({ share });
  const now = (): number => waits.elapsed();
  const asker = createAsker();
  const waitFor = (call: BudgetCall): Wait => {
    const wait = budget.waitFor(call, now());
    if (wait > 0) return wait;
    const allotted = budget.allotted(call, now());
    if (allotted === 'given') return 0;
    if (typeof allotted === 'object') return allotted.denied;
    if (allotted === 'short') asker.ask();
    return 'answer';
  };
  const line = createWaitingLine(options, waitFor);

  const learn = createLearner(budget, now);

  const begin = (request: LimitedRequest, call: BudgetCall): Admission => {
    const spending = budget.begin(call, now());
    return {
      ended: (reply, retryAfterMs = 0) => {
        budget.end(spending, now());
        if (reply) learn(request, reply, retryAfterMs);
        line.turn();
      },
    };
  };

  const refusal = ({ method, endpoint }: LimitedRequest, retryAfterMs: number): ZendeskError =>
    new ZendeskError(`Our share of Zendesk's rate limit is used up: ${method} ${endpoint} has to wait`, {
      code: 'rate_limited',
      effect: 'none',
      retryAfterMs: Math.max(1_000, Math.ceil(retryAfterMs)),
    });

  return {
    admit: (request) =>
      new Promise((resolve, reject) => {
        const kind = callClass();
        const rules = endpointRules(request, budget.limit());
        const call = {
          kind,
          rules,
          holds: [holdOf(request), `${request.method} ${request.endpoint}`],
        };
        const since = now();
        const tell = (admitted: boolean): void => onWait({ kind, ms: now() - since, admitted });
        line.add({
          call,
          since,
          admit: () => {
            const admission = begin(request, call);
            tell(true);
            resolve(admission);
          },
          refuse: (retryAfterMs) => {
            tell(false);
            reject(refusal(request, retryAfterMs));
          },
        });
      }),
    state: () => ({
      limit: budget.limit(),
      most: budget.most(),
      used: budget.used(now()),
      waiting: line.length(),
    }),
    shareWith: (ask) => {
      budget.beginSharing();
      asker.onAsk(ask);
    },
    claim: () => {
      const claim = budget.claim(line.calls(), now);
      const then = (done: () => void) => (): void => {
        done();
        line.turn();
      };
      return { ...claim, granted: then(claim.granted), failed: then(claim.failed) };
    },
  };
}
