import { useLayoutEffect, useRef } from 'react';
import styled from 'styled-components';
import { useParts } from '../state/store.ts';
import { useWords } from '../state/workspace.ts';
import { commentsOf } from '../ticket/comments.ts';
import type { TicketModel } from '../ticket/model.ts';
import { CommentView } from './CommentView.tsx';

const Scroller = styled.section`
  flex: 1;
  min-height: 80px;
  overflow-y: auto;
  padding: 16px 20px 20px;
`;

interface ConversationProps {
  model: TicketModel;
  isNewestFirst?: boolean;
}

/** The ticket's messages in either order, with the newest in sight. */
export function Conversation({ model, isNewestFirst = false }: ConversationProps) {
  const words = useWords();
  const { audits } = useParts(model.store, 'audits');
  const comments = commentsOf(audits);
  const scroller = useRef<HTMLElement>(null);
  const newest = comments.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when a newer message is there.
  useLayoutEffect(() => {
    const space = scroller.current;
    const message = isNewestFirst ? space?.firstElementChild : space?.lastElementChild;
    // A message longer than the space is shown from its beginning.
    if (message) message.scrollIntoView({ block: isTallerThan(message, space) ? 'start' : 'end' });
  }, [newest, isNewestFirst]);
  return (
    <Scroller aria-label={words.t('conversation')} ref={scroller}>
      {(isNewestFirst ? comments.toReversed() : comments).map((comment) => (
        <CommentView key={comment.id} comment={comment} />
      ))}
    </Scroller>
  );
}

function isTallerThan(element: Element, space: Element | null): boolean {
  return element.clientHeight > (space?.clientHeight ?? 0) - 40;
}
