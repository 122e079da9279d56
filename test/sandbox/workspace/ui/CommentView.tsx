import { Tag } from '@zendeskgarden/react-tags';
import { useLayoutEffect, useRef } from 'react';
import styled from 'styled-components';
import type { User } from '../api/shapes.ts';
import { useDates, useDirectory, useWords, useWorkspace } from '../state/workspace.ts';
import { sanitizedFragment } from '../text/sanitize.ts';
import type { Comment } from '../ticket/comments.ts';
import { Avatar } from './Avatar.tsx';
import { color, hue } from './color.ts';
import { ChannelIcon } from './icons.tsx';
import { Attachments } from './ticket/Attachments.tsx';
import { CallCard } from './ticket/CallCard.tsx';

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

  span.channel svg {
    vertical-align: -3px;
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

  code,
  pre {
    border-radius: 4px;
    background: ${color('background.recessed')};
    font-family: ${({ theme }) => theme.fonts.mono};
    font-size: 13px;
  }

  code {
    padding: 1px 4px;
  }

  pre {
    padding: 8px 12px;
    white-space: pre-wrap;
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
              <ChannelIcon channel={comment.channel} />{' '}
              {words.t('via', { channel: words.value('channel', comment.channel) })}
            </span>
          )}
          {comment.isRedacted && (
            <Tag size="small" hue="red">
              {words.t('redacted')}
            </Tag>
          )}
          <time dateTime={comment.createdAt} title={dates.full(comment.createdAt)}>
            {dates.message(comment.createdAt, clock.now())}
          </time>
        </Head>
        <CallCard comment={comment} />
        <RichText html={comment.html} />
        <Attachments files={comment.attachments} />
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
