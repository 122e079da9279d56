import type { z } from 'zod';
import { type Audit, type attachmentShape, type CommentEvent, commentEventShape } from '../api/shapes.ts';

export type Attachment = z.infer<typeof attachmentShape>;

/** A message of the conversation. */
export interface Comment {
  id: number;
  auditId: number;
  authorId: number;
  createdAt: string;
  html: string;
  text: string;
  isPublic: boolean;
  channel: string;
  attachments: readonly Attachment[];
}

/** The comments among a ticket's audits, oldest first. */
export function commentsOf(audits: readonly Audit[]): Comment[] {
  return audits.flatMap((audit) =>
    audit.events.flatMap((event) => {
      const comment = commentEventShape.safeParse(event);
      return comment.success ? [toComment(audit, comment.data)] : [];
    }),
  );
}

function toComment(audit: Audit, event: CommentEvent): Comment {
  return {
    id: event.id,
    auditId: audit.id,
    authorId: event.author_id,
    createdAt: audit.created_at,
    html: event.html_body,
    text: event.body,
    isPublic: event.public,
    channel: audit.via.channel,
    attachments: event.attachments,
  };
}
