import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { describeError } from '../describe-error.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Queue } from './queue.ts';

export interface TickOptions {
  readonly ledger: Ledger;
  readonly queue: Queue;
  readonly clock: Clock;
  /** Milliseconds between ticks where nobody pokes: what a lost notice costs at most. */
  readonly intervalMs: number;
  /** Looks that may wait for others, queued or under way, at the same time: the queue serves in order of arrival. */
  readonly mostBackground: number;
  /** Looks that are queued at once. As many as all processes get through between two ticks, for what is due is all asked again. */
  readonly atOnce: number;
  readonly log: Logger;
}

export interface Tick {
  /** Ticks now, or once more where one is under way. */
  poke(): void;
  stop(): Promise<void>;
}

/** Between two ticks, however often they are poked: a thousand webhooks a second are twenty ticks and not a thousand. */
const APART_MS = 50;

async function queueDue({
  ledger,
  queue,
  clock,
  mostBackground,
  atOnce,
}: TickOptions): Promise<number | undefined> {
  await queue.add(await ledger.dueWakes(clock.now(), atOnce, mostBackground));
  return ledger.nextWakeAt(clock.now());
}

/** Puts due wakes into the queue, and deletes nothing: a wake stays due until its look has settled it. */
export function startTick(options: TickOptions): Tick {
  const { clock, intervalMs, log } = options;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let begunAt = Number.NEGATIVE_INFINITY;

  const run = async (): Promise<void> => {
    let next: number | undefined;
    do {
      const early = begunAt + APART_MS - performance.now();
      if (early > 0) await delay(early);
      begunAt = performance.now();
      again = false;
      next = await queueDue(options).catch((error: unknown) => {
        log.error({ error: describeError(error) }, 'tick failed; is the database up?');
        return undefined;
      });
    } while (again && !stopped);
    running = undefined;
    if (stopped) return;
    const wait = next === undefined ? intervalMs : Math.min(intervalMs, Math.max(5, next - clock.now()));
    timer = setTimeout(poke, wait);
  };

  const poke = (): void => {
    if (stopped) return;
    clearTimeout(timer);
    again = true;
    running ??= run();
  };

  poke();
  return {
    poke,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
