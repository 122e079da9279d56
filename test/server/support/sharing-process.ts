import type { Ledger } from '../../../server/ledger/index.ts';
import { type Sharing, startSharing } from '../../../server/start-up/share-limit.ts';
import type { Waits } from '../../../server/waits.ts';
import { createLimiter, type LimitedRequest } from '../../../server/zendesk/limiter.ts';
import { testLog } from './log.ts';

/** What happens to a question to the database: it never arrives, its answer never does, or nothing. */
export type Fate = 'lost' | 'unanswered' | 'answered';

/** What all processes of a simulation have in common. */
export interface Shared {
  readonly ledger: Ledger;
  readonly waits: Waits;
  readonly now: () => number;
  readonly share: number;
  /** Of the next question that a process asks. */
  readonly fate: () => Fate;
  /** Questions that have no answer yet. */
  readonly asked: Set<Promise<unknown>>;
}

/** How a call goes: how long it takes, and when within that Zendesk counts it. */
export interface CallPlan {
  readonly request: LimitedRequest;
  readonly takesMs: number;
  readonly arrivesAfterMs: number;
  readonly arrived: (request: LimitedRequest, at: number) => void;
}

export interface SharingProcess {
  /** Resolves when the call has ended, was refused, or its process was killed. */
  call(plan: CallPlan): Promise<void>;
  stop(): Promise<void>;
  /** It does nothing from now on, and gives nothing back; what it has sent arrives all the same. */
  kill(): void;
}

const REPLY = { status: 200, headers: new Headers({ 'x-rate-limit': '240' }) };

/** A process that takes part in the division, on a clock of its own making, and may end without a word. */
export async function startProcess({
  ledger,
  waits,
  now,
  share,
  fate,
  asked,
}: Shared): Promise<SharingProcess> {
  let isKilled = false;
  const never = new Promise<never>(() => {});
  const alive = async <T>(promise: Promise<T>): Promise<T> => {
    const result = await promise;
    return isKilled ? never : result;
  };
  const ownWaits: Waits = { ...waits, pause: (ms, signal) => alive(waits.pause(ms, signal)) };
  const beat = async (...told: Parameters<Ledger['beat']>) => {
    const decided = fate();
    if (decided === 'lost') throw new Error('lost');
    const others = await ledger.beat(...told);
    if (decided === 'unanswered') throw new Error('unanswered');
    return others;
  };
  const limiter = createLimiter({ share, waits: ownWaits, maxWaitMs: 40_000 });
  const starting: Promise<Sharing> = startSharing({
    ledger: {
      leave: ledger.leave,
      beat: (...told) => {
        const asking = beat(...told).finally(() => asked.delete(asking));
        asked.add(asking);
        return alive(asking);
      },
    },
    limiter,
    log: testLog().log,
    waits: ownWaits,
    now,
  });
  const sharing = await starting;
  return {
    call: async ({ request, takesMs, arrivesAfterMs, arrived }) => {
      const admission = await limiter.admit(request).catch(() => undefined);
      if (!admission || isKilled) return;
      arrived(request, waits.elapsed() + arrivesAfterMs);
      await waits.pause(takesMs);
      if (!isKilled) admission.ended(REPLY);
    },
    stop: () => sharing.stop(),
    kill: () => {
      isKilled = true;
    },
  };
}
