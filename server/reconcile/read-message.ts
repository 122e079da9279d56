import { type CaseEvent, MESSAGE_KINDS, type MessageKind } from '../../domain/events.ts';
import { EVENT_TAGS, isOutcome, optionName } from '../../domain/terms.ts';
import type { Audit } from '../zendesk/port.ts';
import { fieldValue, tagsAdded } from './audit-tags.ts';
import { type Comment, commentsOf, fieldBy, type Reading } from './reading.ts';

/** The public comment by which an agent told the customer something; the author decides, not the updater. */
export function agentComment(audit: Audit, reading: Reading): Comment | undefined {
  return commentsOf(audit).find(
    (comment) =>
      comment.public && (comment.authorId === reading.serviceUserId || reading.isAgent(comment.authorId)),
  );
}

/** The event tags that an audit brings, by themselves or as an option of the drop-down; inherited ones are none. */
function eventTags(audit: Audit, { isFollowUp, replyField }: Reading): Set<string> {
  if (isFollowUp && audit.events.some(({ kind }) => kind === 'create')) return new Set();
  const chosen = replyField === undefined ? undefined : fieldValue(audit, String(replyField));
  return new Set([...tagsAdded(audit), ...(typeof chosen === 'string' ? [chosen] : [])]);
}

/** The messages that an audit's tags, drop-down or macros say its comment is. */
function messagesNamed(audit: Audit, reading: Reading): Set<MessageKind> {
  const tags = eventTags(audit, reading);
  const named = new Set<MessageKind>(MESSAGE_KINDS.filter((kind) => tags.has(EVENT_TAGS[kind])));
  for (const event of audit.events) {
    const kind = event.kind === 'macro' ? reading.macros.get(event.macroId) : undefined;
    if (kind) named.add(kind);
  }
  return named;
}

/** The outcome chosen in the field, else the one that a macro of the same audit stands for. */
function outcomeBy(audits: readonly Audit[], until: number, reading: Reading): Pick<CaseEvent, 'outcome'> {
  const chosen = optionName('outcome', fieldBy(audits, until, reading.outcomeField));
  if (isOutcome(chosen)) return { outcome: chosen };
  const [meant] = (audits[until]?.events ?? []).flatMap((event) =>
    event.kind === 'macro' ? (reading.outcomes?.get(event.macroId) ?? []) : [],
  );
  return meant ? { outcome: meant } : {};
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
    ...(kind === 'responded' ? outcomeBy(audits, index, reading) : {}),
  }));
}
