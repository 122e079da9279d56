/** At most a quarter: provisioning can wait, agents and the service can't. */
const MOST = 25;
const LEAST = 5;

/**
 * Percent of the account's rate limit that provisioning may use beside the service. It is a process of its own and
 * counts its calls by itself, so what the service may use is left alone.
 * @param serviceShare percent that the service may use
 */
export const shareBeside = (serviceShare: number): number =>
  Math.max(LEAST, Math.min(MOST, 100 - serviceShare));
