import type { Waits } from '../../../server/waits.ts';

export interface VirtualWaits extends Waits {
  /** Lets time pass: each wait ends at its moment, in order, and what follows from it is done before the next. */
  pass(ms: number): Promise<void>;
}

interface Pause {
  readonly at: number;
  readonly end: (how: 'over' | 'ended') => void;
}

/** All promises that can go on have gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Waits in a time of their own, which stands still until it is told to pass. */
export function virtualWaits(): VirtualWaits {
  let now = 0;
  const pauses = new Set<Pause>();
  return {
    elapsed: () => now,
    timeout: () => new AbortController().signal,
    pause: (ms, signal) =>
      new Promise((resolve) => {
        const pause: Pause = {
          at: now + ms,
          end: (how) => {
            if (pauses.delete(pause)) resolve(how);
          },
        };
        pauses.add(pause);
        if (signal?.aborted) pause.end('ended');
        signal?.addEventListener('abort', () => pause.end('ended'), { once: true });
      }),
    pass: async (ms) => {
      const end = now + ms;
      await settled();
      for (;;) {
        const [next] = [...pauses].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = Math.max(now, next.at);
        next.end('over');
        await settled();
      }
      now = end;
      await settled();
    },
  };
}
