import type { Waits } from '../waits.ts';
import { inBackground } from '../zendesk/background.ts';
import { isZendeskError } from '../zendesk/errors.ts';

/** How often, and how long at least, is waited for what can't be had just now. */
const PAUSES = 20;
const PAUSE_MS = 5_000;

export interface Patience {
  readonly waits: Waits;
  readonly signal: AbortSignal;
}

/** Reads in the background; where Zendesk or the rate limit is in the way, once more after a pause. */
export async function patiently<T>({ waits, signal }: Patience, read: () => Promise<T>): Promise<T> {
  for (let pauses = 0; ; pauses += 1) {
    signal.throwIfAborted();
    try {
      return await inBackground(read);
    } catch (error) {
      const passes = isZendeskError(error, 'rate_limited', 'unavailable', 'timed_out', 'lost');
      if (!passes || pauses >= PAUSES) throw error;
      await waits.pause(Math.max(error.retryAfterMs ?? 0, PAUSE_MS), signal);
    }
  }
}
