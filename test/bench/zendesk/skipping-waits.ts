import { createWaits, type Waits } from '../../../server/waits.ts';
import type { SandboxClock } from '../../sandbox/index.ts';

/**
 * Waits by the account's clock, which runs in real time and can be moved to the end of the next one. So nothing that is
 * worked on seems slower than it is, as it would on a clock that simply ran fast, and nobody sits through the minutes
 * in which nothing may be called.
 */
export function createSkippingWaits(onPause: (ms: number) => void = () => {}) {
  const real = createWaits();
  const ends = new Set<{ readonly at: number }>();
  let account: SandboxClock | undefined;

  const pauseOn = async (clock: SandboxClock, ms: number, signal?: AbortSignal) => {
    const end = { at: clock.now() + ms };
    const moved = new AbortController();
    const forget = clock.onChange(() => {
      if (clock.now() >= end.at) moved.abort();
    });
    ends.add(end);
    try {
      await real.pause(ms, signal ? AbortSignal.any([signal, moved.signal]) : moved.signal);
      return signal?.aborted ? 'ended' : 'over';
    } finally {
      ends.delete(end);
      forget();
    }
  };

  return {
    on: (clock: SandboxClock): Waits => {
      account = clock;
      return {
        speed: 1,
        elapsed: clock.now,
        timeout: real.timeout,
        pause: (ms, signal) => {
          onPause(ms);
          return pauseOn(clock, ms, signal);
        },
      };
    },
    skip: (): void => {
      const next = Math.min(...[...ends].map(({ at }) => at));
      if (account && Number.isFinite(next) && next > account.now()) account.set(next);
    },
  };
}
