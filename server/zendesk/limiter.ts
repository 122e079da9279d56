import type { Waits } from '../waits.ts';
import { type CallClass, callClass } from './background.ts';
import { type BudgetCall, createBudget } from './budget.ts';
import { ZendeskError } from './errors.ts';
import { endpointRules } from './limit-rules.ts';
import { toldLimits } from './told-limits.ts';
import { createWaitingLine } from './waiting-line.ts';

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

export interface LimitedRequest {
  readonly method: string;
  /** The path with `:id` in place of ids. */
  readonly endpoint: string;
  readonly path: string;
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
  /** Divides the share: by how many processes, and what the others have used in their last minute. */
  divide(processes: number, othersUse: number): void;
}

/** A limit up to this is one ticket's own; a larger one in the header of an update is the account's. */
const TICKETS_OWN = 30;

function holdOf({ method, endpoint, path }: LimitedRequest, total: number | undefined): string {
  const own =
    method === 'PUT' && endpoint === '/tickets/:id' && (total === undefined || total <= TICKETS_OWN);
  return own ? `${method} ${path}` : `${method} ${endpoint}`;
}

/** All calls of the process, held to the share of the account's limits that is theirs. */
export function createLimiter(options: LimiterOptions): Limiter {
  const { share, waits, onWait = () => {} } = options;
  const budget = createBudget({ share });
  const now = (): number => waits.elapsed();
  const line = createWaitingLine(options, (call) => budget.waitFor(call, now()));

  const learn = (request: LimitedRequest, status: number, headers: Headers, retryAfterMs: number): void => {
    const told = toldLimits(headers);
    if (told.limit !== undefined) budget.learn(told.limit);
    const usedUp = status === 429 && told.remaining === 0;
    const until = now() + Math.max(told.resetsInMs, usedUp ? retryAfterMs : 0);
    if (told.remaining !== undefined) budget.tellRemaining(told.remaining, until);
    for (const { total, remaining, resetsInMs } of told.endpoints)
      if (remaining === 0) budget.hold(holdOf(request, total), now() + resetsInMs);
    // Where the account has calls left, what is used up is the endpoint's limit.
    if (status === 429 && !usedUp)
      budget.hold(holdOf(request, told.endpoints[0]?.total), now() + retryAfterMs);
  };

  const begin = (request: LimitedRequest, call: BudgetCall): Admission => {
    const spending = budget.begin(call, now());
    return {
      ended: (reply, retryAfterMs = 0) => {
        budget.end(spending, now());
        if (reply) learn(request, reply.status, reply.headers, retryAfterMs);
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
          holds: [holdOf(request, undefined), `${request.method} ${request.endpoint}`],
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
    divide: (processes, othersUse) => {
      budget.divide(processes, othersUse);
      line.turn();
    },
  };
}
