/** Staff of the demo's seed: an administrator, an English agent of group 501, a German one of group 502. */
export const PRIYA = 1002;
export const TOM = 1003;
export const ANNA = 1004;
