import type { Account } from '../account/account.ts';
import type { AuditEvent, AuditRecord, TicketRecord } from '../account/records.ts';
import { badRequest, recordNotFound, ticketClosed } from '../fault.ts';
import { idsOf } from '../json.ts';
import type { TicketDeps } from '../rules/draft.ts';
import { emptyChange } from './change.ts';
import { type Author, newAudit } from './save.ts';

const MARK = '▇';

/** A comment of a ticket, and what is to become of it. */
export interface CommentEdit {
  ticket: TicketRecord;
  commentId: number;
  /** The comment after it. @throws Fault */
  change: (comment: AuditEvent) => AuditEvent;
  /** What the audit of the edit says beside the comment's id. */
  event: { type: string; [property: string]: unknown };
}

/**
 * Changes a comment that is there already, which happens only to hide something in it: the comment itself is
 * replaced, and an audit tells that it was. Business rules do not run.
 * @throws Fault 404, 422 for a closed ticket
 */
export function editComment(deps: TicketDeps, edit: CommentEdit, author: Author): AuditEvent {
  const { account } = deps;
  const { ticket, commentId } = edit;
  if (ticket.status === 'closed') throw ticketClosed();
  const audits = account.audits.get(ticket.id) ?? [];
  const known = audits.flatMap((audit) => audit.events).find((event) => event.id === commentId);
  if (known?.type !== 'Comment') throw recordNotFound();
  const changed = edit.change(known);
  const audit = newAudit(deps, ticket.id, emptyChange(), author);
  audit.events.push({ id: account.ids.next(), comment_id: commentId, ...edit.event });
  account.audits.set(ticket.id, [...audits.map((one) => withEvent(one, changed)), audit]);
  const description = ticket.description === known.body ? String(changed.body) : ticket.description;
  account.tickets.set(ticket.id, { ...ticket, description, updated_at: account.stamp() });
  account.bus.emit({ event: 'ticket', data: { id: ticket.id } });
  return changed;
}

function withEvent(audit: AuditRecord, changed: AuditEvent): AuditRecord {
  if (!audit.events.some((event) => event.id === changed.id)) return audit;
  return { ...audit, events: audit.events.map((event) => (event.id === changed.id ? changed : event)) };
}

/** The comment with each character of a text hidden. @throws Fault 400 where the text is not in it */
export function withoutText(comment: AuditEvent, text: string): AuditEvent {
  const hidden = MARK.repeat([...text].length);
  const clean = (value: unknown) => String(value ?? '').replaceAll(text, hidden);
  if (text === '' || !String(comment.body ?? '').includes(text))
    throw badRequest('You passed an invalid value for the text attribute. text was not found in the comment');
  return {
    ...comment,
    body: clean(comment.body),
    html_body: clean(comment.html_body),
    plain_body: clean(comment.plain_body),
  };
}

/** Takes a file out of a comment: an empty `redacted.txt` stands in its place. @throws Fault 404 */
export function withoutFile(account: Account, comment: AuditEvent, attachmentId: number): AuditEvent {
  const attachment = account.attachments.get(attachmentId);
  if (!attachment || !idsOf(comment.attachments).includes(attachmentId)) throw recordNotFound();
  account.attachments.set(attachmentId, {
    ...attachment,
    file_name: 'redacted.txt',
    content_type: 'text/plain',
    content: Buffer.alloc(0),
    size: 0,
    redacted: true,
  });
  return comment;
}
