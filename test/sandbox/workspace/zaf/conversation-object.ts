import { type Comment, commentsOf } from '../ticket/comments.ts';
import type { TicketState } from '../ticket/state.ts';
import { type People, personOrEmpty } from './people-object.ts';

type Attachment = Comment['attachments'][number];

/** The messages as `ticket.conversation` lists them; an internal note's channel is `internal`. */
export function conversationOf(state: TicketState, { directory }: People): unknown[] {
  return commentsOf(state.audits).map((comment) => {
    const author = directory.users.get(comment.authorId);
    return {
      attachments: comment.attachments.map((it) => ({
        contentType: it.content_type,
        contentUrl: it.content_url,
        filename: it.file_name,
      })),
      author: {
        id: comment.authorId,
        name: author?.name ?? '',
        role: author?.role ?? 'end-user',
        avatar: null,
      },
      channel: { name: comment.isPublic ? comment.channel : 'internal' },
      message: { content: comment.html, contentType: 'text/html' },
      timestamp: comment.createdAt,
    };
  });
}

/** The messages as `ticket.comments` lists them: newest first, as Zendesk's own page shows them. */
export function commentsObject(state: TicketState, people: People): unknown[] {
  const described = commentsOf(state.audits).map((comment) => ({
    id: comment.id,
    value: comment.html,
    author: personOrEmpty(people, comment.authorId),
    via: { channel: comment.channel, source: { from: {}, to: {}, rel: null } },
    imageAttachments: comment.attachments.filter(isImage).map(attachmentObject),
    nonImageAttachments: comment.attachments.filter((it) => !isImage(it)).map(attachmentObject),
  }));
  return described.toReversed();
}

function isImage({ content_type }: Attachment): boolean {
  return content_type.startsWith('image/');
}

function attachmentObject(attachment: Attachment): Record<string, unknown> {
  return {
    contentType: attachment.content_type,
    contentUrl: attachment.content_url,
    filename: attachment.file_name,
    thumbnailUrl: isImage(attachment) ? attachment.content_url : null,
  };
}
