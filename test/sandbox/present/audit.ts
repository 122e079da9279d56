import type { Account } from '../account/account.ts';
import type { AuditEvent, AuditRecord } from '../account/records.ts';
import { presentAttachments } from './attachment.ts';

/** An audit; comments in it carry their attachments. */
export function presentAudit(account: Account, audit: AuditRecord): Record<string, unknown> {
  const { id, ticket_id, created_at, author_id, metadata, via } = audit;
  return {
    id,
    ticket_id,
    created_at,
    author_id,
    metadata,
    events: audit.events.map((event) => presentEvent(account, event, true)),
    via,
  };
}

function presentEvent(account: Account, event: AuditEvent, inline: boolean): Record<string, unknown> {
  if (event.type !== 'Comment' && event.type !== 'VoiceComment') return event;
  const attachments = presentAttachments(account, event.attachments);
  return { ...event, attachments: attachments.filter((one) => inline || one.inline !== true) };
}

/**
 * A comment as `GET /tickets/{id}/comments` prints it: the event, with what its audit knows.
 * @param comment `inline` asks for files that are shown in the text too
 */
export function presentComment(
  account: Account,
  audit: AuditRecord,
  comment: { event: AuditEvent; inline: boolean },
): Record<string, unknown> {
  const { event, inline } = comment;
  return {
    ...presentEvent(account, event, inline),
    via: event.via ?? audit.via,
    created_at: audit.created_at,
    metadata: audit.metadata,
    audit_id: audit.id,
  };
}

/** The comments of a ticket with their audits, oldest first. */
export function commentsOf(account: Account, ticketId: number): { audit: AuditRecord; event: AuditEvent }[] {
  return (account.audits.get(ticketId) ?? []).flatMap((audit) =>
    audit.events
      .filter((event) => event.type === 'Comment' || event.type === 'VoiceComment')
      .map((event) => ({ audit, event })),
  );
}
