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
    events: audit.events.map((event) => presentEvent(account, event)),
    via,
  };
}

function presentEvent(account: Account, event: AuditEvent): Record<string, unknown> {
  if (event.type !== 'Comment' && event.type !== 'VoiceComment') return event;
  return { ...event, attachments: presentAttachments(account, event.attachments) };
}

/** A comment as `GET /tickets/{id}/comments` prints it: the event, with what its audit knows. */
export function presentComment(
  account: Account,
  audit: AuditRecord,
  event: AuditEvent,
): Record<string, unknown> {
  return {
    ...presentEvent(account, event),
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
