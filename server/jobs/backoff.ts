import { isZendeskError } from '../zendesk/errors.ts';

const FIRST_MS = 2_000;
const LONGEST_MS = 600_000;

/** Milliseconds until a failed look is repeated: doubling from 2 s to 10 min, a fifth more or less, or as told. */
export function backoffMs(attempts: number, error: unknown, random: () => number = Math.random): number {
  const doubled = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts, 20));
  const spread = Math.round(doubled * (0.8 + 0.4 * random()));
  const told = isZendeskError(error) ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(spread, told);
}
