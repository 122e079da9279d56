import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { describeError } from '../describe-error.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Look } from './look.ts';
import { runLookJob } from './look-job.ts';
import { createQueue } from './queue.ts';
import { startTick } from './tick.ts';

export type { Look, LookOutcome, LookRequest } from './look.ts';

export interface JobsOptions {
  readonly databaseUrl: string;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly look: Look;
  readonly log: Logger;
  /** Looks at the same time in this process; 4 by default. */
  readonly concurrency?: number;
  /** Milliseconds in which a ticket is looked at once at most; 3,000 by default. */
  readonly quietMs?: number;
  /** Milliseconds between ticks where nobody pokes; 2,000 by default. */
  readonly tickMs?: number;
  /** Seconds after which a killed process's job is taken back; 10 by default, which is the least. */
  readonly heartbeatSeconds?: number;
  /** Seconds between two checks for such jobs; 5 by default. */
  readonly superviseSeconds?: number;
}

export interface Jobs {
  /** Compares the wakes with the clock now: after a wake, or when the clock was moved. */
  poke(): void;
  /** Ends the looks under way in order, for up to `timeoutMs`; what isn't done then is looked at again elsewhere. */
  stop(timeoutMs: number): Promise<void>;
}

/** Looks that a tick queues, where few are done at the same time. */
const LEAST_AT_ONCE = 100;

/** Looks at tickets as their wakes fall due. The wakes go by `clock`, the queue itself by real time. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { databaseUrl, ledger, clock, look, log, concurrency = 4, quietMs = 3_000, tickMs = 2_000 } = options;
  const { heartbeatSeconds = 10, superviseSeconds = 5 } = options;
  const queue = createQueue({ databaseUrl, concurrency, heartbeatSeconds, superviseSeconds, log });
  let tick: ReturnType<typeof startTick> | undefined;
  await queue.start(async (claim) => {
    try {
      await runLookJob({ ledger, clock, look, quietMs, log }, claim);
    } catch (error) {
      // Not told to the queue, which would store it; the wake is still due and the tick will bring it back.
      log.error(
        { ticketId: claim.ticketId, error: describeError(error) },
        'a look could not be settled; is the database up?',
      );
    }
    tick?.poke();
  });
  // One worker is always there for looks that can't wait.
  const mostBackground = Math.max(1, concurrency - 1);
  const atOnce = Math.max(LEAST_AT_ONCE, 10 * concurrency);
  const ticking = startTick({ ledger, queue, clock, intervalMs: tickMs, mostBackground, atOnce, log });
  tick = ticking;
  const listener = await ledger.onWake(ticking.poke);
  return {
    poke: ticking.poke,
    stop: async (timeoutMs) => {
      await listener.stop();
      await ticking.stop();
      await queue.stop(timeoutMs);
    },
  };
}
