import { HINT_HIDDEN_TAG } from '../../../domain/terms.ts';
import { changeTicket } from '../../zaf/change-ticket.ts';
import type { Host } from '../../zaf/host.ts';

/** Dismisses the question for good on this ticket, for everybody. @throws RestError, ZodError */
export async function hideHint(host: Host, ticketId: number): Promise<void> {
  await changeTicket(host, ticketId, ({ tags }) =>
    tags.includes(HINT_HIDDEN_TAG) ? undefined : { tags: [...tags, HINT_HIDDEN_TAG] },
  );
}
