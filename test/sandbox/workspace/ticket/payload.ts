import type { TicketField } from '../api/shapes.ts';
import { isBlank } from '../text/convert.ts';
import { sanitizedHtml } from '../text/sanitize.ts';
import { savedValues, shownValues, type TicketState } from './state.ts';

const restNames = {
  subject: 'subject',
  status: 'status',
  priority: 'priority',
  type: 'type',
  assigneeId: 'assignee_id',
  groupId: 'group_id',
} as const;

/** The one update that a submit sends: only what changed, guarded by the stamp that the agent saw. */
export function updatePayload(state: TicketState, fields: readonly TicketField[]): Record<string, unknown> {
  const { draft, ticket, composer, macroIds } = state;
  const payload: Record<string, unknown> = { safe_update: true, updated_stamp: ticket.updated_at };
  for (const [name, restName] of Object.entries(restNames)) {
    const value = Object.entries(draft.core).find(([key]) => key === name);
    if (value !== undefined) payload[restName] = value[1];
  }
  if (draft.tagsAdded.length + draft.tagsRemoved.length > 0) payload.tags = submittedTags(state, fields);
  if (draft.fields.size > 0) payload.custom_fields = [...draft.fields].map(([id, value]) => ({ id, value }));
  if (!isBlank(composer.html)) {
    payload.comment = { html_body: sanitizedHtml(composer.html), public: composer.type === 'publicReply' };
  }
  if (macroIds.length > 0) payload.macro_ids = macroIds;
  return payload;
}

/** Options of changed drop-downs are tags as well: the list must not hold the old one beside the new value. */
function submittedTags(state: TicketState, fields: readonly TicketField[]): string[] {
  const saved = savedValues(state.ticket).fields;
  const tags = new Set(shownValues(state).tags);
  for (const [id, value] of state.draft.fields) {
    const type = fields.find((field) => field.id === id)?.type;
    if (type !== 'tagger' && type !== 'multiselect') continue;
    for (const tag of asTags(saved.get(id))) tags.delete(tag);
    for (const tag of asTags(value)) tags.add(tag);
  }
  return [...tags];
}

function asTags(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((it) => typeof it === 'string' && it !== '');
}
