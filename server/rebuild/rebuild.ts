import type { Clock } from '../clock.ts';
import type { Ledger, RebuildFailure, RebuildProgress } from '../ledger/index.ts';
import type { Waits } from '../waits.ts';
import type { ZendeskPort, ZendeskRest } from '../zendesk/port.ts';
import { findAll, ordered } from './list.ts';
import { endNeed } from './needed.ts';
import { type Recovered, recoverDeleted } from './recover-deleted.ts';
import type { RecoverDeps } from './recovered-case.ts';

export interface RebuildOptions extends RecoverDeps {
  readonly rest: Pick<ZendeskRest, 'get' | 'list'>;
  readonly zendesk: Pick<ZendeskPort, 'ticket'>;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly waits: Waits;
  /** Begin with a new search, also where a rebuild was cut off. */
  readonly again: boolean;
  readonly signal: AbortSignal;
  readonly report: RebuildReport;
}

export interface RebuildReport {
  /** While the account is searched. */
  readonly found: (count: number) => void;
  /** What became of the deleted tickets. */
  readonly recovered: (recovered: Recovered) => void;
  readonly goingOn: (progress: RebuildProgress) => void;
  /** From time to time; `leftMs`: the estimate, undefined until there is one. */
  readonly progress: (progress: RebuildProgress, leftMs: number | undefined) => void;
}

export type RebuildResult =
  | { readonly kind: 'done'; readonly tickets: number; readonly failures: readonly RebuildFailure[] }
  /** Ended by the signal; the next call goes on from there. */
  | { readonly kind: 'interrupted'; readonly done: number; readonly all: number };

/** How often the list is asked how far it is; looks take longer than that. */
const POLL_MS = 500;

/** Makes the list of what to look at, or takes up the one that is there. */
async function begin(options: RebuildOptions): Promise<void> {
  const { ledger, again, report } = options;
  const left = await ledger.rebuildProgress();
  if (left.all > 0 && !again) return report.goingOn(left);
  const found = await findAll({ ...options, onFound: report.found });
  report.recovered(await recoverDeleted(found, options));
  await ledger.listRebuild(ordered(found));
}

/** Wakes a generation, the oldest ticket first; the looks may wait for all others. */
async function wakeGeneration({ ledger, clock }: RebuildOptions, generation: number): Promise<void> {
  const left = await ledger.rebuildLeft(generation);
  // All due, in the order of their age.
  const first = clock.now() - left.length;
  await ledger.wake(left.map(({ ticketId }, index) => ({ ticketId, at: first + index, background: true })));
}

/** The rest at the pace so far. */
function createEstimate({ waits }: RebuildOptions) {
  const started = waits.elapsed();
  let before: number | undefined;
  return ({ done, all }: RebuildProgress): number | undefined => {
    before ??= done;
    const pace = (done - before) / (waits.elapsed() - started);
    return pace > 0 ? (all - done) / pace : undefined;
  };
}

async function workOff(options: RebuildOptions): Promise<void> {
  const { ledger, waits, signal, report } = options;
  const leftMs = createEstimate(options);
  let woken: number | undefined;
  for (;;) {
    signal.throwIfAborted();
    const progress = await ledger.rebuildProgress();
    report.progress(progress, leftMs(progress));
    const { generation } = progress;
    if (generation === undefined) return;
    if (generation !== woken) await wakeGeneration(options, generation);
    woken = generation;
    await waits.pause(POLL_MS, signal);
  }
}

/**
 * Has every complaint ticket of the account looked at, which fills the ledger; whoever runs jobs on it does the looks.
 * Tombstones stay out. A look writes to a ticket only where that does not say what it should, as any look.
 * Rejects with a ZendeskError where the account can't be searched.
 */
export async function rebuild(options: RebuildOptions): Promise<RebuildResult> {
  const { ledger, signal } = options;
  try {
    await begin(options);
    await workOff(options);
  } catch (error) {
    if (!signal.aborted) throw error;
    const { done, all } = await ledger.rebuildProgress();
    return { kind: 'interrupted', done, all };
  }
  const [{ all }, failures] = [await ledger.rebuildProgress(), await ledger.rebuildFailures()];
  if (failures.length === 0) {
    await ledger.endRebuild();
    await endNeed(ledger);
  }
  return { kind: 'done', tickets: all, failures };
}
