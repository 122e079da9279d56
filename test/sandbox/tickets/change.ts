import type { FieldValue } from '../account/records.ts';
import {
  flagOf,
  idOf,
  idsOf,
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  textOf,
  wordOf,
  wordsOf,
} from '../json.ts';
import { type PeopleChange, readPeopleChange } from './people-change.ts';

/** A comment as a client sends it. */
export interface CommentInput {
  body?: string | undefined;
  htmlBody?: string | undefined;
  /** Absent means Zendesk's default, which depends on the author. */
  public?: boolean | undefined;
  authorId?: number | undefined;
  uploads: string[];
  /** Files that are there already, by id: those that a merge brings along. */
  attachmentIds?: number[] | undefined;
}

/** System attributes that a client or a rule may set. Absent means unchanged, null means emptied. */
export interface AttributeInput {
  subject?: string | null | undefined;
  status?: string | undefined;
  custom_status_id?: number | undefined;
  /** Instead of `assignee_id`. */
  assignee_email?: string | undefined;
  priority?: string | null | undefined;
  type?: string | null | undefined;
  assignee_id?: number | null | undefined;
  group_id?: number | null | undefined;
  requester_id?: number | undefined;
  organization_id?: number | null | undefined;
  brand_id?: number | undefined;
  ticket_form_id?: number | null | undefined;
  problem_id?: number | null | undefined;
  external_id?: string | null | undefined;
  due_at?: string | null | undefined;
}

/** What a request or a rule wants to change on a ticket. */
export interface TicketChange {
  attributes: AttributeInput;
  tags?: string[] | undefined;
  addTags: string[];
  removeTags: string[];
  customFields: { id: number; value: FieldValue }[];
  comment?: CommentInput | undefined;
  metadata: JsonObject;
  macroIds: number[];
  people?: PeopleChange | undefined;
  /** Tags alone, by the tag endpoints: what a closed ticket may still take. */
  tagsOfClosed?: boolean | undefined;
}

export function emptyChange(): TicketChange {
  return { attributes: {}, addTags: [], removeTags: [], customFields: [], metadata: {}, macroIds: [] };
}

/** Reads the `ticket` object of a request. What Zendesk does not know, it ignores; so does this. */
export function readTicketChange(ticket: JsonObject): TicketChange {
  return {
    attributes: readAttributes(ticket),
    tags: 'tags' in ticket ? wordsOf(ticket.tags) : undefined,
    addTags: wordsOf(ticket.additional_tags),
    removeTags: wordsOf(ticket.remove_tags),
    customFields: [...readFieldList(ticket.custom_fields), ...readFieldList(ticket.fields)],
    comment: readComment(ticket),
    metadata: objectOf(ticket.metadata),
    macroIds: [...idsOf(ticket.macro_ids), ...idsOf([ticket.macro_id])],
    people: readPeopleChange(ticket),
  };
}

const NULLABLE_IDS = ['assignee_id', 'group_id', 'organization_id', 'ticket_form_id', 'problem_id'] as const;
const NULLABLE_WORDS = ['subject', 'priority', 'type', 'external_id', 'due_at'] as const;
const IDS = ['requester_id', 'brand_id'] as const;

function readAttributes(ticket: JsonObject): AttributeInput {
  const input: AttributeInput = {};
  for (const name of NULLABLE_IDS) if (name in ticket) input[name] = idOf(ticket[name]) ?? null;
  for (const name of NULLABLE_WORDS) if (name in ticket) input[name] = wordOf(ticket[name]) || null;
  for (const name of IDS) if (name in ticket) input[name] = idOf(ticket[name]);
  if (!('subject' in ticket) && 'raw_subject' in ticket) input.subject = textOf(ticket.raw_subject) ?? null;
  if ('status' in ticket) input.status = textOf(ticket.status);
  if ('custom_status_id' in ticket) input.custom_status_id = idOf(ticket.custom_status_id);
  if ('assignee_email' in ticket) input.assignee_email = textOf(ticket.assignee_email);
  return input;
}

function readFieldList(value: unknown): { id: number; value: FieldValue }[] {
  // Zendesk takes a list of {id, value}, and also an object of values by id.
  const pairs = isObject(value)
    ? Object.entries(value)
    : listOf(value).map((entry): [unknown, unknown] => [objectOf(entry).id, objectOf(entry).value]);
  return pairs.flatMap(([id, raw]) => {
    const fieldId = idOf(id);
    return fieldId === undefined ? [] : [{ id: fieldId, value: readFieldValue(raw) }];
  });
}

/** A field value as sent: texts, numbers, flags and lists of texts; anything else empties the field. */
export function readFieldValue(value: unknown): FieldValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return wordsOf(value);
  return null;
}

function readComment(ticket: JsonObject): CommentInput | undefined {
  const comment = ticket.comment ?? ticket.description;
  if (typeof comment === 'string') return { body: comment, uploads: [] };
  if (!isObject(comment)) return undefined;
  return {
    body: textOf(comment.body) ?? textOf(comment.value),
    htmlBody: textOf(comment.html_body),
    public: flagOf(comment.public),
    authorId: idOf(comment.author_id),
    uploads: wordsOf(comment.uploads),
  };
}
