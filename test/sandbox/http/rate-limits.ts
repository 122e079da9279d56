import { Fault } from '../fault.ts';

/** A budget of calls per span of time. */
export interface Budget {
  total: number;
  spanMs: number;
}

export interface Spent {
  total: number;
  remaining: number;
  /** Seconds until the span is over. */
  resets: number;
  over: boolean;
}

/** Counts calls by key in spans that start with the first call. */
export interface Limiter {
  spend(key: string, budget: Budget): Spent;
}

/** @param now the account's clock in epoch ms: a moved clock starts new spans */
export function createLimiter(now: () => number): Limiter {
  const spans = new Map<string, { start: number; used: number }>();
  return {
    spend(key, budget) {
      const known = spans.get(key);
      const span = known && now() - known.start < budget.spanMs ? known : { start: now(), used: 0 };
      spans.set(key, span);
      span.used += 1;
      return {
        total: budget.total,
        remaining: Math.max(0, budget.total - span.used),
        resets: Math.max(1, Math.ceil((span.start + budget.spanMs - now()) / 1000)),
        over: span.used > budget.total,
      };
    },
  };
}

/** The headers that tell of the account's limit. */
export function limitHeaders(spent: Spent): Record<string, string> {
  return {
    'x-rate-limit': String(spent.total),
    'x-rate-limit-remaining': String(spent.remaining),
    'ratelimit-limit': String(spent.total),
    'ratelimit-remaining': String(spent.remaining),
    'ratelimit-reset': String(spent.resets),
  };
}

/** The header of an endpoint with a limit of its own. */
export function endpointHeader(endpoint: string, spent: Spent): Record<string, string> {
  const value = `total=${spent.total}; remaining=${spent.remaining}; resets=${spent.resets}`;
  return { [`zendesk-ratelimit-${endpoint}`]: value };
}

export function tooManyRequests(spent: Spent): Fault {
  const body = {
    error: 'APIRateLimitExceeded',
    description: 'Number of allowed API requests per minute exceeded',
  };
  return new Fault(429, body, { 'Retry-After': String(spent.resets) });
}

const MINUTE = 60_000;

/** Limits of single endpoints, as documented. Widen here. */
export const ENDPOINT_BUDGETS = {
  /** 30 updates in ten minutes per user per ticket. */
  ticketUpdate: { total: 30, spanMs: 10 * MINUTE },
  /** 100 updates a minute for the whole account. */
  ticketUpdates: { total: 100, spanMs: MINUTE },
  searchExport: { total: 100, spanMs: MINUTE },
  viewExecute: { total: 5, spanMs: MINUTE },
} as const satisfies Record<string, Budget>;
