import type { NotedTopic } from '../../../domain/noted-topics.ts';
import type { Metadata } from '../../zaf/change-ticket.ts';
import type { Host } from '../../zaf/host.ts';
import type { Ticket } from '../../zaf/tickets.ts';
import { withOptions } from './change-parts.ts';
import { recordEvent } from './event.ts';

/** A field's new value; the option of a drop-down is a tag too. */
export interface FieldChange {
  readonly id: number;
  readonly value: string;
}

export interface Noting {
  readonly topic: NotedTopic;
  /** What is known of it besides. No words of people. */
  readonly with?: Metadata;
  /** The internal note, in plain words. */
  readonly note: string;
  readonly fields?: readonly FieldChange[];
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  /** Hands the ticket to a group, or to somebody. */
  readonly assign?: { readonly groupId?: number; readonly userId?: number };
}

/** The tags with the changes, and the drop-downs' new values in place of their old ones. */
function tagsAfter({ tags }: Ticket, { fields = [], addTags = [], removeTags = [] }: Noting): string[] {
  const values = fields.map(({ value }) => value).filter((value) => value.startsWith('complaint_'));
  const kept = tags.filter((tag) => !removeTags.includes(tag));
  return [...new Set([...withOptions(kept, values), ...addTags])];
}

function assignment({ assign }: Noting) {
  if (!assign) return {};
  const { groupId, userId } = assign;
  return { ...(groupId === undefined ? {} : { group_id: groupId }), assignee_id: userId ?? null };
}

/** Puts a fact on the case's file: metadata, internal note and fields in one update. @throws RestError, ZodError */
export async function recordNoted(host: Host, ticketId: number, noting: Noting): Promise<void> {
  const { topic, with: facts = {}, note, fields = [] } = noting;
  await recordEvent(host, ticketId, {
    complaint: { ...facts, event: 'noted', topic },
    note,
    change(ticket) {
      const tags = tagsAfter(ticket, noting);
      const same = tags.length === ticket.tags.length && tags.every((tag) => ticket.tags.includes(tag));
      return {
        ...(same ? {} : { tags }),
        ...(fields.length > 0 ? { custom_fields: fields } : {}),
        ...assignment(noting),
      };
    },
  });
}
