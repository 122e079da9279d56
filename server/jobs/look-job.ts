import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { describeError, whereOf } from '../describe-error.ts';
import type { Ledger, WakeState } from '../ledger/index.ts';
import { backoffMs } from './backoff.ts';
import type { Look } from './look.ts';
import { type Claim, ClaimLost } from './queue.ts';

export interface LookJobOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly look: Look;
  /** Milliseconds in which a ticket is not looked at again, whoever wakes it. */
  readonly quietMs: number;
  readonly log: Logger;
}

/** How long a reading older than the webhook is waited for: beyond that the clocks differ, not the reading. */
const STALE_READ_MS = 20_000;

function changeToWaitFor({ changedAt }: WakeState, now: number): number | null {
  return changedAt !== null && Math.abs(now - changedAt) < STALE_READ_MS ? changedAt : null;
}

async function lookAndSettle(options: LookJobOptions, claim: Claim, wake: WakeState): Promise<void> {
  const { ledger, clock, look, quietMs, log } = options;
  const { ticketId } = claim;
  const started = clock.now();
  const changedAt = changeToWaitFor(wake, started);
  const outcome = await look({ ticketId, changedAt, attempts: wake.attempts, signal: claim.signal });
  const nextAt = outcome.nextLookAt === undefined ? null : Math.max(outcome.nextLookAt, clock.now() + 1_000);
  // Quiet is against storms from outside; a look that asks for a sooner one has its reasons.
  const quietUntil = Math.min(started + quietMs, nextAt ?? Number.POSITIVE_INFINITY);
  const settled = await ledger.transaction(async (tx) => {
    await outcome.save(tx);
    const result = await ledger.settleWake(tx, { ticketId, seq: wake.seq, nextAt, quietUntil });
    await claim.complete(tx);
    return result;
  });
  log.debug({ ticketId, settled, nextAt }, 'looked at ticket');
}

/**
 * The job: reads `seq`, looks, and in one transaction saves the case, plans the next wake where `seq` is still the
 * one it read, and ends itself. Rejects only where the database is down; the wake stays due then.
 */
export async function runLookJob(options: LookJobOptions, claim: Claim): Promise<void> {
  const { ledger, clock, quietMs, log } = options;
  const { ticketId } = claim;
  const wake = await ledger.readWake(ticketId);
  // Queued by a tick that had read the wake before the last look settled it.
  if (!wake || wake.wakeAt === null || wake.wakeAt > clock.now()) return;
  try {
    await lookAndSettle(options, claim, wake);
  } catch (error) {
    if (error instanceof ClaimLost || claim.signal.aborted) {
      log.warn({ ticketId }, 'a look was taken over by another process; nothing of it was saved');
      return;
    }
    const wait = backoffMs(wake.attempts, error);
    const now = clock.now();
    const told = { ticketId, attempts: wake.attempts + 1, retryInMs: wait };
    log.error({ ...told, error: describeError(error), at: whereOf(error) }, 'look failed');
    await ledger.failWake({
      ticketId,
      at: now + wait,
      quietUntil: now + quietMs,
      error: describeError(error),
    });
  }
}
