import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import { failureCode } from '../jobs/failure-classes.ts';
import type { Waits } from '../waits.ts';

export interface WaitUntilThereOptions {
  /** Who is waited for, as the log names it: `Postgres`, `Zendesk`. */
  readonly what: string;
  readonly log: Logger;
  readonly waits: Waits;
  /** Ends the waiting; the last error is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** What passes by itself. Refused credentials or missing objects don't: they end the start at once, with the reason. */
const PASSES = new Set(['unavailable', 'timed_out', 'lost', 'rate_limited', 'database']);

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** What is behind an error: of a chain of causes, the first that may pass. */
function mayPass(error: unknown): boolean {
  if (PASSES.has(failureCode(error))) return true;
  return error instanceof Error && error.cause !== undefined && mayPass(error.cause);
}

/**
 * Does `work` until it succeeds, as long as what it needs can't be reached: a service that starts before its database
 * or during an outage of Zendesk waits for them, says so at growing intervals, and is not ready meanwhile. Rejects
 * with any other error at once.
 */
export async function waitUntilThere<T>(options: WaitUntilThereOptions, work: () => Promise<T>): Promise<T> {
  const { what, log, waits, signal } = options;
  for (let [tries, pause] = [1, FIRST_MS]; ; tries += 1, pause = Math.min(LONGEST_MS, pause * 2)) {
    try {
      const result = await work();
      if (tries > 1) log.info({ tries }, `${what} is there; the start goes on`);
      return result;
    } catch (error) {
      if (!mayPass(error)) throw error;
      log.warn(
        { tries, againInMs: pause, error: describeError(error) },
        `waiting for ${what}, the start can't go on`,
      );
      if ((await waits.pause(pause, signal)) === 'ended') throw error;
    }
  }
}
