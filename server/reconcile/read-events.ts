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

function eventsOf(
  audits: readonly Audit[],
  index: number,
  audit: Audit,
  reading: Reading,
): Partial<CaseEvent>[] {
  const byStaff = audit.authorId === reading.serviceUserId || reading.isAgent(audit.authorId);
  return [
    ...receiptOf(audits, index, audit, reading),
    ...messagesOf(audits, index, audit, reading),
    ...(byStaff ? eventByHand(audit, audits) : []),
    ...statusEvents(audit),
  ];
}

/** Everyone whose role decides how an audit is read, so that it can be looked up beforehand. */
export function authorsToKnow(audits: readonly Audit[], requesterId: number): Set<number> {
  const authors = audits.flatMap((audit) => [
    audit.authorId,
    ...commentsOf(audit)
      .filter((one) => one.public)
      .map((one) => one.authorId),
  ]);
  return new Set(authors.filter((id) => id > 0 && id !== requesterId));
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
