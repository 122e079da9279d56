import type { Waits } from '../waits.ts';
import type { BudgetCall } from './budget.ts';

export interface Waiter {
  readonly call: BudgetCall;
  readonly since: number;
  readonly admit: () => void;
  /** `retryAfterMs`: how long it would have had to wait yet, at least. */
  readonly refuse: (retryAfterMs: number) => void;
}

export interface WaitingLineOptions {
  readonly waits: Waits;
  /** Milliseconds that a call may wait. */
  readonly maxWaitMs: number;
  /** Ends all waiting. */
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds until it may be worth asking again, 0: now; `answer`: nobody knows, and `turn` is called then. */
export type Wait = number | 'answer';

export interface WaitingLine {
  add(waiter: Waiter): void;
  /** Lets go whoever may go now; to be called whenever something changed. */
  turn(): void;
  /** Those who wait, looks first. */
  calls(): readonly BudgetCall[];
  length(): number;
}

/** Who waits, and when to look at them again. Nobody is forgotten: every change and the end of every wait looks. */
export function createWaitingLine(
  { waits, maxWaitMs, signal }: WaitingLineOptions,
  waitFor: (call: BudgetCall) => Wait,
): WaitingLine {
  let waiting: Waiter[] = [];
  let alarm = new AbortController();

  const turn = (): void => {
    alarm.abort();
    const now = waits.elapsed();
    let soonest = Number.POSITIVE_INFINITY;
    const left: Waiter[] = [];
    const inOrder = [...waiting].sort(
      (a, b) => Number(a.call.kind === 'background') - Number(b.call.kind === 'background'),
    );
    for (const waiter of inOrder) {
      const wait = waitFor(waiter.call);
      const patience = waiter.since + maxWaitMs - now;
      const least = wait === 'answer' ? 1 : wait;
      if (least <= 0) waiter.admit();
      // An answer comes in a moment, also while the service stops: looks under way are left to finish.
      else if (least > patience || (signal?.aborted && wait !== 'answer')) waiter.refuse(least);
      else {
        left.push(waiter);
        soonest = Math.min(soonest, wait === 'answer' ? patience : wait, patience);
      }
    }
    waiting = left;
    if (waiting.length > 0) setAlarm(Math.max(1, soonest));
  };

  const setAlarm = (ms: number): void => {
    alarm = new AbortController();
    void waits.pause(ms, alarm.signal).then((how) => {
      if (how === 'over') turn();
    });
  };

  signal?.addEventListener('abort', turn, { once: true });
  return {
    turn,
    add: (waiter: Waiter): void => {
      waiting.push(waiter);
      turn();
    },
    calls: () => waiting.map(({ call }) => call),
    length: () => waiting.length,
  };
}
