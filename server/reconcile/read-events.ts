import type { CaseEvent } from '../../domain/events.ts';
import type { Audit } from '../zendesk/port.ts';
import { fieldValue } from './audit-tags.ts';
import { corrected, correctionsOf } from './corrections.ts';
import { closesByMerge, mergedIn } from './links.ts';
import { eventByHand } from './read-by-hand.ts';
import { messagesOf } from './read-message.ts';
import { flagsChanged } from './read-noted.ts';
import { receiptOf } from './read-receipt.ts';
import { commentsOf, type Reading } from './reading.ts';

/** What an audit said, and how that is to be read now. */
export interface ToldEvent {
  /** As the audit said it. */
  readonly said: CaseEvent;
  /** As it counts; undefined where a correction says that it never happened. */
  readonly event: CaseEvent | undefined;
  /** The audit that corrects it. */
  readonly correctedBy?: number;
}

function statusEvents(audit: Audit): Partial<CaseEvent>[] {
  const status = fieldValue(audit, 'status');
  const left = audit.events.some(
    (event) => event.kind === 'change' && event.field === 'status' && event.previous === 'solved',
  );
  // Closed without having been solved, as the API allows: whoever is owed something is owed it all the same.
  const shut = status === 'closed' && !left && !closesByMerge(audit);
  if (status === 'solved' || shut) return [{ kind: 'closed' }];
  return left && status !== 'closed' ? [{ kind: 'reopened' }] : [];
}

/** The case goes on where a follow-up begins, and where it is merged into an open ticket. */
function continued(index: number, audit: Audit, { isFollowUp }: Reading): Partial<CaseEvent>[] {
  return (isFollowUp && index === 0) || mergedIn(audit).length > 0 ? [{ kind: 'reopened' }] : [];
}

function eventsOf(
  audits: readonly Audit[],
  index: number,
  audit: Audit,
  reading: Reading,
): Partial<CaseEvent>[] {
  const byStaff = audit.authorId === reading.serviceUserId || reading.isAgent(audit.authorId);
  return [
    ...continued(index, audit, reading),
    ...receiptOf(audits, index, audit, reading),
    ...messagesOf(audits, index, audit, reading),
    ...(byStaff ? eventByHand(audit, reading.all ?? audits, reading) : []),
    ...flagsChanged(audit, reading),
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

/** What the audits of a ticket say, the oldest first, the corrected and the voided with it. */
export function readTold(audits: readonly Audit[], reading: Reading): ToldEvent[] {
  const { byAudit } = reading.corrections ?? correctionsOf(reading.all ?? audits, staffOf(reading));
  return audits.flatMap((audit, index) =>
    eventsOf(audits, index, audit, reading).flatMap((partial): ToldEvent[] => {
      const { kind } = partial;
      if (!kind) return [];
      const said: CaseEvent = {
        at: audit.createdAt,
        recordedAt: audit.createdAt,
        auditId: audit.id,
        authorId: audit.authorId,
        ...partial,
        kind,
      };
      const correction = byAudit.get(audit.id);
      const event = corrected(said, correction);
      return [{ said, event, ...(event !== said && correction ? { correctedBy: correction.auditId } : {}) }];
    }),
  );
}

/** Who may correct: agents, administrators and the service. */
export function staffOf({ serviceUserId, isAgent }: Pick<Reading, 'serviceUserId' | 'isAgent'>) {
  return (userId: number): boolean => userId === serviceUserId || isAgent(userId);
}

/** Reads what happened to a case from the audits of its ticket, the oldest first. */
export function readEvents(audits: readonly Audit[], reading: Reading): CaseEvent[] {
  return readTold(audits, reading).flatMap(({ event }) => event ?? []);
}
