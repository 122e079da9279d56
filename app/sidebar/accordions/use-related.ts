import { useCallback } from 'react';
import { type RelatedTicket, relatedTickets } from '../../zaf/related.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { type Fetched, useFetched } from '../use-fetched.ts';

/** The customer's other tickets, read once while the ticket is open. */
export function useRelated(): Fetched<readonly RelatedTicket[]> {
  const { host, ticket } = useSidebar();
  const { id, requesterId } = ticket;
  const work = useCallback(
    async () => (requesterId === undefined ? [] : await relatedTickets(host, requesterId, id)),
    [host, requesterId, id],
  );
  return useFetched(work);
}
