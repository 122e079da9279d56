import { setTimeout as delay } from 'node:timers/promises';

/** Waiting, as the transport and the looks do it: real time, which a simulation may let run faster. */
export interface Waits {
  /** Milliseconds on a scale that never jumps; only differences mean something. */
  elapsed(): number;
  /** How many of its milliseconds pass in a real one; 1 where it is left out. */
  readonly speed?: number;
  /** Resolves after `ms`, or when the signal ends the wait: says which. */
  pause(ms: number, signal?: AbortSignal): Promise<'over' | 'ended'>;
  /** Aborts after `ms` with a TimeoutError. */
  timeout(ms: number): AbortSignal;
}

/**
 * Waits of which a millisecond lasts `1 / speed` real ones.
 * @param speed 1: real time
 */
export function createWaits(speed = 1): Waits {
  return {
    speed,
    elapsed: () => performance.now() * speed,
    timeout: (ms) => AbortSignal.timeout(Math.ceil(ms / speed)),
    pause: async (ms, signal) => {
      try {
        await delay(ms / speed, undefined, signal ? { signal } : {});
        return 'over';
      } catch {
        return 'ended'; // The signal is all that can end it early.
      }
    },
  };
}
