/** Access tokens hold for 30 minutes unless a client asks for another time. */
export const DEFAULT_LIFETIME_S = 1800;
/** Shortest and longest time a client may ask for: five minutes and two days. */
export const SHORTEST_LIFETIME_S = 300;
export const LONGEST_LIFETIME_S = 172_800;
