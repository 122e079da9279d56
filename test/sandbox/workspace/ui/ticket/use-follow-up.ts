import { useWorkspace } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';

/** Opens the form of a new ticket that follows this closed one; the account copies tags and fields when it is sent. */
export function useFollowUp(model: TicketModel): () => void {
  const { tabs, navigation } = useWorkspace();
  return () => {
    const { ticket } = model.store.get();
    const number = tabs.nextNew();
    tabs.openNew(number, {
      followUpOf: ticket.id,
      requesterId: ticket.requester_id ?? undefined,
      subject: ticket.subject ?? undefined,
      formId: ticket.ticket_form_id,
    });
    navigation.go({ page: 'new', number });
  };
}
