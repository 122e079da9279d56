import { createWaits, type Waits } from '../../server/waits.ts';
import type { SandboxClock } from '../sandbox/index.ts';

/** A move of the clock ends the wait for a stamp's second, not that of a call for its turn, which would be given up. */
const COUNTS_MS = 2_000;
/** The two clocks of the machine don't agree to the millisecond. */
const JITTER_MS = 100;

/** Waits in real time, in which a move of the account's clock counts for up to two seconds. */
export function waitsOf(clock: SandboxClock): Waits {
  const real = createWaits();
  const both = () => ({ account: clock.now(), real: real.elapsed() });
  let [last, moved] = [both(), 0];
  const elapsed = (): number => real.elapsed() + moved;
  clock.onChange(() => {
    const now = both();
    const move = now.account - last.account - (now.real - last.real);
    if (move > JITTER_MS) moved += Math.min(move, COUNTS_MS);
    last = now;
  });
  return {
    ...real,
    elapsed,
    pause: async (ms, signal) => {
      const until = elapsed() + ms;
      const early = new AbortController();
      const forget = clock.onChange(() => {
        if (elapsed() >= until) early.abort();
      });
      try {
        await real.pause(ms, signal ? AbortSignal.any([signal, early.signal]) : early.signal);
        return signal?.aborted ? 'ended' : 'over';
      } finally {
        forget();
      }
    },
  };
}
