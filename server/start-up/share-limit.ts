import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Waits } from '../waits.ts';
import type { Limiter } from '../zendesk/index.ts';

export interface SharingOptions {
  readonly ledger: Pick<Ledger, 'beat' | 'leave'>;
  readonly limiter: Limiter;
  readonly log: Logger;
  readonly waits: Waits;
  /** Real time in epoch milliseconds, also where the product's clock is moved; the machine's by default. */
  readonly now?: () => number;
  /** Milliseconds between two beats where nobody asks for more; 5,000 by default. Forgotten after 30 s without one. */
  readonly everyMs?: number;
}

export interface Sharing {
  stop(): Promise<void>;
}

type Deps = Required<SharingOptions> & { readonly id: string };

/** Tells the others what this process has used, and takes what it needs. Rejects where the database can't be asked. */
async function beat({ id, ledger, limiter, waits, now: realTime }: Deps): Promise<number> {
  const claim = limiter.claim();
  try {
    const told = { id, now: realTime(), limit: claim.limit, keys: claim.keys };
    const { processes } = await ledger.beat(told, (others) => {
      const now = realTime();
      return claim
        .decide(others)
        .map(({ key, calls, forMs }) => ({ key, calls, until: now + Math.ceil(forMs / (waits.speed ?? 1)) }));
    });
    claim.granted();
    return processes;
  } catch (error) {
    claim.failed();
    throw error;
  }
}

/** Beats one at a time, and says when the division changes or can't be asked for. */
function createBeats(deps: Deps) {
  const { log } = deps;
  let [processes, isDown] = [1, false];
  let [underWay, again]: [Promise<void> | undefined, boolean] = [undefined, false];
  const once = async (): Promise<void> => {
    try {
      const counted = await beat(deps);
      if (counted !== processes || isDown) log.info({ processes: counted }, 'the rate limit is shared anew');
      [processes, isDown] = [counted, false];
    } catch (error) {
      if (!isDown)
        log.warn(
          { error: describeError(error) },
          'the other processes could not be asked for, so nothing is asked of Zendesk; is the database up?',
        );
      isDown = true;
    }
  };
  const next = (): Promise<void> => {
    if (underWay) {
      again = true;
      return underWay;
    }
    underWay = once().finally(() => {
      underWay = undefined;
      if (!again) return;
      again = false;
      void next();
    });
    return underWay;
  };
  return {
    next,
    /** Resolves when none is under way. */
    rest: async (): Promise<void> => {
      while (underWay) await underWay;
    },
  };
}

/**
 * Splits the account's rate limit among the processes that are alive. Each call counts in the database before it is
 * made, so that no start, stop or crash of a process lets more through than the share; while the database can't be
 * reached, no call is made. A process that is idle keeps nothing from the others.
 */
export async function startSharing(options: SharingOptions): Promise<Sharing> {
  const { ledger, limiter, waits, everyMs = 5_000, now = Date.now } = options;
  const deps: Deps = { ...options, everyMs, now, id: randomUUID() };
  const stopping = new AbortController();
  const beats = createBeats(deps);
  limiter.shareWith(() => {
    if (!stopping.signal.aborted) void beats.next();
  });
  await beats.next();
  const loop = async (): Promise<void> => {
    // In real time, by which processes are forgotten, however fast the waits are.
    const pauseMs = everyMs * (waits.speed ?? 1);
    while ((await waits.pause(pauseMs, stopping.signal)) === 'over') await beats.next();
  };
  const ended = loop();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
      await beats.rest();
      // What is not used is given back; what was used counts until its minute is over.
      await beat(deps);
      await ledger.leave(deps.id);
    },
  };
}
