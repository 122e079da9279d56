import type { Instant } from '../../domain/local-date.ts';
import type { LedgerTx, Seen } from '../ledger/index.ts';

/** One look, and what is known about the wake that led to it. */
export interface LookRequest {
  readonly ticketId: number;
  /**
   * When the ticket changed lately, as a webhook told: where the ticket read is older, the reading is out of date and
   * should be looked at again a second later. Null where nobody told, or too long ago to wait for.
   */
  readonly changedAt: Instant | null;
  /** Looks that failed since the last one that didn't. */
  readonly attempts: number;
  /** Whether the look may wait for others: its calls come after theirs. */
  readonly background: boolean;
  /** Aborted when the job was taken away or the service stops: what the look would save will not be saved. */
  readonly signal: AbortSignal;
}

export interface LookOutcome {
  /** When to look again without being woken, on the product's clock. A time that has passed means in a second. */
  readonly nextLookAt: Instant | undefined;
  /** Whether that look may wait for others, as one that only makes sure of something. */
  readonly nextMayWait?: boolean;
  /** The state of the ticket that was seen; left out where none was, as with a deleted one. */
  readonly seen?: Seen;
  /** Writes the case; committed together with the wake that follows, or not at all. */
  save(tx: LedgerTx): Promise<void>;
}

/**
 * Reads a ticket, decides what should be true, writes the difference. Called at least once for each wake and never
 * twice at a time for one ticket. A rejection is a failed look: it is repeated with growing pauses, after a
 * ZendeskError no sooner than its `retryAfterMs`.
 */
export type Look = (request: LookRequest) => Promise<LookOutcome>;
