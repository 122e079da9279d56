import {
  COMPLAINT_TAG,
  EVENT_TAGS,
  FIELD_KEYS,
  type FieldKey,
  OPTION_PREFIX,
  PEOPLES_FIELDS,
  SERVICE_TAGS,
} from '../../domain/terms.ts';
import type { Audit, Ticket, TicketUpdate } from '../zendesk/port.ts';
import type { FieldIds } from './ticket-update.ts';

export interface TakeBack {
  readonly ticket: Ticket;
  readonly audits: readonly Audit[];
  readonly fieldIds: FieldIds;
  readonly serviceUserId: number;
  /** The correction that took the receipt back. */
  readonly correctedBy: number;
  readonly note: string;
}

/** What people enter about a complaint is theirs, and stays. */
const THEIRS: readonly FieldKey[] = PEOPLES_FIELDS;
const OURS = FIELD_KEYS.filter((key) => !THEIRS.includes(key));
const TAGS: readonly string[] = [COMPLAINT_TAG, ...Object.values(SERVICE_TAGS), ...Object.values(EVENT_TAGS)];
const isOptionField = (key: FieldKey): key is keyof typeof OPTION_PREFIX => key in OPTION_PREFIX;
const PREFIXES = OURS.filter(isOptionField).map((key) => OPTION_PREFIX[key]);

/** The key under which the note is remembered as written. */
const noteKey = (correctedBy: number): string => `taken_back:${correctedBy}`;

function dueIsOurs({ ticket, audits, serviceUserId }: TakeBack): boolean {
  const last = audits.findLast(({ events }) =>
    events.some((event) => event.kind === 'change' && event.field === 'due_at'),
  );
  return ticket.type === 'task' && ticket.dueAt !== null && last?.authorId === serviceUserId;
}

/** Whether the service has written on this ticket at all. */
function isKept({ audits, serviceUserId, fieldIds }: TakeBack): boolean {
  const stage = String(fieldIds.stage);
  return audits.some(
    ({ authorId, events }) =>
      authorId === serviceUserId && events.some((event) => event.kind === 'change' && event.field === stage),
  );
}

/**
 * The update that takes fields, tags, due time and clock record off a ticket whose complaint was taken back, with one
 * note; undefined where that was done, or nothing was ever written.
 */
export function takeBack(work: TakeBack): TicketUpdate | undefined {
  const { ticket, fieldIds, correctedBy, note } = work;
  const held = OURS.filter((key) => (ticket.customFields.get(fieldIds[key]) ?? '') !== '');
  const tags = ticket.tags.filter(
    (tag) => !TAGS.includes(tag) && !PREFIXES.some((prefix) => tag.startsWith(prefix)),
  );
  const due = dueIsOurs(work);
  if (!isKept(work) || (held.length === 0 && tags.length === ticket.tags.length && !due)) return undefined;
  return {
    comment: { body: note, public: false },
    metadata: { complaint: { notes: [noteKey(correctedBy)] } },
    tags,
    ...(held.length > 0 ? { custom_fields: held.map((key) => ({ id: fieldIds[key], value: null })) } : {}),
    ...(due ? { due_at: null } : {}),
    safe_update: true,
    updated_stamp: ticket.updatedStamp,
  };
}
