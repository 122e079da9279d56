import { startTicker } from './clock-ticker.ts';

/** The account's clock: it runs with real time, or at a multiple of it, and can be moved forward. */
export interface SandboxClock {
  /** Epoch milliseconds on the account's clock. */
  now(): number;
  /** Moves the clock to an instant (epoch ms or ISO). Throws if that is earlier than now. */
  set(at: number | string): void;
  /** Moves the clock forward by so many milliseconds. Throws if negative. */
  advance(ms: number): void;
  /** How far the clock is ahead of real time, in milliseconds (negative when it started in the past). */
  offset(): number;
  /** How many of its seconds pass in a real one. */
  rate(): number;
  /** Sets how fast it runs: 1 is real time, 60 makes a minute of each second. Throws outside 1 to 86,400. */
  setRate(rate: number): void;
  /**
   * Called after each move, never for the mere passing of real time; while the clock runs at another rate,
   * once a real second too. Returns the way to stop listening.
   */
  onChange(listener: () => void): () => void;
  /** Ends what a rate has started. The clock can still be read. */
  stop(): void;
}

/** A move of the clock that cannot be: backwards, to no instant at all, or too fast. */
export class ClockError extends Error {
  readonly code = 'clock_refused';
}

const FASTEST = 86_400;

/**
 * A running clock.
 * @param start where it starts (ISO); real time if absent
 */
export function createClock(start?: string): SandboxClock {
  const listeners = new Set<() => void>();
  // The clock read `account` when real time was `real`; since then it has run at `rate`.
  let base = { real: Date.now(), account: start === undefined ? Date.now() : instant(start) };
  let rate = 1;
  const now = () => base.account + (Date.now() - base.real) * rate;
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  const ticker = startTicker(changed);
  const move = (ms: number) => {
    if (!(ms >= 0)) throw new ClockError(`The clock only moves forward; asked to move by ${ms} ms.`);
    base = { ...base, account: base.account + ms };
    changed();
  };
  return {
    now,
    offset: () => now() - Date.now(),
    rate: () => rate,
    advance: move,
    set(at) {
      const target = typeof at === 'number' ? at : instant(at);
      const ms = target - now();
      if (!(ms >= 0)) {
        const from = new Date(now()).toISOString();
        throw new ClockError(`The clock only moves forward: it is ${from}, asked for ${String(at)}.`);
      }
      move(ms);
    },
    setRate(next) {
      if (!(next >= 1 && next <= FASTEST))
        throw new ClockError(`The clock's rate is a number from 1 to ${FASTEST}; asked for ${next}.`);
      base = { real: Date.now(), account: now() };
      rate = next;
      ticker.runWhile(rate !== 1);
      changed();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => ticker.runWhile(false),
  };
}

function instant(text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new ClockError(`"${text}" is no instant; write it as 2026-04-08T09:00:00Z.`);
  return ms;
}
