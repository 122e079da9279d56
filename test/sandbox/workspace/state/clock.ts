import { createStore, type Store } from './store.ts';

/** The sandbox's time in the page: real time plus an offset in milliseconds. */
export interface PageClock {
  offset: Store<number>;
  /** Ticks once a second and when the clock is moved; holds epoch milliseconds. */
  ticks: Store<number>;
  now(): number;
}

export function createPageClock(initialOffset: number): PageClock {
  const offset = createStore(initialOffset);
  const now = () => Date.now() + offset.get();
  const ticks = createStore(now());
  offset.subscribe(() => ticks.set(now()));
  setInterval(() => ticks.set(now()), 1000);
  return { offset, ticks, now };
}

/** The instant so many working days (Monday to Friday, UTC) later, in milliseconds to advance. */
export function untilNextWorkingDay(now: number): number {
  const day = 24 * 60 * 60 * 1000;
  const weekday = new Date(now).getUTCDay();
  if (weekday === 5) return 3 * day;
  if (weekday === 6) return 2 * day;
  return day;
}
