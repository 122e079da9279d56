import type { MacroResult } from '../api/macro-shapes.ts';
import { appended, textToHtml } from '../text/convert.ts';
import { sanitizedHtml } from '../text/sanitize.ts';
import { withCore, withField, withTagsAdded, withTagsRemoved } from './draft.ts';
import { type CoreValues, savedValues, type TicketState } from './state.ts';

/**
 * The ticket's state after a macro: its text below what is written already, its values in the draft. The result
 * describes the saved ticket with the macro on it, so only what differs from the saved ticket is the macro's doing.
 */
export function withMacro(state: TicketState, macroId: number, { ticket: result }: MacroResult): TicketState {
  const { ticket } = state;
  const saved = savedValues(ticket);
  let draft = withCore(state.draft, ticket, changedCore(saved, result));
  if (result.tags) {
    const wanted = result.tags;
    draft = withTagsAdded(
      draft,
      ticket,
      wanted.filter((tag) => !ticket.tags.includes(tag)),
    );
    draft = withTagsRemoved(
      draft,
      ticket,
      ticket.tags.filter((tag) => !wanted.includes(tag)),
    );
  }
  for (const { id, value } of result.custom_fields ?? result.fields ?? []) {
    if (JSON.stringify(saved.fields.get(id) ?? null) !== JSON.stringify(value))
      draft = withField(draft, ticket, id, value);
  }
  return {
    ...state,
    draft,
    composer: withComment(state.composer, result.comment),
    macroIds: [...new Set([...state.macroIds, macroId])],
  };
}

function changedCore(saved: CoreValues, result: MacroResult['ticket']): Partial<CoreValues> {
  const change: Partial<CoreValues> = {};
  if (result.subject && result.subject !== saved.subject) change.subject = result.subject;
  if (result.status && result.status !== saved.status) change.status = result.status;
  if (result.priority && result.priority !== saved.priority) change.priority = result.priority;
  if (result.type && result.type !== saved.type) change.type = result.type;
  if (result.assignee_id && result.assignee_id !== saved.assigneeId) change.assigneeId = result.assignee_id;
  if (result.group_id && result.group_id !== saved.groupId) change.groupId = result.group_id;
  return change;
}

function withComment(
  composer: TicketState['composer'],
  comment: MacroResult['ticket']['comment'],
): TicketState['composer'] {
  if (!comment) return composer;
  const text = comment.html_body ?? (comment.body ? textToHtml(comment.body) : '');
  const isPublic = comment.public ?? composer.type === 'publicReply';
  return {
    ...composer,
    html: text === '' ? composer.html : appended(composer.html, sanitizedHtml(text)),
    type: isPublic ? 'publicReply' : 'internalNote',
  };
}
