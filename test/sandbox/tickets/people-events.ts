import type { Account } from '../account/account.ts';
import type { AuditEvent, TicketRecord } from '../account/records.ts';

/** The audit events that tell who was put on copy or made a follower, and who no longer is. */
export function peopleEvents(
  account: Account,
  before: Pick<TicketRecord, 'email_cc_ids' | 'follower_ids'>,
  after: TicketRecord,
): AuditEvent[] {
  const addresses = (ids: readonly number[]) => ids.map((id) => account.users.get(id)?.email ?? String(id));
  const events: AuditEvent[] = [];
  if (differ(before.email_cc_ids, after.email_cc_ids)) {
    events.push({
      id: account.ids.next(),
      type: 'EmailCcChange',
      previous_email_ccs: addresses(before.email_cc_ids),
      current_email_ccs: addresses(after.email_cc_ids),
    });
  }
  if (differ(before.follower_ids, after.follower_ids)) {
    events.push({
      id: account.ids.next(),
      type: 'FollowerChange',
      previous_followers: addresses(before.follower_ids),
      current_followers: addresses(after.follower_ids),
    });
  }
  return events;
}

const differ = (a: readonly number[], b: readonly number[]) => a.join() !== b.join();
