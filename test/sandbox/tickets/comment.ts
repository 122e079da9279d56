import { type Account, isAgent } from '../account/account.ts';
import type { AuditEvent, TicketRecord, UserRecord } from '../account/records.ts';
import { badRequest, blank, recordInvalid } from '../fault.ts';
import type { CommentInput } from './change.ts';
import { htmlFromText, safeHtml, textFromHtml, wrapHtml } from './text.ts';

/** Zendesk's limit for the text of one comment. */
const MAX_BYTES = 65_536;

/** Who writes, where, and what the update is. */
export interface CommentFrame {
  ticket: TicketRecord;
  actor: UserRecord;
  auditId: number;
}

/** The `Comment` event of an update. An empty comment is none, as in Zendesk. @throws Fault 422 */
export function commentEvent(
  account: Account,
  input: CommentInput,
  frame: CommentFrame,
): AuditEvent | undefined {
  const html = input.htmlBody === undefined ? undefined : safeHtml(input.htmlBody);
  const text = html === undefined ? (input.body ?? '') : textFromHtml(html);
  const uploaded = input.uploads.flatMap((token) => filesOf(account, token));
  const attachmentIds = [...(input.attachmentIds ?? []), ...uploaded];
  if (text.trim() === '' && attachmentIds.length === 0) return undefined;
  if (Buffer.byteLength(input.htmlBody ?? text) > MAX_BYTES) {
    throw recordInvalid({
      comment: [{ description: 'Comment: is too long (maximum is 65536 bytes)', error: 'TooLong' }],
    });
  }
  const author = authorOf(account, input, frame);
  return {
    id: account.ids.next(),
    type: 'Comment',
    author_id: author.id,
    body: text,
    html_body: html === undefined ? htmlFromText(text) : wrapHtml(html),
    plain_body: text,
    // End users can only speak in public; an agent's default is public unless the ticket is private.
    public: isAgent(frame.actor) ? (input.public ?? frame.ticket.is_public) : true,
    attachments: attachmentIds,
    audit_id: frame.auditId,
  };
}

/** The first comment of a ticket, which must be there. */
export function firstComment(
  account: Account,
  input: CommentInput | undefined,
  frame: CommentFrame,
): AuditEvent {
  const event = input && commentEvent(account, input, frame);
  if (!event) throw blank('base', 'Description');
  return event;
}

function authorOf(account: Account, input: CommentInput, frame: CommentFrame): UserRecord {
  if (input.authorId === undefined) return frame.actor;
  const author = account.users.get(input.authorId);
  if (!author) throw badRequest(`comment.author_id ${input.authorId} is not a user`);
  return author;
}

/** The files of an upload, good for an hour; the token is spent once the comment is stored. @throws Fault 422 */
function filesOf(account: Account, token: string): number[] {
  const upload = account.uploads.get(token);
  if (upload && upload.expiresAt >= account.clock.now()) return upload.attachmentIds;
  const description = 'Attachments: upload token is invalid or has expired';
  throw recordInvalid({ base: [{ description, error: 'InvalidValue' }] });
}
