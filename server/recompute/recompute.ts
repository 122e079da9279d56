import { z } from 'zod';
import { DAY } from '../../domain/local-date.ts';
import type { Clock } from '../clock.ts';
import type { Round } from '../jobs/rounds.ts';
import type { Ledger } from '../ledger/index.ts';
import { type BasisOptions, fingerprintOf } from './fingerprint.ts';

export interface WakeOpenDeps {
  readonly ledger: Pick<Ledger, 'openCases' | 'wake'>;
  readonly clock: Clock;
}

const AT_ONCE = 500;

/** Has every open case looked at, after all else: each look counts its dates again. Answers how many. */
export async function wakeOpenCases({ ledger, clock }: WakeOpenDeps): Promise<number> {
  let [after, woken] = [0, 0];
  for (;;) {
    const page = await ledger.openCases({ after, limit: AT_ONCE });
    const last = page.at(-1);
    if (!last) return woken;
    const at = clock.now();
    await ledger.wake(
      page.map(({ currentTicketId }) => ({ ticketId: currentTicketId, at, background: true })),
    );
    woken += page.length;
    after = last.ticketId;
  }
}

const state = z.object({ fingerprint: z.string() });

/**
 * At the start of the service, and once a day: where policies or calendars are not as they were, all open cases are
 * looked at. The first time there is nothing to compare with, and nothing was promised.
 */
export function createRecompute(
  options: BasisOptions & WakeOpenDeps,
  onRecompute: (woken: number) => void,
): Round {
  return {
    name: 'recompute',
    everyMs: DAY,
    atStart: true,
    run: async (turn) => {
      const fingerprint = fingerprintOf(options, options.clock.now());
      const known = state.safeParse(turn.state).data?.fingerprint;
      if (known !== undefined && known !== fingerprint) onRecompute(await wakeOpenCases(options));
      return { state: { fingerprint } };
    },
  };
}
