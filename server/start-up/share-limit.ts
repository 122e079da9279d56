import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Limiter } from '../zendesk/index.ts';

export interface SharingOptions {
  readonly ledger: Pick<Ledger, 'beat' | 'leave'>;
  readonly limiter: Limiter;
  readonly log: Logger;
  /** Milliseconds of real time between two beats; 5,000 by default. A process is forgotten after 30 s without one. */
  readonly everyMs?: number;
}

export interface Sharing {
  stop(): Promise<void>;
}

/**
 * Divides the account's rate limit among the processes that are alive. The first beat comes before any call; while
 * the database can't be reached, the last division holds.
 */
export async function startSharing({
  ledger,
  limiter,
  log,
  everyMs = 5_000,
}: SharingOptions): Promise<Sharing> {
  const id = randomUUID();
  let processes = 1;
  const beat = async (): Promise<void> => {
    try {
      // Heartbeats are real time, also where the product's clock is moved.
      const others = await ledger.beat({ id, now: Date.now(), calls: limiter.state().used });
      limiter.divide(others.processes, others.calls);
      if (others.processes !== processes)
        log.info({ processes: others.processes }, 'the rate limit is shared anew');
      processes = others.processes;
    } catch (error) {
      log.warn(
        { error: describeError(error) },
        'the other processes could not be asked for; is the database up?',
      );
    }
  };
  await beat();
  let beating: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    beating = beating.then(beat);
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await beating;
      await ledger.leave(id);
    },
  };
}
