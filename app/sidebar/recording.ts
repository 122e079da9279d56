import type { MessageKind, Outcome } from '../../domain/events.ts';
import type { Instant } from '../../domain/local-date.ts';
import { COMPLAINT_TAG, OPTION_PREFIX } from '../../domain/terms.ts';
import type { AccountField, AccountFields } from '../zaf/account.ts';
import type { Host } from '../zaf/host.ts';
import { changeTicket } from '../zaf/tickets.ts';
import { MissingFieldError } from './failure-text.ts';

export type Channel = 'form' | 'letter' | 'email' | 'other';
export type ExceptionReason = 'personal_data' | 'needs_support' | 'other';

function iso(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function need(field: AccountField | undefined): AccountField {
  if (!field) throw new MissingFieldError('a ticket field of the provisioning is missing');
  return field;
}

/** The tags with the drop-downs' new values in place of their old ones: a drop-down's value is a tag too. */
function withOptions(tags: readonly string[], values: readonly string[]): string[] {
  const prefixes = Object.values(OPTION_PREFIX).filter((prefix) =>
    values.some((value) => value.startsWith(prefix)),
  );
  const others = tags.filter((tag) => !prefixes.some((prefix) => tag.startsWith(prefix)));
  return [...new Set([...others, ...values])];
}

export interface Recording {
  readonly channel: Channel;
  /** The option's value, a tag. */
  readonly category?: string;
  /** When a letter arrived; for all else the service reads it from the conversation. */
  readonly receivedAt?: Instant;
}

/** Records the ticket as a formal complaint; nothing happens where somebody else just did. @throws RestError, MissingFieldError */
export async function recordComplaint(
  host: Host,
  ticketId: number,
  fields: AccountFields,
  { channel, category, receivedAt }: Recording,
): Promise<void> {
  const by = { id: need(fields.channel).id, value: `${OPTION_PREFIX.channel}${channel}` };
  const about = category ? [{ id: need(fields.category).id, value: category }] : [];
  const options = [by, ...about];
  await changeTicket(host, ticketId, ({ tags }) => {
    if (tags.includes(COMPLAINT_TAG)) return undefined;
    return {
      tags: [
        ...withOptions(
          tags,
          options.map(({ value }) => value),
        ),
        COMPLAINT_TAG,
      ],
      custom_fields: options,
      metadata: {
        complaint: {
          event: 'received',
          channel,
          ...(receivedAt === undefined ? {} : { received_at: iso(receivedAt) }),
        },
      },
    };
  });
}

export interface Exception {
  readonly reason: ExceptionReason;
  /** The internal note, in the agent's words. */
  readonly note: string;
}

/** Takes a complaint although it came by a way that the policy refuses. @throws RestError, MissingFieldError */
export async function recordException(
  host: Host,
  ticketId: number,
  fields: AccountFields,
  { reason, note }: Exception,
): Promise<void> {
  await changeTicket(host, ticketId, ({ tags }) => {
    const recorded = tags.includes(COMPLAINT_TAG);
    const by = { id: need(fields.channel).id, value: `${OPTION_PREFIX.channel}phone` };
    return {
      ...(recorded ? {} : { tags: [...withOptions(tags, [by.value]), COMPLAINT_TAG], custom_fields: [by] }),
      metadata: { complaint: { event: 'exception', ...(recorded ? {} : { channel: 'phone' }), reason } },
      comment: { body: note, public: false },
    };
  });
}

export interface Posting {
  readonly event: MessageKind;
  readonly postedAt: Instant;
  readonly note: string;
  readonly outcome?: Outcome;
}

/** Records that a letter went out. @throws RestError, MissingFieldError */
export async function recordPosting(
  host: Host,
  ticketId: number,
  fields: AccountFields,
  { event, postedAt, note, outcome }: Posting,
): Promise<void> {
  await changeTicket(host, ticketId, ({ tags }) => {
    const value = outcome && `${OPTION_PREFIX.outcome}${outcome}`;
    return {
      ...(value
        ? { tags: withOptions(tags, [value]), custom_fields: [{ id: need(fields.outcome).id, value }] }
        : {}),
      metadata: { complaint: { event, posted_at: iso(postedAt) } },
      comment: { body: note, public: false },
    };
  });
}
