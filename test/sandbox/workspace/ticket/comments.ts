import {
  type Attachment,
  type Audit,
  type CommentEvent,
  commentEventShape,
  type Via,
} from '../api/shapes.ts';

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
  via: Via;
  /** What a phone call's comment tells of the call; empty for other messages. */
  call: Readonly<Record<string, unknown>>;
  isRedacted: boolean;
  attachments: readonly Attachment[];
}

/** The comments among a ticket's audits, oldest first. */
export function commentsOf(audits: readonly Audit[]): Comment[] {
  const redacted = redactedIds(audits);
  return audits.flatMap((audit) =>
    audit.events.flatMap((event) => {
      const comment = commentEventShape.safeParse(event);
      return comment.success ? [toComment(audit, comment.data, redacted)] : [];
    }),
  );
}

/** Later audits name the comments out of which something was taken. */
function redactedIds(audits: readonly Audit[]): ReadonlySet<number> {
  const events = audits.flatMap((audit) => audit.events.filter((it) => /redact/i.test(it.type)));
  return new Set(events.map((event) => Number(event.comment_id)));
}

function toComment(audit: Audit, event: CommentEvent, redacted: ReadonlySet<number>): Comment {
  return {
    id: event.id,
    auditId: audit.id,
    authorId: event.author_id,
    createdAt: audit.created_at,
    html: event.html_body,
    text: event.body,
    isPublic: event.public,
    channel: audit.via.channel,
    via: audit.via,
    call: event.data ?? {},
    isRedacted: redacted.has(event.id) || event.body.includes('▇'),
    attachments: event.attachments,
  };
}
