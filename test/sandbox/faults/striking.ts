import type { Effect } from './effect.ts';
import { type FaultRequest, type FaultRule, fits } from './rule.ts';

/** What a rule needs while it is switched on. */
export interface Striking {
  random: () => number;
  /** Called at each strike. */
  struck(): void;
  /** Called when it has struck as often as it may. */
  end(): void;
}

/** Decides, request by request, whether a rule strikes: skip first, then share, then times. */
export function striking(rule: FaultRule, on: Striking): (request: FaultRequest) => Effect | undefined {
  let skipped = 0;
  let strikes = 0;
  return (request) => {
    if (!fits(rule.match, request)) return undefined;
    if (skipped < (rule.skip ?? 0)) {
      skipped += 1;
      return undefined;
    }
    if (rule.share !== undefined && on.random() >= rule.share) return undefined;
    strikes += 1;
    on.struck();
    if (rule.times !== undefined && strikes >= rule.times) on.end();
    return rule.effect;
  };
}
