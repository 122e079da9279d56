import type { CaseEvent } from '../../domain/events.ts';
import type { Audit } from '../zendesk/port.ts';
import { fieldValue } from './audit-tags.ts';
import { corrected, correctionsOf } from './corrections.ts';
import { eventByHand } from './read-by-hand.ts';
import { messagesOf } from './read-message.ts';
import { receiptOf } from './read-receipt.ts';
import { commentsOf, type Reading } from './reading.ts';

function statusEvents(audit: Audit): Partial<CaseEvent>[] {
  const status = fieldValue(audit, 'status');
  if (status === 'solved') return [{ kind: 'closed' }];
  const left = audit.events.some(
    (event) => event.kind === 'change' && event.field === 'status' && event.previous === 'solved',
  );
  return left && status !== 'closed' ? [{ kind: 'reopened' }] : [];
}

/** The case goes on where a follow-up begins: a closed ticket can't be opened again. */
function continued(index: number, { isFollowUp }: Reading): Partial<CaseEvent>[] {
  return isFollowUp && index === 0 ? [{ kind: 'reopened' }] : [];
}

function eventsOf(
  audits: readonly Audit[],
  index: number,
  audit: Audit,
  reading: Reading,
): Partial<CaseEvent>[] {
  const byStaff = audit.authorId === reading.serviceUserId || reading.isAgent(audit.authorId);
  return [
    ...continued(index, reading),
    ...receiptOf(audits, index, audit, reading),
    ...messagesOf(audits, index, audit, reading),
    ...(byStaff ? eventByHand(audit, audits) : []),
    ...statusEvents(audit),
  ];
}

/** Whether an audit says something that a customer can't: then even the requester may be one of the staff. */
function saysStaffThings({ metadata, events }: Audit): boolean {
  return (
    metadata.complaint !== undefined ||
    events.some(
      (event) =>
        event.kind === 'macro' || (event.kind === 'change' && event.field === 'tags' && !event.byRule),
    )
  );
}

/**
 * Everyone whose role decides how an audit is read, so that it can be looked up beforehand. The requester is taken for
 * a customer where nothing speaks against it, which saves a call for nearly every ticket.
 */
export function authorsToKnow(audits: readonly Audit[], requesterId: number): Set<number> {
  const authors = audits.flatMap((audit) =>
    [
      audit.authorId,
      ...commentsOf(audit)
        .filter((one) => one.public)
        .map((one) => one.authorId),
    ].filter((id) => id !== requesterId || (id === audit.authorId && saysStaffThings(audit))),
  );
  return new Set(authors.filter((id) => id > 0));
}

/** Reads what happened to a case from the audits of its ticket, the oldest first. */
export function readEvents(audits: readonly Audit[], reading: Reading): CaseEvent[] {
  const corrections = correctionsOf(audits);
  return audits.flatMap((audit, index) =>
    eventsOf(audits, index, audit, reading).flatMap((partial) => {
      const { kind } = partial;
      if (!kind) return [];
      const event: CaseEvent = {
        at: audit.createdAt,
        recordedAt: audit.createdAt,
        auditId: audit.id,
        authorId: audit.authorId,
        ...partial,
        kind,
      };
      return corrected(event, corrections.get(audit.id));
    }),
  );
}
