import type { SuspendedRecord, TicketRecord, UserRecord } from '../account/records.ts';
import type { TicketDeps } from '../rules/draft.ts';
import { emptyChange } from '../tickets/change.ts';
import { createTicket } from '../tickets/create.ts';
import { updateTicket } from '../tickets/save.ts';
import { channelVia } from '../tickets/via.ts';
import { findOrCreateUser } from '../users/find-or-create.ts';

/**
 * Makes a kept-out mail what it would have been: a comment on the ticket it answers, or a new ticket.
 * @param requester whose ticket it becomes; the sender if absent
 * @throws Fault where the ticket takes no comment; the mail then stays where it is
 */
export function recover(deps: TicketDeps, mail: SuspendedRecord, requester?: UserRecord): TicketRecord {
  const { account } = deps;
  const sender = findOrCreateUser(account, { email: mail.author.email, name: mail.author.name });
  const user = requester ?? sender;
  const via = channelVia('email', { account, requester: user });
  const comment = {
    body: mail.content,
    public: true,
    authorId: user.id,
    uploads: [],
    attachmentIds: mail.attachment_ids,
  };
  const known = mail.ticket_id === null ? undefined : account.tickets.get(mail.ticket_id);
  const { ticket } =
    known && !known.deleted && known.status !== 'closed'
      ? updateTicket(deps, known.id, { ...emptyChange(), comment }, { user, via })
      : createTicket(
          deps,
          {
            change: { ...emptyChange(), attributes: { subject: mail.subject }, comment },
            requester: user,
            recipient: mail.recipient,
            followUpOf: known?.status === 'closed' ? known : undefined,
          },
          { user, via },
        );
  account.suspended.delete(mail.id);
  return ticket;
}
