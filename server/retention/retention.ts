import { DAY, type Instant } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { expiresAt, retainingPolicy } from '../../domain/retention.ts';
import type { Clock } from '../clock.ts';
import type { Round } from '../jobs/rounds.ts';
import type { Ledger, OverCase } from '../ledger/index.ts';

export interface RetentionOptions {
  readonly ledger: Pick<Ledger, 'casesOver' | 'isStillOver' | 'buryCase' | 'transaction'>;
  readonly policies: readonly Policy[];
  readonly clock: Clock;
}

export interface ExpiredCase extends OverCase {
  /** Since when the policy no longer keeps it. */
  readonly expiredAt: Instant;
}

export interface RetentionResult {
  readonly expired: readonly ExpiredCase[];
  /** Cases of policies that are not among those in use: kept, until somebody names the policy or erases them. */
  readonly unknownPolicy: readonly OverCase[];
}

const AT_ONCE = 500;

async function* pagesOf({ ledger }: RetentionOptions): AsyncGenerator<OverCase[]> {
  for (let after = 0; ; ) {
    const page = await ledger.casesOver({ after, limit: AT_ONCE });
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.ticketId;
  }
}

/** The cases that have been kept long enough; removes nothing. */
export async function expiredCases(options: RetentionOptions): Promise<RetentionResult> {
  const now = options.clock.now();
  const expired: ExpiredCase[] = [];
  const unknownPolicy: OverCase[] = [];
  for await (const page of pagesOf(options)) {
    for (const one of page) {
      const policy = retainingPolicy(options.policies, one);
      const expiredAt = policy && expiresAt(policy, one.overSince);
      if (!policy) unknownPolicy.push(one);
      else if (expiredAt !== undefined && expiredAt <= now) expired.push({ ...one, expiredAt });
    }
  }
  return { expired, unknownPolicy };
}

/** Removes them, each in a transaction of its own; one that was opened again meanwhile is kept. */
export async function removeExpired(options: RetentionOptions): Promise<RetentionResult> {
  const { ledger, clock } = options;
  const found = await expiredCases(options);
  const removed: ExpiredCase[] = [];
  for (const one of found.expired) {
    const gone = await ledger.transaction(async (tx) => {
      if (!(await ledger.isStillOver(tx, one))) return false;
      const { ticketId, currentTicketId } = one;
      await ledger.buryCase(tx, ticketId, { ticketIds: [currentTicketId], at: clock.now(), why: 'expired' });
      return true;
    });
    if (gone) removed.push(one);
  }
  return { ...found, expired: removed };
}

/** Once a day. */
export function createRetention(
  options: RetentionOptions,
  onRemoved: (result: RetentionResult) => void,
): Round {
  return {
    name: 'retention',
    everyMs: DAY,
    run: async () => {
      onRemoved(await removeExpired(options));
      return { state: {} };
    },
  };
}
