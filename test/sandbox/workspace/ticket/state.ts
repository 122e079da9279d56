import type { Audit, FieldValue, Ticket } from '../api/shapes.ts';

export type ComposerType = 'publicReply' | 'internalNote';

/** What an agent is writing: HTML, and who will read it. */
export interface Composer {
  html: string;
  type: ComposerType;
}

/** The properties of a ticket that an agent changes by hand, under the names of the page. */
export interface CoreValues {
  subject: string | null;
  status: string;
  priority: string | null;
  type: string | null;
  assigneeId: number | null;
  groupId: number | null;
}

/** Everything changeable, as the agent sees it. */
export interface TicketValues extends CoreValues {
  tags: readonly string[];
  fields: ReadonlyMap<number, FieldValue>;
}

/**
 * Changes not yet submitted. Tags are kept as what was added and removed, so that what somebody else adds meanwhile
 * stays.
 */
export interface Draft {
  core: Partial<CoreValues>;
  fields: ReadonlyMap<number, FieldValue>;
  tagsAdded: readonly string[];
  tagsRemoved: readonly string[];
}

/** How an app has altered a field's control; names are ZAF's, such as `priority` or `custom_field_123`. */
export interface FieldLook {
  hidden: boolean;
  disabled: boolean;
}

/** One ticket open in the workspace. */
export interface TicketState {
  ticket: Ticket;
  audits: readonly Audit[];
  draft: Draft;
  composer: Composer;
  /** Macros applied since the last submit. */
  macroIds: readonly number[];
  fieldLooks: Readonly<Record<string, FieldLook>>;
  submitting: boolean;
  /** Why the last submit failed, for a person. */
  problem: string | undefined;
}

export const emptyDraft: Draft = { core: {}, fields: new Map(), tagsAdded: [], tagsRemoved: [] };

export function initialState(ticket: Ticket, audits: readonly Audit[]): TicketState {
  return {
    ticket,
    audits,
    draft: emptyDraft,
    composer: { html: '', type: defaultComposerType(ticket) },
    macroIds: [],
    fieldLooks: {},
    submitting: false,
    problem: undefined,
  };
}

/** Zendesk opens the composer for a public reply, but for an internal note on a ticket from a phone call. */
export function defaultComposerType(ticket: Ticket): ComposerType {
  return ticket.via.channel === 'voice' || ticket.via.channel === 'phone' ? 'internalNote' : 'publicReply';
}

/** The saved values of a ticket. */
export function savedValues(ticket: Ticket): TicketValues {
  return {
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    type: ticket.type,
    assigneeId: ticket.assignee_id,
    groupId: ticket.group_id,
    tags: ticket.tags,
    fields: new Map(ticket.custom_fields.map((field) => [field.id, field.value])),
  };
}

/** The saved values with the draft on top. */
export function shownValues({ ticket, draft }: Pick<TicketState, 'ticket' | 'draft'>): TicketValues {
  const saved = savedValues(ticket);
  const removed = new Set(draft.tagsRemoved);
  const kept = saved.tags.filter((tag) => !removed.has(tag));
  return {
    ...saved,
    ...draft.core,
    tags: [...kept, ...draft.tagsAdded.filter((tag) => !kept.includes(tag))],
    fields: new Map([...saved.fields, ...draft.fields]),
  };
}

/** Whether there is anything to submit besides the composer's text. */
export function hasChanges(draft: Draft): boolean {
  const { core, fields, tagsAdded, tagsRemoved } = draft;
  return Object.keys(core).length + fields.size + tagsAdded.length + tagsRemoved.length > 0;
}
