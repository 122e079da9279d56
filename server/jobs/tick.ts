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
  readonly log: Logger;
}

export interface Tick {
  /** Ticks now, or once more where one is under way. */
  poke(): void;
  stop(): Promise<void>;
}

const AT_ONCE = 500;

async function queueDue({ ledger, queue, clock, mostBackground }: TickOptions): Promise<number | undefined> {
  await queue.add(await ledger.dueWakes(clock.now(), AT_ONCE, mostBackground));
  return ledger.nextWakeAt(clock.now());
}

/** Puts due wakes into the queue, and deletes nothing: a wake stays due until its look has settled it. */
export function startTick(options: TickOptions): Tick {
  const { clock, intervalMs, log } = options;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    let next: number | undefined;
    do {
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
