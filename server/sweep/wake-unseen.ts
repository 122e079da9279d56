import { HOUR } from '../../domain/local-date.ts';
import type { Clock } from '../clock.ts';
import type { Ledger, Stamped } from '../ledger/index.ts';

export interface WakeUnseenDeps {
  readonly ledger: Pick<Ledger, 'unseenAmong' | 'wake'>;
  readonly clock: Clock;
}

/**
 * Wakes the tickets that no look has seen as they are now. Answers how many were missed. On the `first` sweep of a
 * ledger nothing was missed, and what was last changed long ago may wait.
 */
export async function wakeUnseen(
  { ledger, clock }: WakeUnseenDeps,
  tickets: readonly Stamped[],
  { first }: { readonly first: boolean },
): Promise<number> {
  const now = clock.now();
  const unseen = await ledger.unseenAmong(tickets, now);
  await ledger.wake(
    unseen.map(({ ticketId, updatedAt, why }) => ({
      ticketId,
      at: now,
      changedAt: updatedAt,
      background: why === 'unsure' || (first && updatedAt < now - HOUR),
    })),
  );
  return first ? 0 : unseen.filter(({ why }) => why !== 'unsure').length;
}
