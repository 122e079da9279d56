import { PART_OF_PREFIX } from '../../../domain/terms.ts';
import { changeTicket } from '../../zaf/change-ticket.ts';
import type { Host } from '../../zaf/host.ts';
import { recordEvent } from '../record/event.ts';

/** The complaint to which a ticket belongs, by its tags. */
export function partOf(tags: readonly string[]): number | undefined {
  const ids = tags.flatMap((tag) => {
    const id = tag.startsWith(PART_OF_PREFIX) ? Number(tag.slice(PART_OF_PREFIX.length)) : 0;
    return Number.isSafeInteger(id) && id > 0 ? [id] : [];
  });
  return ids[0];
}

const withoutParts = (tags: readonly string[]): string[] =>
  tags.filter((tag) => !tag.startsWith(PART_OF_PREFIX));

export interface Linking {
  /** The ticket that belongs to the complaint. */
  readonly ticketId: number;
  /** The complaint's own. */
  readonly home: number;
  /** Internal notes: on the ticket, and on the complaint. */
  readonly note: string;
  readonly homeNote: string;
}

/**
 * Adds a ticket to an open complaint: the complaint's file first, so that a failure leaves nothing half done that looks
 * done. Done again after one, the file only says it twice. @throws RestError, ZodError
 */
export async function linkTicket(host: Host, { ticketId, home, note, homeNote }: Linking): Promise<void> {
  await recordEvent(host, home, {
    complaint: { event: 'noted', topic: 'linked', ticket: String(ticketId) },
    note: homeNote,
  });
  const tag = `${PART_OF_PREFIX}${home}`;
  await changeTicket(host, ticketId, ({ tags }) =>
    tags.includes(tag)
      ? undefined
      : { tags: [...withoutParts(tags), tag], comment: { body: note, public: false } },
  );
}

/** Takes a ticket off a complaint again, which is told on both. @throws RestError, ZodError */
export async function unlinkTicket(host: Host, { ticketId, home, note, homeNote }: Linking): Promise<void> {
  await changeTicket(host, home, () => ({ comment: { body: homeNote, public: false } }));
  await changeTicket(host, ticketId, ({ tags }) =>
    partOf(tags) === undefined
      ? undefined
      : { tags: withoutParts(tags), comment: { body: note, public: false } },
  );
}
