import type { SandboxClock } from './clock.ts';

/** Runs things at instants of the account's clock, whether it gets there by running or by being moved. */
export interface Alarms {
  /** Runs once when the clock has reached the instant (epoch ms). The result calls it off. */
  at(instant: number, run: () => void): () => void;
  stop(): void;
}

/** Timers of Node hold no longer than 24.8 days; a look now and then costs nothing. */
const LONGEST_WAIT_MS = 3_600_000;

export function createAlarms(clock: SandboxClock): Alarms {
  const waiting = new Map<object, { instant: number; run: () => void }>();
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    clearTimeout(timer);
    const due = [...waiting].filter(([, alarm]) => alarm.instant <= clock.now());
    for (const [key] of due) waiting.delete(key);
    for (const [, alarm] of due) alarm.run();
    if (waiting.size === 0) return;
    const next = Math.min(...[...waiting.values()].map((alarm) => alarm.instant));
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(1, (next - clock.now()) / clock.rate()));
    timer = setTimeout(look, wait).unref();
  };
  const unsubscribe = clock.onChange(look);
  return {
    at(instant, run) {
      const key = {};
      waiting.set(key, { instant, run });
      look();
      return () => waiting.delete(key);
    },
    stop() {
      clearTimeout(timer);
      unsubscribe();
      waiting.clear();
    },
  };
}
