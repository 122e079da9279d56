/** The account's clock: it runs with real time and can be moved forward. */
export interface SandboxClock {
  /** Epoch milliseconds on the account's clock. */
  now(): number;
  /** Moves the clock to an instant (epoch ms or ISO). Throws if that is earlier than now. */
  set(at: number | string): void;
  /** Moves the clock forward by so many milliseconds. Throws if negative. */
  advance(ms: number): void;
  /** How far the clock is ahead of real time, in milliseconds (negative when it started in the past). */
  offset(): number;
  /** Called after each move, never for the mere passing of time. Returns the way to stop listening. */
  onChange(listener: () => void): () => void;
}

/** A move of the clock that cannot be: backwards, or to no instant at all. */
export class ClockError extends Error {
  readonly code = 'clock_refused';
}

/**
 * A running clock.
 * @param start where it starts (ISO); real time if absent
 */
export function createClock(start?: string): SandboxClock {
  const listeners = new Set<() => void>();
  let offset = start === undefined ? 0 : instant(start) - Date.now();
  const now = () => Date.now() + offset;
  const move = (ms: number) => {
    if (!(ms >= 0)) throw new ClockError(`The clock only moves forward; asked to move by ${ms} ms.`);
    offset += ms;
    for (const listener of [...listeners]) listener();
  };
  return {
    now,
    offset: () => offset,
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
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function instant(text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new ClockError(`"${text}" is no instant; write it as 2026-04-08T09:00:00Z.`);
  return ms;
}
