import { type CaseEvent, MESSAGE_KINDS, type MessageKind } from '../../domain/events.ts';
import { EVENT_TAGS, isOutcome, optionName } from '../../domain/terms.ts';
import type { Audit } from '../zendesk/port.ts';
import { tagsAdded } from './audit-tags.ts';
import { type Comment, commentsOf, fieldBy, type Reading } from './reading.ts';

/** The public comment by which an agent told the customer something; the author decides, not the updater. */
export function agentComment(audit: Audit, reading: Reading): Comment | undefined {
  return commentsOf(audit).find(
    (comment) =>
      comment.public && (comment.authorId === reading.serviceUserId || reading.isAgent(comment.authorId)),
  );
}

/** The messages that an audit's tags or macros say its comment is. */
function messagesNamed(audit: Audit, reading: Reading): Set<MessageKind> {
  const tags =
    reading.isFollowUp && audit.events.some(({ kind }) => kind === 'create')
      ? new Set<string>()
      : tagsAdded(audit);
  const named = new Set<MessageKind>(MESSAGE_KINDS.filter((kind) => tags.has(EVENT_TAGS[kind])));
  for (const event of audit.events) {
    const kind = event.kind === 'macro' ? reading.macros.get(event.macroId) : undefined;
    if (kind) named.add(kind);
  }
  return named;
}

function outcomeBy(audits: readonly Audit[], until: number, field: number): Pick<CaseEvent, 'outcome'> {
  const outcome = optionName('outcome', fieldBy(audits, until, field));
  return isOutcome(outcome) ? { outcome } : {};
}

/** The messages to the customer that an audit is: an agent's public comment, with the tag or the macro that names it. */
export function messagesOf(
  audits: readonly Audit[],
  index: number,
  audit: Audit,
  reading: Reading,
): Partial<CaseEvent>[] {
  if (!agentComment(audit, reading)) return [];
  return [...messagesNamed(audit, reading)].map((kind) => ({
    kind,
    ...(kind === 'responded' ? outcomeBy(audits, index, reading.outcomeField) : {}),
  }));
}
