import type { Plan } from '../../domain/plan.ts';
import { type ClockRecord, sameRecord } from '../../domain/record.ts';
import { decodeRecord, encodeRecord } from '../../domain/record-text.ts';
import {
  COMPLAINT_TAG,
  EVENT_TAGS,
  FIELD_KEYS,
  type FieldKey,
  OPTION_PREFIX,
  SERVICE_TAGS,
} from '../../domain/terms.ts';
import type { FieldValue, MacroResult, Ticket, TicketUpdate } from '../zendesk/port.ts';

export type FieldIds = Readonly<Record<FieldKey, number>>;

export interface Draft {
  readonly plan: Plan;
  readonly ticket: Ticket;
  readonly fieldIds: FieldIds;
  /** Whether the case began on another ticket, whose complaint tag this one needs too. */
  readonly carried?: boolean;
  /** Fields, and `due_at`, that someone changed back: not fought over. */
  readonly leftAlone: ReadonlySet<FieldKey | 'due_at'>;
  readonly acknowledgement?: { readonly macroId: number; readonly text: MacroResult };
  /** The internal note and the keys of the notes that it joins. */
  readonly note?: { readonly body: string; readonly keys: readonly string[] };
}

const OWN_TAGS: readonly string[] = Object.values(SERVICE_TAGS);
const LEFTOVER_TAGS: readonly string[] = Object.values(EVENT_TAGS);
const isOptionField = (key: FieldKey): key is keyof typeof OPTION_PREFIX => key in OPTION_PREFIX;

function isSame(current: FieldValue | undefined, desired: string | null): boolean {
  return (current === undefined || current === '' ? null : current) === desired;
}

/** The record's text, left as it is where it says the same already. */
function recordText(record: ClockRecord, current: FieldValue | undefined): string {
  const known = typeof current === 'string' ? decodeRecord(current) : undefined;
  return known?.ok && sameRecord(known.record, record) && typeof current === 'string'
    ? current
    : encodeRecord(record);
}

/** The drop-down is emptied for the next reply. Beside an acknowledgement it must not stand against the event tag. */
function replyIs({ ticket, fieldIds, acknowledgement }: Draft): string | null {
  const chosen = !isSame(ticket.customFields.get(fieldIds.reply_is), null);
  return acknowledgement && chosen ? EVENT_TAGS.acknowledged : null;
}

function fieldChanges(draft: Draft): Map<FieldKey, string | null> {
  const { plan, ticket, fieldIds, leftAlone } = draft;
  const changes = new Map<FieldKey, string | null>();
  const consider = (key: FieldKey, desired: string | null): void => {
    if (!leftAlone.has(key) && !isSame(ticket.customFields.get(fieldIds[key]), desired))
      changes.set(key, desired);
  };
  for (const key of FIELD_KEYS) {
    const desired = plan.fields[key];
    if (desired !== undefined) consider(key, desired);
  }
  consider('reply_is', replyIs(draft));
  consider('record', recordText(plan.record, ticket.customFields.get(fieldIds.record)));
  return changes;
}

/** A drop-down's option is a tag of the ticket too: the list sent must agree with the fields sent. */
function withOptions(tags: Set<string>, changes: ReadonlyMap<FieldKey, string | null>): void {
  for (const [key, desired] of changes) {
    if (!isOptionField(key)) continue;
    for (const tag of [...tags]) if (tag.startsWith(OPTION_PREFIX[key])) tags.delete(tag);
    if (desired) tags.add(desired);
  }
}

function tagsWanted(
  { plan, ticket, acknowledgement, carried = false }: Draft,
  changes: ReadonlyMap<FieldKey, string | null>,
): string[] {
  const tags = new Set(ticket.tags.filter((tag) => !OWN_TAGS.includes(tag) && !LEFTOVER_TAGS.includes(tag)));
  for (const tag of plan.tags) tags.add(tag);
  if (acknowledgement) tags.add(EVENT_TAGS.acknowledged);
  if (plan.restoreTag || (carried && plan.carriesTag)) tags.add(COMPLAINT_TAG);
  withOptions(tags, changes);
  return [...tags];
}

function sameTags(a: readonly string[], b: readonly string[]): boolean {
  const set = new Set(a);
  return set.size === new Set(b).size && b.every((tag) => set.has(tag));
}

/** The native due time: only a task can have one, and only a ticket without a type is made a task. */
function dueChange({ plan, ticket, leftAlone }: Draft): Pick<TicketUpdate, 'type' | 'due_at'> {
  if (leftAlone.has('due_at') || ticket.dueAt === plan.dueAt) return {};
  if (ticket.type !== 'task' && (ticket.type !== null || plan.dueAt === null)) return {};
  return { type: 'task', due_at: plan.dueAt === null ? null : new Date(plan.dueAt).toISOString() };
}

function comment({ acknowledgement, note }: Draft): Pick<TicketUpdate, 'comment' | 'macro_ids' | 'metadata'> {
  if (acknowledgement) {
    const { body, htmlBody } = acknowledgement.text;
    return {
      comment: { ...(htmlBody === undefined ? { body } : { html_body: htmlBody }), public: true },
      macro_ids: [acknowledgement.macroId],
    };
  }
  return note
    ? { comment: { body: note.body, public: false }, metadata: { complaint: { notes: note.keys } } }
    : {};
}

/**
 * The one update that makes the ticket say what the plan wants, or undefined where it does already. Safe: Zendesk
 * refuses it where the ticket has changed since it was read.
 */
export function ticketUpdate(draft: Draft): TicketUpdate | undefined {
  const changes = fieldChanges(draft);
  const tags = tagsWanted(draft, changes);
  const parts: TicketUpdate = {
    ...comment(draft),
    ...(changes.size > 0
      ? { custom_fields: [...changes].map(([key, value]) => ({ id: draft.fieldIds[key], value })) }
      : {}),
    ...(sameTags(tags, draft.ticket.tags) ? {} : { tags }),
    ...dueChange(draft),
  };
  if (Object.keys(parts).length === 0) return undefined;
  return { ...parts, safe_update: true, updated_stamp: draft.ticket.updatedStamp };
}
