import type { Deadline } from '../../../domain/deadline.ts';
import type { Instant } from '../../../domain/local-date.ts';
import { nextStateChange, nextTextChange, type Zones } from './next-tick.ts';

/** setTimeout takes no more than this many milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * The time for the texts of a case, by one timer that is set for the instant at which the next of them changes. What
 * counts down follows {@link CaseClock.counted}; all else follows {@link CaseClock.settled}, so that a minute less
 * costs no more than the line that says so.
 */
export interface CaseClock {
  /** Ticks only while somebody is subscribed. @returns ends the subscription */
  readonly subscribe: (changed: () => void) => () => void;
  readonly counted: () => Instant;
  /** The latest instant at which anything but a countdown has changed. */
  readonly settled: () => Instant;
}

/** A machine that slept wakes with `visibilitychange`, so the time is looked at again then. */
export function createCaseClock(
  deadlines: readonly Deadline[],
  { now: clock, zones }: { readonly now: () => Instant; readonly zones: Zones },
): CaseClock {
  const listeners = new Set<() => void>();
  let counted = clock();
  let settled = counted;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arm = (): void => {
    clearTimeout(timer);
    const at = nextTextChange(deadlines, counted, zones);
    if (at !== undefined) timer = setTimeout(look, Math.min(Math.max(at - clock(), 0), LONGEST));
  };
  const look = (): void => {
    counted = clock();
    const changesAt = nextStateChange(deadlines, settled, zones);
    if (counted < settled || (changesAt !== undefined && counted >= changesAt)) settled = counted;
    arm();
    for (const changed of listeners) changed();
  };
  return {
    subscribe(changed) {
      if (listeners.size === 0) {
        document.addEventListener('visibilitychange', look);
        arm();
      }
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        document.removeEventListener('visibilitychange', look);
        clearTimeout(timer);
      };
    },
    counted: () => counted,
    settled: () => settled,
  };
}
