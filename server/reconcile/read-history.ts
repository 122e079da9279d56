import type { History } from '../../domain/marks.ts';
import { COMPLAINT_TAG, EVENT_TAGS, SERVICE_TAGS } from '../../domain/terms.ts';
import type { Audit } from '../zendesk/port.ts';
import { tagsAdded, tagsRemovedByPerson } from './audit-tags.ts';
import { complaintMetadata, hasUnreadableMetadata } from './metadata.ts';

/** The service's own acknowledgement: a public comment and the tag in one update of its own. */
function isOwnAcknowledgement(audit: Audit, serviceUserId: number): boolean {
  const told = audit.events.some(
    (event) => event.kind === 'comment' && event.public && event.authorId === serviceUserId,
  );
  return audit.authorId === serviceUserId && told && tagsAdded(audit).has(EVENT_TAGS.acknowledged);
}

/** Mail depends on the account's notification trigger: without a notification in the same audit nobody was told. */
function wasNotified(audit: Audit, requesterId: number): boolean {
  return audit.events.some(
    (event) => event.kind === 'notification' && event.recipients.includes(requesterId),
  );
}

/** Keys of the internal notes that the service has written; nobody else is believed about them. */
export function notesWritten(audits: readonly Audit[], serviceUserId: number): Set<string> {
  const own = audits.filter((audit) => audit.authorId === serviceUserId);
  return new Set(own.flatMap((audit) => complaintMetadata(audit)?.notes ?? []));
}

/** Reads from the audits what the service has done already and what people have undone. */
export function readHistory(audits: readonly Audit[], serviceUserId: number, requesterId: number): History {
  const own = audits.filter((audit) => audit.authorId === serviceUserId);
  const others = audits.filter((audit) => audit.authorId !== serviceUserId);
  const removedAt = new Map<string, number>();
  for (const audit of others) {
    const removed = tagsRemovedByPerson(audit);
    for (const tag of Object.values(SERVICE_TAGS)) if (removed.has(tag)) removedAt.set(tag, audit.createdAt);
  }
  const silent = own.find(
    (audit) => isOwnAcknowledgement(audit, serviceUserId) && !wasNotified(audit, requesterId),
  );
  const unreadable = audits.findLast(hasUnreadableMetadata);
  return {
    notes: notesWritten(audits, serviceUserId),
    tagRemovals: others
      .filter((audit) => tagsRemovedByPerson(audit).has(COMPLAINT_TAG))
      .map((audit) => audit.createdAt),
    removedAt,
    ...(silent ? { notDeliveredAt: silent.createdAt } : {}),
    ...(unreadable ? { unreadableAt: unreadable.createdAt } : {}),
  };
}

/**
 * When someone else changed a field away from a value that the service had written and would write again; undefined
 * where nobody did. Such a value is not fought over.
 */
export function changedBackAt(
  audits: readonly Audit[],
  serviceUserId: number,
  field: string,
  desired: string,
): number | undefined {
  let ours = false;
  let changed: number | undefined;
  for (const audit of audits) {
    for (const event of audit.events) {
      if ((event.kind !== 'change' && event.kind !== 'create') || event.field !== field) continue;
      const byUs = audit.authorId === serviceUserId && !event.byRule;
      if (byUs) ours = event.value === desired;
      if (byUs || event.value === desired) changed = undefined;
      else if (ours) changed = audit.createdAt;
    }
  }
  return changed;
}
