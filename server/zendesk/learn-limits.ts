import type { Budget } from './budget.ts';
import type { LimitedRequest } from './limit-rules.ts';
import { toldLimits } from './told-limits.ts';

/** A limit up to this is one ticket's own; a larger one in the header of an update is the account's. */
const TICKETS_OWN = 30;

/**
 * What is put on hold where a limit of the call's endpoint is used up: the endpoint, or one ticket.
 * @param total the limit, where it was told
 */
export function holdOf({ method, endpoint, path }: LimitedRequest, total?: number): string {
  const own =
    method === 'PUT' && endpoint === '/tickets/:id' && (total === undefined || total <= TICKETS_OWN);
  return own ? `${method} ${path}` : `${method} ${endpoint}`;
}

interface Reply {
  readonly status: number;
  readonly headers: Headers;
}

/** Tells the budget what each reply says about limits. */
export function createLearner(budget: Budget, now: () => number) {
  return (request: LimitedRequest, { status, headers }: Reply, retryAfterMs: number): void => {
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
}
