import { type Account, isAgent } from '../../account/account.ts';
import type { AuditEvent } from '../../account/records.ts';
import { idsOf } from '../../json.ts';
import type { TicketEvent } from './changes.ts';

/** What is remembered of a comment, to tell what became of it. */
export interface SeenComment {
  isPublic: boolean;
  body: string;
}

/** The comments of a ticket as they are, by id. */
export function commentsOf(account: Account, ticketId: number): Map<number, AuditEvent> {
  const audits = account.audits.get(ticketId) ?? [];
  const comments = audits.flatMap((audit) => audit.events.filter((event) => event.type === 'Comment'));
  return new Map(comments.map((comment) => [comment.id, comment]));
}

export function seen(comment: AuditEvent): SeenComment {
  return { isPublic: comment.public === true, body: String(comment.body ?? '') };
}

/** What happened to the comments since they were last seen. */
export function commentEvents(
  account: Account,
  before: ReadonlyMap<number, SeenComment>,
  now: ReadonlyMap<number, AuditEvent>,
): TicketEvent[] {
  return [...now].flatMap(([id, comment]): TicketEvent[] => {
    const old = before.get(id);
    if (!old) return added(account, comment);
    const { isPublic, body } = seen(comment);
    const event = { comment: { id: String(id), is_public: isPublic } };
    return [
      ...(old.isPublic && !isPublic ? [{ name: 'comment_made_private' as const, event }] : []),
      ...(old.body === body ? [] : [{ name: 'comment_redacted' as const, event }]),
    ];
  });
}

function added(account: Account, comment: AuditEvent): TicketEvent[] {
  const author = account.users.get(Number(comment.author_id));
  const { isPublic, body } = seen(comment);
  const id = String(comment.id);
  const shown = {
    id,
    body,
    is_public: isPublic,
    author: { id: String(comment.author_id), is_staff: isAgent(author), name: author?.name ?? '' },
  };
  const files = idsOf(comment.attachments).flatMap((fileId) => account.attachments.get(fileId) ?? []);
  const linked = files.map((file): TicketEvent => {
    const attachment = {
      id: String(file.id),
      content_type: file.content_type,
      content_url: `${account.origin}/attachments/token/${file.id}/?name=${encodeURIComponent(file.file_name)}`,
      filename: file.file_name,
      is_public: isPublic,
    };
    return {
      name: 'attachment_linked_to_comment',
      event: { comment: { id, is_public: isPublic, attachment } },
    };
  });
  return [{ name: 'comment_added', event: { comment: shown } }, ...linked];
}
