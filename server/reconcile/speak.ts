import { isDeepStrictEqual } from 'node:util';
import { type Instant, SECOND } from '../../domain/local-date.ts';
import type { LookRequest } from '../jobs/look.ts';
import type { LookDeps } from './look-deps.ts';
import type { CaseReading } from './read-case.ts';
import { sendLimits } from './send-limits.ts';

/**
 * Where a complaint is new, its customer will be written to: then the second of the change that the webhook told of is
 * waited for before anything is read, instead of reading everything twice. It had begun when the webhook was sent, so
 * that a whole second later it is over for certain, whatever the clocks say. Answers what time it is in the account,
 * at least.
 */
export async function whenStampIsOver(
  { ticketId, changedAt }: LookRequest,
  { zendesk, waits, cases }: LookDeps,
): Promise<Instant | undefined> {
  if (changedAt === null) return zendesk.timeAtLeast();
  const ends = changedAt - (changedAt % SECOND) + SECOND;
  const left = ends - (zendesk.timeAtLeast() ?? changedAt);
  if (left <= 0) return zendesk.timeAtLeast();
  if ((await cases.casesOn(ticketId)).length > 0) return zendesk.timeAtLeast();
  await waits.pause(Math.min(left, SECOND));
  return Math.max(ends, zendesk.timeAtLeast() ?? ends);
}

/**
 * Whether the ticket is still as it was read. Zendesk's stamps have whole seconds, so another change within the second
 * of the stamp would slip through `safe_update`: unless that second was over in the account when the ticket was asked
 * for, its end is waited for and the ticket read once more. Our own clock is not asked, for it may be wrong: where
 * Zendesk doesn't say what time it is, a whole second after the reading is past the second of the stamp for certain.
 */
async function isUnchanged(
  { ticket, audits }: CaseReading,
  askedAt: Instant | undefined,
  { zendesk, waits }: LookDeps,
): Promise<boolean> {
  const stampEnds = ticket.updatedAt + SECOND;
  if (askedAt !== undefined && askedAt >= stampEnds) return true;
  const left = stampEnds - (zendesk.timeAtLeast() ?? ticket.updatedAt);
  if (left > 0) await waits.pause(Math.min(left, SECOND));
  const [again, auditsAgain] = await Promise.all([zendesk.ticket(ticket.id), zendesk.audits(ticket.id)]);
  return isDeepStrictEqual(again, ticket) && auditsAgain.at(-1)?.id === audits.at(-1)?.id;
}

/**
 * The last two questions before a customer is written to. False: read and plan again.
 * @param askedAt what time it was in the account, at least, when the ticket was asked for
 */
export async function maySpeak(
  reading: CaseReading,
  askedAt: Instant | undefined,
  deps: LookDeps,
): Promise<boolean> {
  if (!(await isUnchanged(reading, askedAt, deps))) return false;
  const { id: ticketId, requesterId } = reading.ticket;
  const at = deps.clock.now();
  const { requesterCap, burst } = sendLimits(reading, deps.account.serviceUserId, at);
  return deps.cases.takeSendSlot({ ticketId, requesterId, at, limits: [requesterCap, burst] });
}
