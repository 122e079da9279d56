import type { Waits } from '../../server/waits.ts';
import type { SandboxClock } from '../sandbox/index.ts';
import { waitsOf } from './waits.ts';

/** A look waits until the second of a stamp has passed, or a moment before it tries again: never longer. */
const LOOK_WAITS_MS = 1_000;

/**
 * Waits in which those of a look are over at once: the account's clock is moved over them. They are the ones that are
 * short and that nothing ends early; a call's wait for its turn has a signal.
 */
export function hurriedWaits(clock: SandboxClock): Waits {
  const waits = waitsOf(clock);
  return {
    ...waits,
    pause: async (ms, signal) => {
      if (signal !== undefined || ms > LOOK_WAITS_MS) return waits.pause(ms, signal);
      clock.advance(Math.ceil(ms));
      return 'over';
    },
  };
}
