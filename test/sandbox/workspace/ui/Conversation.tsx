import { useLayoutEffect, useRef } from 'react';
import styled from 'styled-components';
import { useStore } from '../state/store.ts';
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

/** The ticket's messages, oldest first, with the newest in sight. */
export function Conversation({ model }: { model: TicketModel }) {
  const words = useWords();
  const { audits } = useStore(model.store);
  const comments = commentsOf(audits);
  const scroller = useRef<HTMLElement>(null);
  const newest = comments.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when a newer message is there.
  useLayoutEffect(() => {
    const last = scroller.current?.lastElementChild;
    // A message longer than the space is shown from its beginning.
    last?.scrollIntoView({ block: isTallerThan(last, scroller.current) ? 'start' : 'end' });
  }, [newest]);
  return (
    <Scroller aria-label={words.t('conversation')} ref={scroller}>
      {comments.map((comment) => (
        <CommentView key={comment.id} comment={comment} />
      ))}
    </Scroller>
  );
}

function isTallerThan(element: Element, space: Element | null): boolean {
  return element.clientHeight > (space?.clientHeight ?? 0) - 40;
}
