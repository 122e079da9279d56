import type { LimitRule } from './limit-rules.ts';

/** A call that counts: under way, or ended lately. */
export interface Spending {
  endedAt: number | undefined;
}

/** The calls of the last span of each limit. */
export interface Windows {
  count(rule: LimitRule, now: number): number;
  /** Milliseconds until fewer than `most` calls count, at the earliest; 0: now. */
  waitFor(rule: LimitRule, most: number, now: number): number;
  begin(rules: readonly LimitRule[], now: number): Spending;
  /** Calls under way. */
  underWay(key: string): number;
}

interface Span {
  readonly spanMs: number;
  readonly calls: Spending[];
}

/** Beyond so many limits, those in which nothing counts any more are forgotten: each ticket has one of its own. */
const FORGET_BEYOND = 200;

/**
 * Spans that roll, so that a burst at the edge of a minute can't double it. A call counts from its start to a span
 * after its end, for it reached Zendesk at a moment between the two that nobody here knows.
 */
export function createWindows(): Windows {
  const spans = new Map<string, Span>();
  const freeAt = ({ endedAt }: Spending, spanMs: number, now: number): number => (endedAt ?? now) + spanMs;
  const prune = ({ spanMs, calls }: Span, now: number): Span => ({
    spanMs,
    calls: calls.filter((one) => freeAt(one, spanMs, now) > now),
  });

  const current = ({ key, spanMs }: LimitRule, now: number): readonly Spending[] => {
    const span = prune(spans.get(key) ?? { spanMs, calls: [] }, now);
    spans.set(key, span);
    return span.calls;
  };

  const forget = (now: number): void => {
    for (const [key, span] of spans) if (prune(span, now).calls.length === 0) spans.delete(key);
  };

  return {
    count: (rule, now) => current(rule, now).length,
    waitFor: (rule, most, now) => {
      const counted = current(rule, now);
      if (counted.length < most) return 0;
      const free = counted.map((one) => freeAt(one, rule.spanMs, now)).sort((a, b) => a - b);
      return (free[counted.length - most] ?? now) - now;
    },
    begin: (rules, now) => {
      if (spans.size > FORGET_BEYOND) forget(now);
      const spending: Spending = { endedAt: undefined };
      for (const { key, spanMs } of rules) {
        const span = spans.get(key) ?? { spanMs, calls: [] };
        span.calls.push(spending);
        spans.set(key, span);
      }
      return spending;
    },
    underWay: (key) => (spans.get(key)?.calls ?? []).filter(({ endedAt }) => endedAt === undefined).length,
  };
}
