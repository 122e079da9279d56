import { useEffect, useState } from 'react';
import type { Instant } from '../../domain/local-date.ts';

/** setTimeout takes no more than this many milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * The time, as fresh as the texts need it: one timer, set for the instant that `next` names. A machine that slept
 * wakes with `visibilitychange`, so the time is looked at again then.
 */
export function useNow(clock: () => Instant, next: (now: Instant) => Instant | undefined): Instant {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const look = (): void => setNow(clock());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [clock]);
  useEffect(() => {
    const at = next(now);
    if (at === undefined) return undefined;
    const timer = setTimeout(() => setNow(clock()), Math.min(Math.max(at - clock(), 0), LONGEST));
    return () => clearTimeout(timer);
  }, [clock, next, now]);
  return now;
}
