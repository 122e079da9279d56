/** The present, as whatever decides is told it. The demo and the tests hand in a movable one. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => Date.now() };
