import type { Instant } from '../../../domain/local-date.ts';
import { COMPLAINT_TAG } from '../../../domain/terms.ts';
import type { AccountFields } from '../../zaf/account.ts';
import { changeTicket, type Metadata } from '../../zaf/change-ticket.ts';
import type { Host } from '../../zaf/host.ts';
import { type Details, detailFields, optionTags, withOptions } from './change-parts.ts';
import { metadataTime } from './event.ts';
import { mustBeTagged } from './tagged.ts';

export type Channel = 'form' | 'letter' | 'email' | 'other';

export interface Recording extends Details {
  readonly channel: Channel;
  /** When a letter arrived; for all else the service reads it from the conversation. */
  readonly receivedAt?: Instant;
  /** When the customer first complained, by whatever way: by phone, say. */
  readonly firstMadeAt?: Instant;
  /** In which the customer is to be written to, where that is not their language in Zendesk. */
  readonly language?: string;
  /** Who speaks for the customer, in the words of the internal note. */
  readonly representativeNote?: string;
}

function metadataOf(recording: Recording): Metadata {
  const { channel, receivedAt, firstMadeAt, flags = [], language, representativeNote } = recording;
  return {
    event: 'received',
    channel,
    ...(receivedAt === undefined ? {} : { received_at: metadataTime(receivedAt) }),
    ...(firstMadeAt === undefined ? {} : { first_made_at: metadataTime(firstMadeAt) }),
    ...(flags.length > 0 ? { flags } : {}),
    ...(language ? { language } : {}),
    ...(representativeNote ? { representative: true } : {}),
  };
}

/**
 * Records the ticket as a formal complaint in one update; nothing happens where somebody else just did.
 * @throws RestError, ZodError, MissingFieldError, NotTaggedError
 */
export async function recordComplaint(
  host: Host,
  ticketId: number,
  fields: AccountFields,
  recording: Recording,
): Promise<void> {
  const { channel, representativeNote } = recording;
  const custom_fields = detailFields(fields, channel, recording);
  const saved = await changeTicket(host, ticketId, ({ tags }) => {
    if (tags.includes(COMPLAINT_TAG)) return undefined;
    return {
      tags: [...withOptions(tags, optionTags(channel, recording)), COMPLAINT_TAG],
      custom_fields,
      metadata: { complaint: metadataOf(recording) },
      ...(representativeNote ? { comment: { body: representativeNote, public: false } } : {}),
    };
  });
  mustBeTagged(saved);
}
