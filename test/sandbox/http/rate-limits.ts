import type { Plan } from '../account/plans.ts';
import { Fault } from '../fault.ts';
import type { Call } from './route.ts';

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
  /** The same with the High Volume API, which the largest plan includes. */
  ticketUpdatesHighVolume: { total: 300, spanMs: MINUTE },
  ticketDelete: { total: 400, spanMs: MINUTE },
  deletedTickets: { total: 10, spanMs: MINUTE },
  fieldOption: { total: 100, spanMs: MINUTE },
  /** Updates of one user by one caller. */
  userUpdate: { total: 5, spanMs: MINUTE },
  searchExport: { total: 100, spanMs: MINUTE },
  incremental: { total: 10, spanMs: MINUTE },
  incrementalHighVolume: { total: 30, spanMs: MINUTE },
  /** Per view and agent. */
  viewExecute: { total: 5, spanMs: MINUTE },
} as const satisfies Record<string, Budget>;

/** Has the account the High Volume API? */
export function isHighVolume(plan: Plan): boolean {
  return plan === 'enterprise_plus';
}

/** What {@link spendEndpoint} needs: the endpoint's name in the header, whose budget it is, and how large. */
export interface EndpointSpend {
  /** As in the header: `tickets-update`. */
  endpoint: string;
  /** Tells budgets of one endpoint apart: a ticket, a user, a view. Empty for one budget of the account. */
  whose?: string | undefined;
  budget: Budget;
}

/**
 * Counts a call against an endpoint's own limit and names it in the reply's headers. An agent's own browser is
 * not counted.
 * @throws Fault 429
 */
export function spendEndpoint(limiter: Limiter, call: Call, spend: EndpointSpend): void {
  if (call.identity.kind !== 'token') return;
  const spent = limiter.spend(`${spend.endpoint} ${spend.whose ?? ''}`, spend.budget);
  call.setHeaders(endpointHeader(spend.endpoint, spent));
  if (spent.over) throw tooManyRequests(spent);
}
