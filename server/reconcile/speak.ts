import { isDeepStrictEqual } from 'node:util';
import { type Instant, SECOND } from '../../domain/local-date.ts';
import type { LookDeps } from './look-deps.ts';
import type { CaseReading } from './read-case.ts';
import { sendLimits } from './send-limits.ts';

/**
 * Whether the ticket is still as it was read from `askedAt` on. Zendesk's stamps have whole seconds, so another change
 * within the second of the stamp would slip through `safe_update`: where the ticket was read within that second, it is
 * waited for and the ticket read once more.
 */
async function isUnchanged(
  { ticket, audits }: CaseReading,
  askedAt: Instant,
  { zendesk, clock, waits }: LookDeps,
): Promise<boolean> {
  const stampEnds = ticket.updatedAt + SECOND;
  if (askedAt >= stampEnds) return true;
  const left = stampEnds - clock.now();
  if (left > 0) await waits.pause(Math.min(left, SECOND));
  const [again, auditsAgain] = await Promise.all([zendesk.ticket(ticket.id), zendesk.audits(ticket.id)]);
  return isDeepStrictEqual(again, ticket) && auditsAgain.at(-1)?.id === audits.at(-1)?.id;
}

/** The last two questions before a customer is written to. False: read and plan again. */
export async function maySpeak(reading: CaseReading, askedAt: Instant, deps: LookDeps): Promise<boolean> {
  if (!(await isUnchanged(reading, askedAt, deps))) return false;
  const { id: ticketId, requesterId } = reading.ticket;
  const at = deps.clock.now();
  const { requesterCap, burst } = sendLimits(reading, deps.account.serviceUserId, at);
  return deps.cases.takeSendSlot({ ticketId, requesterId, at, limits: [requesterCap, burst] });
}
