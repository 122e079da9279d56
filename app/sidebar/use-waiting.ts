import { useEffect, useState } from 'react';

/** Pauses between looks while an answer of the service is awaited, in milliseconds: 45 seconds in all. */
const EARLY = [1000, 1000, 2000, 3000, 4000, 5000, 5000, 8000, 8000, 8000];
/** From then on the agent is told what to do, and the looks are rare: for ten minutes more. */
const LATE = 15_000;
const LATE_LOOKS = 40;

/** Looks again and again while something is awaited. Answers whether it has taken long enough to say so. */
export function useWaiting(waiting: boolean, look: () => Promise<void>): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!waiting) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const next = (count: number): void => {
      if (stopped || count >= EARLY.length + LATE_LOOKS) return;
      if (count === EARLY.length) setSlow(true);
      timer = setTimeout(() => void look().finally(() => next(count + 1)), EARLY[count] ?? LATE);
    };
    next(0);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [waiting, look]);
  return slow;
}
