import type { Instant } from '../../../../domain/local-date.ts';
import type { Comment } from '../../../zaf/conversation.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useComments } from '../../use-comments.ts';

/** The customer's latest message since then; undefined while it is read, where there is none, and where it can't be read. */
export function useLatestMessage(since: Instant | undefined): Comment | undefined {
  const { ticket } = useSidebar();
  const comments = useComments(since !== undefined) ?? [];
  return comments.findLast(
    (one) => one.public && one.authorId === ticket.requesterId && since !== undefined && one.at >= since,
  );
}
