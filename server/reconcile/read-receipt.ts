import type { CaseEvent } from '../../domain/events.ts';
import type { Instant } from '../../domain/local-date.ts';
import { timeOfTags } from '../../domain/receipt-tag.ts';
import { COMPLAINT_TAG, optionName } from '../../domain/terms.ts';
import type { Audit } from '../zendesk/port.ts';
import { tagsAdded } from './audit-tags.ts';
import { complaintMetadata } from './metadata.ts';
import { flagsAtReceipt, notedWithReceipt } from './read-noted.ts';
import { commentsOf, fieldBy, type Reading } from './reading.ts';

function lastRequesterComment(
  audits: readonly Audit[],
  until: number,
  requesterId: number,
): Instant | undefined {
  const before = audits.slice(0, until + 1);
  return before.findLast((audit) => commentsOf(audit).some(({ authorId }) => authorId === requesterId))
    ?.createdAt;
}

/** The receipt of a complaint: the complaint tag, added by a person or a trigger. A follow-up never opens a case. */
export function receiptOf(
  audits: readonly Audit[],
  index: number,
  audit: Audit,
  reading: Reading,
): Partial<CaseEvent>[] {
  const added = tagsAdded(audit);
  if (reading.isFollowUp || audit.authorId === reading.serviceUserId || !added.has(COMPLAINT_TAG)) return [];
  const { ticket, channelField, channelOfVia } = reading;
  const said = complaintMetadata(audit);
  // A new ticket is saved from Zendesk's page, where tags are all that an app can add.
  const told = said?.received_at ?? timeOfTags('received', added);
  const firstMadeAt = said?.first_made_at ?? timeOfTags('firstMade', added);
  const flags = said?.flags ?? flagsAtReceipt(audits, index, reading);
  const chosen = optionName('channel', fieldBy(audits, index, channelField));
  return [
    {
      kind: 'received',
      at: told ?? lastRequesterComment(audits, index, ticket.requesterId) ?? ticket.createdAt,
      channel: said?.channel ?? chosen ?? channelOfVia(ticket.via.channel),
      ...(firstMadeAt === undefined ? {} : { firstMadeAt }),
      ...(said?.flags || flags.length > 0 ? { flags } : {}),
    },
    ...notedWithReceipt(audit),
  ];
}
