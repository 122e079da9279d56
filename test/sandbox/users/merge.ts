import type { Account } from '../account/account.ts';
import type { UserRecord } from '../account/records.ts';
import { forbidden } from '../fault.ts';
import { change, identitiesOf } from './identities.ts';

/**
 * Merges an end user into another: tickets, addresses and tags go over, and the first is no more.
 * @throws Fault 403 where one of them is an agent
 */
export function mergeUsers(account: Account, from: UserRecord, into: UserRecord): UserRecord {
  if (from.role !== 'end-user' || into.role !== 'end-user' || from.id === into.id) throw forbidden();
  const now = account.stamp();
  for (const ticket of [...account.tickets.values()]) {
    const swap = (id: number) => (id === from.id ? into.id : id);
    const ids = (list: readonly number[]) => [...new Set(list.map(swap))];
    const touched = ticket.requester_id === from.id || ticket.collaborator_ids.includes(from.id);
    if (!touched) continue;
    account.tickets.set(ticket.id, {
      ...ticket,
      requester_id: swap(ticket.requester_id),
      email_cc_ids: ids(ticket.email_cc_ids),
      collaborator_ids: ids(ticket.collaborator_ids),
    });
  }
  identitiesOf(account, into);
  for (const identity of identitiesOf(account, from))
    change(account, identity, { user_id: into.id, primary: false });
  account.users.set(from.id, { ...from, active: false, email: null, updated_at: now });
  const merged = {
    ...into,
    phone: into.phone ?? from.phone,
    email: into.email ?? from.email,
    tags: [...new Set([...into.tags, ...from.tags])].sort(),
    updated_at: now,
  };
  account.users.set(into.id, merged);
  return merged;
}
