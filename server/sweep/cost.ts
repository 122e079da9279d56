import { MINUTE } from '../../domain/local-date.ts';

/** Sweeping costs at most 1% of the account's limit when nothing is wrong: half for the search, half for the check. */
const SHARE_EACH = 0.005;
/** What the search may cost where so much has changed that it would be too slow for half a percent. */
const SHARE_IN_A_RUSH = 0.1;

/** What no webhook told of is found within so long of the moment it could be seen. */
export const FOUND_WITHIN_MS = 10 * MINUTE;
/** A search begins again so long after the one before, since it takes a while itself. */
const BEGINS_WITHIN_MS = 8 * MINUTE;

const spread = (calls: number, share: number, callsPerMinute: number): number =>
  (calls / (callsPerMinute * share)) * MINUTE;

/** Milliseconds after which a pass that took so many calls may begin again, for half a percent of the limit. */
export function restAfter(calls: number, callsPerMinute: number): number {
  return spread(calls, SHARE_EACH, callsPerMinute);
}

/**
 * The same for the search. Where half a percent isn't enough to find everything in time, it is passed, up to 10% of
 * the limit: that there is so much to see is no time to look away. Beyond that it is late, and says so.
 */
export function restAfterSearch(calls: number, callsPerMinute: number): number {
  const careful = Math.min(restAfter(calls, callsPerMinute), BEGINS_WITHIN_MS);
  return Math.max(careful, spread(calls, SHARE_IN_A_RUSH, callsPerMinute));
}
