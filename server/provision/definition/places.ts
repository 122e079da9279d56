/**
 * A place in a letter that the agent fills in or deletes before sending: `[…what we have found so far…]`.
 *
 * The sidebar refuses to let a reply go out in which `[…` remains. It can't import this file (`app` never imports
 * `server`), so the two agree on the convention alone: an opening bracket followed at once by an ellipsis (U+2026).
 */
export const PLACE_TO_FILL = /\[…[^\]]*\]/u;

/** A place to fill, as written into a letter. */
export const place = (what: string): string => `[…${what}…]`;
