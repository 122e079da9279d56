import type { DeliveryAttempt } from './deliver-once.ts';

/** Zendesk retries time-outs five times, 409 three times, and 429 or 503 that ask for less than a minute. */
const RETRIES_AFTER_TIMEOUT = 5;
const RETRIES_AFTER_CONFLICT = 3;
const RETRIES_AS_TOLD = 5;
const LONGEST_WAIT_S = 60;

/**
 * How long to wait before the next attempt, or nothing when there is none.
 * @param attempts all that were made, the last one included; each kind of failure has retries of its own
 * @param stepMs the base of the growing pause between attempts
 */
export function pauseBeforeRetry(attempts: readonly DeliveryAttempt[], stepMs: number): number | undefined {
  const last = attempts.at(-1);
  if (!last) return undefined;
  const kind = kindOf(last);
  const made = attempts.filter((attempt) => kindOf(attempt) === kind).length;
  if (kind === 'timeout') return made <= RETRIES_AFTER_TIMEOUT ? stepMs * made : undefined;
  if (kind === 'conflict') return made <= RETRIES_AFTER_CONFLICT ? stepMs * made : undefined;
  const told = retryAfterOf(last);
  if (kind !== 'told' || told === undefined || told >= LONGEST_WAIT_S) return undefined;
  return made <= RETRIES_AS_TOLD ? told * 1000 : undefined;
}

function kindOf({ status, error }: DeliveryAttempt): 'timeout' | 'conflict' | 'told' | 'final' {
  if (error === 'timeout') return 'timeout';
  if (status === 409) return 'conflict';
  return status === 429 || status === 503 ? 'told' : 'final';
}

/** Seconds of a `Retry-After`, when there is one. */
function retryAfterOf({ responseHeaders }: DeliveryAttempt): number | undefined {
  const header = responseHeaders['retry-after'];
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : undefined;
}
