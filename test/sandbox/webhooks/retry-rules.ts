import type { AttemptResult } from './deliver-once.ts';

/** Zendesk retries time-outs five times, 409 three times, and 429 or 503 that ask for less than a minute. */
const RETRIES_AFTER_TIMEOUT = 5;
const RETRIES_AFTER_CONFLICT = 3;
const RETRIES_AS_TOLD = 5;
const LONGEST_WAIT_S = 60;

/**
 * How long to wait before the next attempt, or nothing when there is none.
 * @param made attempts made so far, this one included
 * @param stepMs the base of the growing pause between attempts
 */
export function pauseBeforeRetry(result: AttemptResult, made: number, stepMs: number): number | undefined {
  const { status, error } = result.attempt;
  if (error === 'timeout') return made <= RETRIES_AFTER_TIMEOUT ? stepMs * made : undefined;
  if (status === 409) return made <= RETRIES_AFTER_CONFLICT ? stepMs * made : undefined;
  const told = result.retryAfter;
  if ((status === 429 || status === 503) && told !== undefined && told < LONGEST_WAIT_S) {
    return made <= RETRIES_AS_TOLD ? told * 1000 : undefined;
  }
  return undefined;
}
