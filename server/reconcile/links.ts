import type { Audit, Ticket } from '../zendesk/port.ts';
import { fieldValue, tagsAdded } from './audit-tags.ts';

/** Zendesk's own tag for a ticket that was closed by being merged into another. */
export const CLOSED_BY_MERGE = 'closed_by_merge';

/** `#123` in the comment that Zendesk leaves on a merged ticket; agents may have written another. */
const NUMBER = /#(\d{1,15})\b/g;

/** Whether an audit closed its ticket by a merge; on the surviving ticket the audit of a merge closes nothing. */
export function closesByMerge(audit: Audit): boolean {
  return (
    tagsAdded(audit).has(CLOSED_BY_MERGE) ||
    (audit.via.mergedWith !== undefined && fieldValue(audit, 'status') === 'closed')
  );
}

/** The tickets that an audit merged into its own. */
export function mergedIn(audit: Audit): readonly number[] {
  return closesByMerge(audit) ? [] : (audit.via.mergedWith ?? []).filter((id) => id !== audit.ticketId);
}

export interface MergeTarget {
  /** Where the ticket may have gone, the likeliest first. */
  readonly candidates: readonly number[];
  /** Whether Zendesk says so itself; numbers read from a comment count only where that ticket knows of the merge too. */
  readonly certain: boolean;
}

/** Where a merged ticket went; undefined for one that was not merged into another. */
export function mergeTarget(ticket: Ticket, audits: readonly Audit[]): MergeTarget | undefined {
  if (ticket.status !== 'closed') return undefined;
  const audit = audits.findLast(closesByMerge);
  if (!audit) return undefined;
  const told = (audit.via.mergedWith ?? []).filter((id) => id !== ticket.id);
  if (told.length > 0) return { candidates: told, certain: true };
  const text = audit.events.map((event) => (event.kind === 'comment' ? event.body : '')).join(' ');
  const candidates = [...text.matchAll(NUMBER)].map(([, digits]) => Number(digits));
  return { candidates: [...new Set(candidates)].filter((id) => id !== ticket.id), certain: false };
}
