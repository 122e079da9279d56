import type { MessageKind, Outcome } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/local-date.ts';
import { OPTION_PREFIX } from '../../../domain/terms.ts';
import type { AccountFields } from '../../zaf/account.ts';
import { changeTicket } from '../../zaf/change-ticket.ts';
import type { Host } from '../../zaf/host.ts';
import { need, withOptions } from './change-parts.ts';
import { metadataTime, recordEvent } from './event.ts';

export interface Posting {
  /** What the letter counts as; none for one that moves no case. */
  readonly event: MessageKind | undefined;
  readonly postedAt: Instant;
  readonly note: string;
  readonly outcome?: Outcome | undefined;
  /** Options of the drop-downs, by their tags; empty for none. */
  readonly category?: string | undefined;
  readonly redress?: string | undefined;
}

/** The drop-downs that are set with it, in Zendesk's own shape. @throws MissingFieldError */
function choicesOf(fields: AccountFields, { outcome, category, redress }: Posting) {
  const chosen = [
    { field: fields.outcome, value: outcome && `${OPTION_PREFIX.outcome}${outcome}` },
    { field: fields.category, value: category },
    { field: fields.redress, value: redress },
  ];
  return chosen.flatMap(({ field, value }) => (value ? [{ id: need(field).id, value }] : []));
}

/** Records that a letter went out. @throws RestError, ZodError, MissingFieldError */
export async function recordPosting(
  host: Host,
  ticketId: number,
  fields: AccountFields,
  posting: Posting,
): Promise<void> {
  const { event, postedAt, note } = posting;
  if (!event) {
    await changeTicket(host, ticketId, () => ({ comment: { body: note, public: false } }));
    return;
  }
  const choices = choicesOf(fields, posting);
  const values = choices.map(({ value }) => value);
  await recordEvent(host, ticketId, {
    complaint: {
      event,
      posted_at: metadataTime(postedAt),
      ...(posting.outcome ? { outcome: posting.outcome } : {}),
    },
    note,
    change: ({ tags }) =>
      choices.length > 0 ? { tags: withOptions(tags, values), custom_fields: choices } : {},
  });
}
