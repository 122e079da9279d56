import type { Account } from '../account/account.ts';
import type { CustomStatusRecord, StatusCategory, TicketRecord, TicketStatus } from '../account/records.ts';

/** The status every account has in each category, with the words Zendesk gives it. */
const STANDARD: readonly [category: StatusCategory, label: string, description: string][] = [
  ['new', 'New', 'Ticket is awaiting assignment to an agent'],
  ['open', 'Open', 'Staff is working on the ticket'],
  ['pending', 'Pending', 'Staff is waiting for the requester to reply'],
  ['hold', 'On-hold', 'Staff is waiting for a third party'],
  ['solved', 'Solved', 'The ticket has been solved'],
];

/** End users are not told of `new` and `hold`: both are "Open" to them, and pending is a question to them. */
const END_USER_LABELS: Readonly<Record<StatusCategory, string>> = {
  new: 'Open',
  open: 'Open',
  pending: 'Awaiting your reply',
  hold: 'Open',
  solved: 'Solved',
};

/** Gives a new account its five default statuses. */
export function addStandardStatuses(account: Account): void {
  const now = account.stamp();
  for (const [status_category, agent_label, description] of STANDARD) {
    const id = account.ids.next();
    account.customStatuses.set(id, {
      id,
      status_category,
      agent_label,
      end_user_label: END_USER_LABELS[status_category],
      description,
      end_user_description: '',
      active: true,
      default: true,
      created_at: now,
      updated_at: now,
    });
  }
}

/** The status that a bare category stands for. */
export function defaultStatus(account: Account, category: TicketStatus): CustomStatusRecord | undefined {
  return [...account.customStatuses.values()].find((one) => one.default && one.status_category === category);
}

/**
 * Lets the custom status follow the category: it stays where it belongs to the ticket's status, and is that
 * category's default otherwise. A closed ticket keeps the one it was solved with.
 */
export function followStatus(account: Account, ticket: TicketRecord): void {
  if (ticket.status === 'closed') return;
  const own =
    ticket.custom_status_id === null ? undefined : account.customStatuses.get(ticket.custom_status_id);
  if (own?.status_category === ticket.status) return;
  ticket.custom_status_id = defaultStatus(account, ticket.status)?.id ?? null;
}
