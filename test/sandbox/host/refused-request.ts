/** A request that the proxy won't make, in words that say what to change. */
export class RefusedRequest extends Error {}
