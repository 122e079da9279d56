import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { describeError, whereOf } from '../describe-error.ts';
import { type Ledger, QUIET_AT_MOST_MS, type WakeState } from '../ledger/index.ts';
import { withLogContext } from '../log.ts';
import { inBackground } from '../zendesk/index.ts';
import { afterFailure } from './backoff.ts';
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

/** So many times the quiet time, for a ticket that doesn't come to rest. */
const STORM = 3;

/**
 * How long the ticket is left alone from now on. Woken again before its last quiet time was over, it changes all the
 * time: then longer, so that a storm of seconds is three looks and one of hours isn't a look every quiet time.
 */
function quietFor({ wakeAt, quietUntil, attempts }: WakeState, quietMs: number, now: number): number {
  const wasOver = quietUntil !== null && quietUntil <= now;
  const inStorm = attempts === 0 && wasOver && wakeAt !== null && wakeAt < quietUntil;
  return inStorm ? Math.min(STORM * quietMs, QUIET_AT_MOST_MS) : quietMs;
}

async function lookAndSettle(options: LookJobOptions, claim: Claim, wake: WakeState): Promise<void> {
  const { ledger, clock, look, quietMs, log } = options;
  const { ticketId } = claim;
  const started = clock.now();
  const changedAt = changeToWaitFor(wake, started);
  const { attempts, background } = wake;
  const request = { ticketId, changedAt, attempts, background, signal: claim.signal };
  const outcome = await (background ? inBackground(() => look(request)) : look(request));
  const nextAt = outcome.nextLookAt === undefined ? null : Math.max(outcome.nextLookAt, clock.now() + 1_000);
  // Quiet is against storms from outside; a look that asks for a sooner one has its reasons.
  const quietUntil = Math.min(started + quietFor(wake, quietMs, started), nextAt ?? Number.POSITIVE_INFINITY);
  const settled = await ledger.transaction(async (tx) => {
    await outcome.save(tx);
    const seen = outcome.seen ? { seen: outcome.seen } : {};
    const next = { nextAt, nextMayWait: outcome.nextMayWait ?? false };
    const result = await ledger.settleWake(tx, { ticketId, seq: wake.seq, ...next, quietUntil, ...seen });
    await claim.complete(tx);
    return result;
  });
  log.debug({ ticketId, settled, nextAt }, 'looked at ticket');
}

/** Erased, or kept long enough: its ticket may be touched by whoever likes, the service leaves it alone. */
async function forget({ ledger, clock }: LookJobOptions, claim: Claim, { seq }: WakeState): Promise<void> {
  const { ticketId } = claim;
  await ledger.transaction(async (tx) => {
    await ledger.settleWake(tx, { ticketId, seq, nextAt: null, quietUntil: clock.now() });
    await claim.complete(tx);
  });
}

/** Says when the look is repeated, and where a person must help, that it has to be seen. */
async function fail(options: LookJobOptions, claim: Claim, wake: WakeState, error: unknown): Promise<void> {
  const { ledger, clock, quietMs, log } = options;
  const { ticketId } = claim;
  const now = clock.now();
  const failed = afterFailure(error, wake, now);
  const told = {
    ticketId,
    code: failed.code,
    class: failed.class,
    attempts: wake.attempts + 1,
    retryInMs: failed.waitMs,
    gaveUp: failed.gaveUpAt !== null,
    error: describeError(error),
    at: whereOf(error),
  };
  if (failed.gaveUpAt !== null) log.error(told, 'look failed: a person must help');
  else if (failed.class === 'give_up' || failed.class === 'outage') log.error(told, 'look failed');
  else log.warn(told, 'look failed; it may pass by itself');
  await ledger.failWake({
    ticketId,
    seq: wake.seq,
    at: now + failed.waitMs,
    atIfWoken: now + failed.wokenWaitMs,
    quietUntil: now + quietMs,
    error: describeError(error),
    code: failed.code,
    gaveUpAt: failed.gaveUpAt,
  });
}

/**
 * The job: reads `seq`, looks, and in one transaction saves the case, plans the next wake where `seq` is still the
 * one it read, and ends itself. Rejects only where the database is down; the wake stays due then.
 */
export async function runLookJob(options: LookJobOptions, claim: Claim): Promise<void> {
  const { ledger, clock, log } = options;
  const { ticketId } = claim;
  const wake = await ledger.readWake(ticketId);
  // Queued by a tick that had read the wake before the last look settled it.
  if (!wake || wake.wakeAt === null || wake.wakeAt > clock.now()) return;
  if (await ledger.isTombstoned(ticketId)) return forget(options, claim, wake);
  await withLogContext({ ticketId, correlation: wake.correlation ?? randomUUID() }, async () => {
    try {
      await lookAndSettle(options, claim, wake);
    } catch (error) {
      if (!(error instanceof ClaimLost || claim.signal.aborted)) return fail(options, claim, wake, error);
      log.warn({ ticketId }, 'a look was taken over by another process; nothing of it was saved');
    }
  });
}
