import { DAY, type Instant, MINUTE } from '../../domain/local-date.ts';
import type { SendLimit } from '../ledger/index.ts';
import type { CaseReading } from './read-case.ts';

export interface SendLimits {
  readonly requesterCap: SendLimit;
  readonly burst: SendLimit;
}

/** How many acknowledgements may go out by themselves before this one is held for a person. */
export function sendLimits(
  { ticket, policy }: Pick<CaseReading, 'ticket' | 'policy'>,
  serviceUserId: number,
  now: Instant,
): SendLimits {
  const { perRequesterPerDay, burst } = policy.sending;
  const counted = { authorId: serviceUserId, exceptTicketId: ticket.id };
  return {
    requesterCap: { ...counted, since: now - DAY, requesterId: ticket.requesterId, most: perRequesterPerDay },
    burst: { ...counted, since: now - burst.minutes * MINUTE, most: burst.count },
  };
}
