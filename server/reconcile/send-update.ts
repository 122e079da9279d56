import type { LookRequest } from '../jobs/look.ts';
import { isZendeskError, ZendeskError } from '../zendesk/errors.ts';
import type { TicketUpdate } from '../zendesk/port.ts';
import type { LookDeps } from './look-deps.ts';

export const changedMeanwhile = (): ZendeskError =>
  new ZendeskError('The ticket changes whenever it is to be updated', { code: 'conflict', effect: 'none' });

/** Why the ticket has to be read again first: it changed, or nobody knows whether the update came through. */
export async function sendUpdate(
  update: TicketUpdate,
  { ticketId, signal }: LookRequest,
  { zendesk }: LookDeps,
): Promise<ZendeskError | undefined> {
  signal.throwIfAborted();
  try {
    await zendesk.updateTicket(ticketId, update);
    return undefined;
  } catch (error) {
    if (isZendeskError(error) && (error.code === 'conflict' || error.effect === 'unknown')) return error;
    throw error;
  }
}
