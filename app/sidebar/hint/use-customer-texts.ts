import { useEffect, useMemo, useState } from 'react';
import type { Instant } from '../../../domain/local-date.ts';
import { type Comment, fetchComments } from '../../zaf/conversation.ts';
import type { Ticket } from '../../zaf/tickets.ts';
import { useSidebar } from '../SidebarContext.tsx';

/** What the customer has written on the ticket. */
export interface CustomerTexts {
  /** Oldest first. */
  readonly texts: readonly string[];
  /** When the latest came, from which a complaint is counted that is recorded now. */
  readonly lastAt: Instant;
  /** The others who have written here, people of the company most of all. */
  readonly others: readonly number[];
}

function fromTicket({ description, createdAt }: Ticket): CustomerTexts {
  return { texts: [description], lastAt: createdAt, others: [] };
}

function fromComments(comments: readonly Comment[], ticket: Ticket): CustomerTexts {
  const own = comments.filter(({ authorId }) => authorId === ticket.requesterId);
  const last = own.at(-1);
  return {
    // On a ticket that an agent has opened for the customer, the first message tells what it is about.
    texts: own.length > 0 ? own.map(({ text }) => text) : [ticket.description],
    lastAt: last?.at ?? ticket.createdAt,
    others: [
      ...new Set(comments.flatMap(({ authorId }) => (authorId === ticket.requesterId ? [] : [authorId]))),
    ],
  };
}

/**
 * The customer's own messages, the ticket's first until the rest is read. Where the rest can't be read the first
 * stands: what is found in it is a help, and no more.
 */
export function useCustomerTexts(): CustomerTexts {
  const { host, ticket } = useSidebar();
  const [comments, setComments] = useState<readonly Comment[]>();
  useEffect(() => {
    let alive = true;
    fetchComments(host, ticket.id).then(
      (read) => alive && setComments(read),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [host, ticket]);
  return useMemo(() => (comments ? fromComments(comments, ticket) : fromTicket(ticket)), [comments, ticket]);
}
