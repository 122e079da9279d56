import type { Audit, FieldValue, Ticket } from '../api/shapes.ts';
import type { Upload } from './uploads.ts';

/** A ticket as the page holds it: a saved one, or one being written, which has no id and perhaps no requester yet. */
export interface OpenTicket extends Omit<Ticket, 'id' | 'requester_id'> {
  id: number | undefined;
  requester_id: number | null;
}

export type ComposerType = 'publicReply' | 'internalNote';

/** What an agent is writing: HTML, and who will read it. */
export interface Composer {
  html: string;
  type: ComposerType;
  /** Files that go with the comment. */
  uploads: readonly Upload[];
}

/** The properties of a ticket that an agent changes by hand, under the names of the page. */
export interface CoreValues {
  subject: string | null;
  status: string;
  priority: string | null;
  type: string | null;
  assigneeId: number | null;
  groupId: number | null;
  requesterId: number | null;
  formId: number | null;
  customStatusId: number | null;
  /** ISO instant; only tasks have one. */
  dueAt: string | null;
  ccIds: readonly number[];
  followerIds: readonly number[];
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

/** Why a submit failed: words for a person, and the fields they are about. */
export interface Problem {
  text: string;
  details: readonly string[];
  fieldIds: readonly number[];
}

/** What somebody else changed under the agent's draft. */
export interface Collision {
  authorIds: readonly number[];
  /** Values that both changed, by the draft's name: a core value's, or a custom field's id. */
  changes: readonly { name: string; theirs: unknown; before: unknown }[];
  /** Public comments that came while the agent was writing. */
  newComments: number;
}

/** One ticket open in the workspace. */
export interface TicketState {
  ticket: OpenTicket;
  audits: readonly Audit[];
  draft: Draft;
  composer: Composer;
  /** Macros applied since the last submit. */
  macroIds: readonly number[];
  fieldLooks: Readonly<Record<string, FieldLook>>;
  submitting: boolean;
  problem: Problem | undefined;
  collision: Collision | undefined;
}

export const emptyDraft: Draft = { core: {}, fields: new Map(), tagsAdded: [], tagsRemoved: [] };

export function initialState(ticket: OpenTicket, audits: readonly Audit[]): TicketState {
  return {
    ticket,
    audits,
    draft: emptyDraft,
    composer: emptyComposer(ticket),
    macroIds: [],
    fieldLooks: {},
    submitting: false,
    problem: undefined,
    collision: undefined,
  };
}

export function emptyComposer(ticket: OpenTicket): Composer {
  return { html: '', type: defaultComposerType(ticket), uploads: [] };
}

/** Zendesk opens the composer for a public reply, but for an internal note on a ticket from a phone call. */
export function defaultComposerType(ticket: OpenTicket): ComposerType {
  return ticket.via.channel === 'voice' || ticket.via.channel === 'phone' ? 'internalNote' : 'publicReply';
}

/** The saved values of a ticket. */
export function savedValues(ticket: OpenTicket): TicketValues {
  return {
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    type: ticket.type,
    assigneeId: ticket.assignee_id,
    groupId: ticket.group_id,
    requesterId: ticket.requester_id,
    formId: ticket.ticket_form_id,
    customStatusId: ticket.custom_status_id,
    dueAt: ticket.due_at,
    ccIds: ticket.email_cc_ids,
    followerIds: ticket.follower_ids,
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

/** Whether closing the tab would lose something. */
export function isUnsaved({ draft, composer }: Pick<TicketState, 'draft' | 'composer'>): boolean {
  return hasChanges(draft) || composer.html !== '' || composer.uploads.length > 0;
}
