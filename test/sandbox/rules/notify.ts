import { groupIdsOf, isAgent } from '../account/account.ts';
import type { RuleAction, UserRecord, Via } from '../account/records.ts';
import { idOf, listOf, textOf, wordOf } from '../json.ts';
import { auditsOf, type Draft } from './draft.ts';

/** A rule at work on a draft. */
export interface FiringRule {
  id: number;
  via: Via;
}

/** Mails what a notification action says, and records it as an event of the audit. */
export function notify(draft: Draft, action: RuleAction, rule: FiringRule): void {
  const [to, subject, body] = listOf(action.value);
  const whom = wordOf(to) ?? '';
  const recipients = recipientsOf(draft, action.field, whom).filter(canBeMailed);
  if (recipients.length === 0) return;
  const { account, ticket, actor } = draft;
  // Each is written to in their own language; the audit keeps the words of the first.
  const mailFor = ({ locale }: UserRecord) => {
    const frame = { ticket, actor, audits: auditsOf(draft), locale };
    return {
      subject: draft.renderer.text(textOf(subject) ?? '', frame),
      body: draft.renderer.text(textOf(body) ?? '', frame),
    };
  };
  const withCcs = whom === 'requester_and_ccs' && account.settings.email_ccs;
  draft.audit.events.push({
    id: account.ids.next(),
    type: withCcs ? 'NotificationWithCcs' : 'Notification',
    via: rule.via,
    ...mailFor(recipients[0] ?? actor),
    recipients: recipients.map((user) => user.id),
  });
  for (const recipient of recipients) {
    account.mails.push({
      at: account.stamp(),
      ticketId: ticket.id,
      to: recipient.email ?? '',
      ...mailFor(recipient),
      triggerId: rule.id,
    });
  }
}

/** Nobody without an address gets mail, nor does a suspended or deleted user. */
function canBeMailed(user: UserRecord): boolean {
  return user.email !== null && !user.suspended && user.active;
}

function recipientsOf(draft: Draft, field: string, whom: string): UserRecord[] {
  const { account, ticket, actor } = draft;
  const users = (ids: readonly (number | null)[]) =>
    ids.flatMap((id) => (id === null ? [] : (account.users.get(id) ?? [])));
  if (field === 'notification_group') {
    const groupId = whom === 'group_id' ? ticket.group_id : idOf(whom);
    return [...account.users.values()].filter(
      (user) =>
        isAgent(user) &&
        groupId !== null &&
        groupId !== undefined &&
        groupIdsOf(account, user.id).includes(groupId),
    );
  }
  switch (whom) {
    case 'requester_id':
      return users([ticket.requester_id]);
    case 'requester_and_ccs':
      return users([ticket.requester_id, ...(account.settings.email_ccs ? ticket.email_cc_ids : [])]);
    case 'assignee_id':
      return users([ticket.assignee_id]);
    case 'current_user':
      return [actor];
    case 'all_agents':
      return [...account.users.values()].filter(isAgent);
    default:
      return users([idOf(whom) ?? null]);
  }
}
