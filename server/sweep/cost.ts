import { type Instant, MINUTE } from '../../domain/local-date.ts';

/** Sweeping costs at most 1% of the account's limit when nothing is wrong: half for the search, half for the check. */
const SHARE_EACH = 0.005;

/** When a pass that took so many calls may be repeated at the earliest. */
export function stretched(
  startedAt: Instant,
  calls: number,
  { callsPerMinute }: { readonly callsPerMinute: () => number },
): Instant {
  return startedAt + (calls / (callsPerMinute() * SHARE_EACH)) * MINUTE;
}
