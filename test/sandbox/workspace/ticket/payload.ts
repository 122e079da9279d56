import type { TicketField } from '../api/form-shapes.ts';
import { isBlank } from '../text/convert.ts';
import { sanitizedHtml } from '../text/sanitize.ts';
import { savedValues, shownValues, type TicketState } from './state.ts';

const restNames: Readonly<Record<string, string>> = {
  subject: 'subject',
  status: 'status',
  priority: 'priority',
  type: 'type',
  assigneeId: 'assignee_id',
  groupId: 'group_id',
  requesterId: 'requester_id',
  formId: 'ticket_form_id',
  customStatusId: 'custom_status_id',
  dueAt: 'due_at',
};

/** The one update that a submit sends: only what changed, guarded by the stamp that the agent saw. */
export function updatePayload(state: TicketState, fields: readonly TicketField[]): Record<string, unknown> {
  return {
    safe_update: true,
    updated_stamp: state.ticket.updated_at,
    ...changes(state, fields),
  };
}

/** A new ticket as it is sent. Without a requester the account takes whoever sends it. */
export function createPayload(
  state: TicketState,
  fields: readonly TicketField[],
  followUpOf: number | undefined,
): Record<string, unknown> {
  const { ticket } = state;
  return {
    ...(ticket.ticket_form_id === null ? {} : { ticket_form_id: ticket.ticket_form_id }),
    ...(ticket.requester_id === null ? {} : { requester_id: ticket.requester_id }),
    ...(ticket.subject === null ? {} : { subject: ticket.subject }),
    ...(followUpOf === undefined ? {} : { via_followup_source_id: followUpOf }),
    // Left out, the account would choose by the assignee; the button said which.
    status: ticket.status,
    ...changes(state, fields),
  };
}

function changes(state: TicketState, fields: readonly TicketField[]): Record<string, unknown> {
  const { draft, ticket, composer, macroIds } = state;
  const payload: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(draft.core)) {
    const restName = restNames[name];
    if (restName !== undefined) payload[restName] = value;
  }
  const { ccIds, followerIds } = draft.core;
  if (ccIds !== undefined) payload.email_ccs = peopleChange(ticket.email_cc_ids, ccIds);
  if (followerIds !== undefined) payload.followers = peopleChange(ticket.follower_ids, followerIds);
  if (draft.tagsAdded.length + draft.tagsRemoved.length > 0) payload.tags = submittedTags(state, fields);
  if (draft.fields.size > 0) payload.custom_fields = [...draft.fields].map(([id, value]) => ({ id, value }));
  const uploads = composer.uploads.flatMap((it) => it.token ?? []);
  if (!isBlank(composer.html) || uploads.length > 0) {
    payload.comment = {
      html_body: sanitizedHtml(composer.html),
      public: composer.type === 'publicReply',
      ...(uploads.length > 0 ? { uploads } : {}),
    };
  }
  if (macroIds.length > 0) payload.macro_ids = macroIds;
  return payload;
}

/** CCs and followers are changed one by one: `put` adds, `delete` takes off. */
function peopleChange(before: readonly number[], after: readonly number[]): Record<string, unknown>[] {
  const line = (action: string) => (id: number) => ({ user_id: id, action });
  return [
    ...after.filter((id) => !before.includes(id)).map(line('put')),
    ...before.filter((id) => !after.includes(id)).map(line('delete')),
  ];
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
