import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Instant } from '../../domain/local-date.ts';
import type { Clock } from '../clock.ts';
import { describeError, whereOf } from '../describe-error.ts';
import type { Ledger, RunClaim } from '../ledger/index.ts';
import type { Waits } from '../waits.ts';

/** One pass of a round. */
export interface Turn {
  /** What the pass before left, also one that was cut off: outside data. */
  readonly state: unknown;
  /** When the last pass that was completed ended; null where none was. */
  readonly finishedAt: Instant | null;
  /** Aborted when the service stops. */
  readonly signal: AbortSignal;
  /** Saves where the pass stands, so that another process can go on from there. Rejects where one has done so. */
  keep(state: unknown): Promise<void>;
}

export interface TurnEnd {
  /** What the next pass finds. */
  readonly state: unknown;
  /** Not before; for a pass that has cost much. */
  readonly notBefore?: Instant;
}

/** Something done again and again on the product's clock, by one process at a time. */
export interface Round {
  readonly name: string;
  readonly everyMs: number;
  /** Also when a process starts, whether or not it is due. */
  readonly atStart?: boolean;
  run(turn: Turn): Promise<TurnEnd>;
}

export interface RoundsOptions {
  readonly ledger: Pick<Ledger, 'takeRun' | 'keepRun' | 'endRun'>;
  readonly clock: Clock;
  readonly waits: Waits;
  readonly log: Logger;
  readonly rounds: readonly Round[];
  /** Milliseconds between two looks at what is due, where nobody pokes; 5,000 by default. */
  readonly checkMs?: number;
}

export interface Rounds {
  /** Looks at what is due now; to be called when the clock was moved. */
  poke(): void;
  /** Cuts passes off; what they had kept is gone on from. */
  stop(): Promise<void>;
}

/** By real time: a process that was not heard of for so long has died. */
const LEASE_MS = 120_000;
/** A pass that failed is tried again after this long, on the product's clock. */
const AGAIN_MS = 30_000;

/** Another process has taken the round over, because this one was not heard of. */
export class RoundLost extends Error {
  override readonly name = 'RoundLost';
}

type Deps = RoundsOptions & { readonly holder: string; readonly signal: AbortSignal };

function claimOf({ name }: Round, { holder }: Deps): RunClaim {
  const realNow = Date.now();
  return { name, holder, realNow, until: realNow + LEASE_MS };
}

/** False where it is not due, or somebody else is at it. */
async function pass(round: Round, deps: Deps, evenIfNotDue: boolean): Promise<boolean> {
  const { ledger, clock, signal, holder } = deps;
  const startedAt = clock.now();
  const taken = await ledger.takeRun({ ...claimOf(round, deps), now: evenIfNotDue ? null : startedAt });
  if (!taken) return false;
  const { name } = round;
  try {
    const { state, notBefore = startedAt } = await round.run({
      ...taken,
      signal,
      keep: async (kept) => {
        signal.throwIfAborted();
        if (!(await ledger.keepRun(claimOf(round, deps), kept))) throw new RoundLost(name);
      },
    });
    const dueAt = Math.max(startedAt + round.everyMs, notBefore);
    await ledger.endRun({ name, holder, dueAt, state, finishedAt: clock.now() });
    return true;
  } catch (error) {
    await ledger.endRun({
      name,
      holder,
      dueAt: signal.aborted ? startedAt : clock.now() + Math.min(AGAIN_MS, round.everyMs),
    });
    throw error;
  }
}

/** @param started those that were done at the start, or need not be */
async function passAll(deps: Deps, started: Set<Round>): Promise<void> {
  const { rounds, log, signal } = deps;
  for (const round of rounds) {
    if (signal.aborted) return;
    const done = await pass(round, deps, !started.has(round)).catch((error: unknown) => {
      if (signal.aborted || error instanceof RoundLost) return false;
      log.error(
        { round: round.name, error: describeError(error), at: whereOf(error) },
        'a round failed; it is done again soon',
      );
      return false;
    });
    if (done) started.add(round);
  }
}

/** Does each round when it is due, one after the other, until it is stopped. */
export function startRounds(options: RoundsOptions): Rounds {
  const { waits, checkMs = 5_000 } = options;
  const stopping = new AbortController();
  const deps: Deps = { ...options, holder: randomUUID(), signal: stopping.signal };
  let poked = new AbortController();

  const loop = async (): Promise<void> => {
    const started = new Set(deps.rounds.filter((round) => !round.atStart));
    while (!stopping.signal.aborted) {
      poked = new AbortController();
      await passAll(deps, started);
      if (!stopping.signal.aborted) await waits.pause(checkMs, poked.signal);
    }
  };
  const ended = loop();
  return {
    poke: () => poked.abort(),
    stop: async () => {
      stopping.abort();
      poked.abort();
      await ended;
    },
  };
}
