import { isMessaging } from '../../domain/messaging.ts';
import { SERVICE_TAGS } from '../../domain/terms.ts';
import { useSidebar } from './SidebarContext.tsx';
import { useRequester } from './use-requester.ts';

/**
 * Whether the customer is written to by letter. The service says so while the acknowledgement is owed; all later messages
 * go the same way as long as the customer has no e-mail address, but for those in a chat.
 */
export function useByPost(): boolean {
  const { ticket } = useSidebar();
  const requester = useRequester();
  const unreachable = requester !== undefined && !requester.email && !isMessaging(ticket.via);
  return unreachable || ticket.tags.includes(SERVICE_TAGS.postRequired);
}
