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
