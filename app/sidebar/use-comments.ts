import { useEffect, useState } from 'react';
import { type Comment, fetchComments } from '../zaf/conversation.ts';
import { useSidebar } from './SidebarContext.tsx';

/**
 * The conversation, read anew whenever the ticket has changed; undefined until it was read. What hangs on it is an
 * offer that is left out where it can't be read.
 */
export function useComments(wanted: boolean): readonly Comment[] | undefined {
  const { host, ticketId, ticket } = useSidebar();
  const [comments, setComments] = useState<readonly Comment[]>();
  const stamp = ticket.updatedAt;
  useEffect(() => {
    if (!wanted || stamp === '') return undefined;
    let alive = true;
    fetchComments(host, ticketId).then(
      (found) => alive && setComments(found),
      () => alive && setComments(undefined),
    );
    return () => {
      alive = false;
    };
  }, [host, ticketId, stamp, wanted]);
  return comments;
}
