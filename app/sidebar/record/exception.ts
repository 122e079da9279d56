import { COMPLAINT_TAG, optionName } from '../../../domain/terms.ts';
import type { AccountFields } from '../../zaf/account.ts';
import { changeTicket } from '../../zaf/change-ticket.ts';
import type { Host } from '../../zaf/host.ts';
import { detailFields, flagTags, need, optionTags, withOptions } from './change-parts.ts';
import { mustBeTagged } from './tagged.ts';

export type ExceptionReason = 'personal_data' | 'needs_support' | 'other';

export interface Exception {
  readonly reason: ExceptionReason;
  /** The internal note, in the agent's words. */
  readonly note: string;
}

/** What the reason says of the complaint itself; the regimes for personal data hang on it. */
const FLAGS: Readonly<Record<ExceptionReason, readonly string[]>> = {
  personal_data: ['data_protection'],
  needs_support: ['needs_support'],
  other: [],
};

/** The fields and tags of a complaint by phone. */
function newComplaint(tags: readonly string[], fields: AccountFields, flags: readonly string[]) {
  return {
    tags: [...withOptions(tags, optionTags('phone', { flags })), COMPLAINT_TAG],
    custom_fields: detailFields(fields, 'phone', { flags }),
  };
}

/** Of a complaint that is on the ticket already only the flags change. */
function flagsOn(tags: readonly string[], fields: AccountFields, flags: readonly string[]) {
  if (flags.length === 0) return {};
  const value = flagTags(flags);
  return { tags: withOptions(tags, value), custom_fields: [{ id: need(fields.flags).id, value }] };
}

/**
 * Takes a complaint although it came by a way that the policy refuses.
 * @throws RestError, ZodError, MissingFieldError, NotTaggedError
 */
export async function recordException(
  host: Host,
  ticketId: number,
  fields: AccountFields,
  { reason, note }: Exception,
): Promise<void> {
  const saved = await changeTicket(host, ticketId, ({ tags }) => {
    const recorded = tags.includes(COMPLAINT_TAG);
    const before = tags.flatMap((tag) => optionName('flags', tag) ?? []);
    // An account of an earlier provisioning has no field for them; the metadata tells the service all the same.
    const flags = fields.flags ? [...new Set([...before, ...FLAGS[reason]])] : [];
    return {
      ...(recorded ? flagsOn(tags, fields, flags) : newComplaint(tags, fields, flags)),
      metadata: {
        complaint: {
          event: 'exception',
          ...(recorded ? {} : { channel: 'phone' }),
          ...(FLAGS[reason].length > 0 ? { flags: FLAGS[reason] } : {}),
          reason,
        },
      },
      comment: { body: note, public: false },
    };
  });
  mustBeTagged(saved);
}
