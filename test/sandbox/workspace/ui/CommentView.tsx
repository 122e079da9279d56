import { Anchor } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { useLayoutEffect, useRef } from 'react';
import styled from 'styled-components';
import type { User } from '../api/shapes.ts';
import { useDates, useDirectory, useWords, useWorkspace } from '../state/workspace.ts';
import { sanitizedFragment } from '../text/sanitize.ts';
import type { Comment } from '../ticket/comments.ts';
import { Avatar } from './Avatar.tsx';
import { color, hue } from './color.ts';

const Message = styled.article<{ $internal: boolean }>`
  display: flex;
  gap: 12px;
  margin-bottom: 12px;
  padding: 12px 14px;
  border: 1px solid transparent;
  border-radius: 8px;
  ${({ $internal, theme }) =>
    $internal &&
    `
      border-color: ${hue('yellow', 300, 900)({ theme })};
      background: ${hue('yellow', 100, 1000)({ theme })};
    `}
`;

const Head = styled.div`
  display: flex;
  align-items: baseline;
  flex-wrap: wrap;
  gap: 8px;
  margin-bottom: 4px;

  b {
    font-weight: 600;
  }

  time,
  span.channel {
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }

  time {
    margin-left: auto;
    white-space: nowrap;
  }
`;

const Body = styled.div`
  overflow-wrap: anywhere;
  line-height: 21px;

  p,
  ul,
  ol {
    margin: 0 0 10px;
  }

  ul,
  ol {
    padding-left: 22px;
  }

  > :last-child,
  > .zd-comment > :last-child {
    margin-bottom: 0;
  }

  a {
    color: ${color('foreground.primary')};
  }

  blockquote {
    margin: 0 0 10px;
    padding-left: 12px;
    border-left: 3px solid ${color('border.default')};
  }

  img {
    max-width: 100%;
  }
`;

/** One message with its author, time and channel; a note for the team is yellow. */
export function CommentView({ comment }: { comment: Comment }) {
  const words = useWords();
  const dates = useDates();
  const { clock } = useWorkspace();
  const { users } = useDirectory();
  const author: Pick<User, 'id' | 'name' | 'role'> = users.get(comment.authorId) ?? {
    id: comment.authorId,
    name: `#${comment.authorId}`,
    role: 'end-user',
  };
  const label = words.t(comment.isPublic ? 'publicReplyBy' : 'internalNoteBy', { name: author.name });
  return (
    <Message $internal={!comment.isPublic} aria-label={label}>
      <Avatar user={author} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Head>
          <b>{author.name}</b>
          {!comment.isPublic && (
            <Tag size="small" hue="yellow">
              {words.t('internal')}
            </Tag>
          )}
          {comment.isPublic && isTelling(comment, author) && (
            <span className="channel">
              {words.t('via', { channel: words.value('channel', comment.channel) })}
            </span>
          )}
          <time dateTime={comment.createdAt} title={dates.full(comment.createdAt)}>
            {dates.message(comment.createdAt, clock.now())}
          </time>
        </Head>
        <RichText html={comment.html} />
        {comment.attachments.map((file) => (
          <Anchor key={file.id} href={file.content_url} isExternal>
            {file.file_name}
          </Anchor>
        ))}
      </div>
    </Message>
  );
}

/** Agents write in this workspace, which is the web channel: saying so would say nothing. */
function isTelling(comment: Comment, author: Pick<User, 'role'>): boolean {
  return author.role === 'end-user' || comment.channel !== 'web';
}

/** Text from a ticket, put into the page as checked nodes and never as markup. */
function RichText({ html }: { html: string }) {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    holder.current?.replaceChildren(sanitizedFragment(html));
  }, [html]);
  return <Body ref={holder} dir="auto" />;
}
