import { useEffect, useState } from 'react';
import { type Comment, fetchComments } from '../zaf/conversation.ts';
import { useSidebar } from './SidebarContext.tsx';

/**
 * The conversation, read anew whenever the ticket was: its stamp has whole seconds, and a second change in one leaves it
 * as it was. Undefined until it was read. What hangs on it is an offer that is left out where it can't be read.
 */
export function useComments(wanted: boolean): readonly Comment[] | undefined {
  const { host, ticketId, ticket } = useSidebar();
  const [comments, setComments] = useState<readonly Comment[]>();
  useEffect(() => {
    if (!wanted || ticket.updatedAt === '') return undefined;
    let alive = true;
    fetchComments(host, ticketId).then(
      (found) => alive && setComments(found),
      () => alive && setComments(undefined),
    );
    return () => {
      alive = false;
    };
  }, [host, ticketId, ticket, wanted]);
  return comments;
}
