import type { Clock } from '../../../server/clock.ts';

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  advance(ms: number): void;
}

export function movableClock(start: string | number = '2026-04-08T09:00:00Z'): MovableClock {
  let at = new Date(start).getTime();
  return {
    now: () => at,
    advance: (ms) => {
      at += ms;
    },
  };
}

/** A clock that runs with the machine's, and can be moved ahead as well. */
export function runningClock(): MovableClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
