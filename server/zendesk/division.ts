import type { LimitRule } from './limit-rules.ts';

/** What the others have taken of the limits: processes that are alive, and those that left or died a moment ago. */
export interface OthersTake {
  /** Processes that are alive, this one included. */
  readonly processes: number;
  /** The account's calls a minute, as any of them was told last. */
  readonly limit: number | undefined;
  /** By the limit's key, the calls that count or may be made without asking again. */
  readonly calls: ReadonlyMap<string, number>;
}

/** What a process takes of a limit, whether it uses it or not; it holds for `forMs`, also where nobody hears of it again. */
export interface Charge {
  readonly key: string;
  readonly calls: number;
  readonly forMs: number;
}

/** What a process has and wants of a limit. */
export interface Wish {
  readonly rule: LimitRule;
  /** Calls that count: under way, or ended within the limit's span. */
  readonly calls: number;
  readonly underWay: number;
  /** Calls that wait for it. */
  readonly wanted: number;
}

export interface Division {
  /** Calls of a span that may be made until the lease ends. */
  readonly most: number;
  readonly charge: Charge;
}

/** How long a process may go on with what it was given before it has to ask again. */
export const LEASE_MS = 20_000;

/** A call that began has reached Zendesk within its time-out, 12 s, or never does. */
const ARRIVES_WITHIN_MS = 15_000;
/** Machines' clocks differ by less. */
const CLOCKS_DIFFER_MS = 5_000;
/** Asking takes a moment, so a process asks for some calls at once: this part of what it may use. */
const AT_ONCE = 0.1;

/** What all processes together may use of a limit; 1 at least. */
export function shareOf({ most, shared }: LimitRule, share: number): number {
  return shared ? Math.max(1, Math.floor(most * share)) : most;
}

/** What one of so many processes may use of it. A ticket's own limit is not split: one process at a time is at a ticket. */
export function partOf(rule: LimitRule, share: number, processes: number): number {
  const all = shareOf(rule, share);
  return rule.shared ? Math.max(1, Math.floor(all / processes)) : all;
}

/**
 * Gives a process what it wants, but no more than its part, and no more than the others have left. To be asked by one
 * process at a time, its charge kept before the next one asks: then all charges together never pass the share. And as
 * a process never has more calls that count than its charge, no span has more calls than the share.
 */
export function divide({ rule, calls, underWay, wanted }: Wish, share: number, others: OthersTake): Division {
  const part = partOf(rule, share, others.processes);
  const left = shareOf(rule, share) - (others.calls.get(rule.key) ?? 0);
  const more = wanted > 0 ? Math.max(wanted, rule.shared ? Math.ceil(part * AT_ONCE) : 1) : 0;
  const most = Math.min(calls + more, part, left);
  const isGiven = most > calls;
  const callsEndIn = isGiven ? LEASE_MS + ARRIVES_WITHIN_MS : underWay > 0 ? ARRIVES_WITHIN_MS : 0;
  return {
    most: isGiven ? most : 0,
    charge: {
      key: rule.key,
      calls: Math.max(calls, most),
      forMs: callsEndIn + rule.spanMs + CLOCKS_DIFFER_MS,
    },
  };
}
