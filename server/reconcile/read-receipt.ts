import type { CaseEvent } from '../../domain/events.ts';
import type { Instant } from '../../domain/local-date.ts';
import { COMPLAINT_TAG, optionName } from '../../domain/terms.ts';
import type { Audit } from '../zendesk/port.ts';
import { tagsAdded } from './audit-tags.ts';
import { complaintMetadata } from './metadata.ts';
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
  if (reading.isFollowUp || audit.authorId === reading.serviceUserId || !tagsAdded(audit).has(COMPLAINT_TAG))
    return [];
  const { ticket, channelField, channelOfVia } = reading;
  const said = complaintMetadata(audit);
  const chosen = optionName('channel', fieldBy(audits, index, channelField));
  return [
    {
      kind: 'received',
      at: said?.received_at ?? lastRequesterComment(audits, index, ticket.requesterId) ?? ticket.createdAt,
      channel: said?.channel ?? chosen ?? channelOfVia(ticket.via.channel),
      ...(said?.first_made_at === undefined ? {} : { firstMadeAt: said.first_made_at }),
      ...(said?.flags ? { flags: said.flags } : {}),
    },
  ];
}
