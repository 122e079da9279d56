import { useEffect, useState } from 'react';
import { type RelatedTicket, relatedTickets } from '../../zaf/related.ts';
import { useSidebar } from '../SidebarContext.tsx';

export interface OpenComplaints {
  /** Undefined until they are read. */
  readonly complaints?: readonly RelatedTicket[];
  /** Why they could not be read. */
  readonly error?: unknown;
}

/** A closed ticket takes no note any more: its case goes on on a follow-up, which is in the list itself. */
const canTake = ({ complaint, open, status }: RelatedTicket): boolean =>
  complaint && open && status !== 'closed';

/** The customer's open complaints on other tickets, the latest first. */
export function useOpenComplaints(): OpenComplaints {
  const { host, ticket } = useSidebar();
  const [found, setFound] = useState<OpenComplaints>({});
  const { id, requesterId } = ticket;
  useEffect(() => {
    let alive = true;
    const read = requesterId === undefined ? Promise.resolve([]) : relatedTickets(host, requesterId, id);
    read.then(
      (tickets) => alive && setFound({ complaints: tickets.filter(canTake) }),
      (error: unknown) => alive && setFound({ error }),
    );
    return () => {
      alive = false;
    };
  }, [host, id, requesterId]);
  return found;
}
