import type { Account } from '../account/account.ts';
import { isAgent } from '../account/account.ts';
import type { TicketRecord, UserRecord } from '../account/records.ts';
import { idOf, idsOf, isObject, type JsonObject, listOf, textOf } from '../json.ts';
import { findOrCreateUser } from '../users/find-or-create.ts';
import { userOfAddress } from '../users/identities.ts';

/** One person to be put on a ticket or taken off: by id, or by address where the account may not know them yet. */
export interface PersonChange {
  id?: number | undefined;
  email?: string | undefined;
  name?: string | undefined;
  remove: boolean;
}

/** What a request wants with the people around a ticket. Absent means unchanged. */
export interface PeopleChange {
  emailCcs?: PersonChange[] | undefined;
  followers?: PersonChange[] | undefined;
  /** The whole list of CCs, as the older `collaborator_ids` and `collaborators` name it. */
  collaborators?: PersonChange[] | undefined;
  /** CCs on top of those there are. */
  added: PersonChange[];
}

/**
 * Reads `email_ccs` and `followers` (entries with `user_id`, `user_email`, `user_name`, `action` `put` or
 * `delete`), `collaborator_ids`, `collaborators` and `additional_collaborators` (ids, addresses or people).
 */
export function readPeopleChange(ticket: JsonObject): PeopleChange {
  const list = (name: string) => (name in ticket ? listOf(ticket[name]).flatMap(readPerson) : undefined);
  const ids = 'collaborator_ids' in ticket ? idsOf(ticket.collaborator_ids) : undefined;
  return {
    emailCcs: list('email_ccs'),
    followers: list('followers'),
    collaborators: ids?.map((id) => ({ id, remove: false })) ?? list('collaborators'),
    added: list('additional_collaborators') ?? [],
  };
}

function readPerson(entry: unknown): PersonChange[] {
  const id = idOf(entry);
  if (id !== undefined) return [{ id, remove: false }];
  if (typeof entry === 'string') return [{ email: entry, remove: false }];
  if (!isObject(entry)) return [];
  return [
    {
      id: idOf(entry.user_id) ?? idOf(entry.id),
      email: textOf(entry.user_email) ?? textOf(entry.email),
      name: textOf(entry.user_name) ?? textOf(entry.name),
      remove: entry.action === 'delete',
    },
  ];
}

/**
 * Applies the people of a request to a working copy. CCs the account does not know become users; followers must be
 * agents. `email_ccs` and `followers` count only where "CCs and followers" is on; there, collaborators who are
 * agents become followers.
 */
export function applyPeople(account: Account, ticket: TicketRecord, change: PeopleChange): void {
  const isOn = account.settings.email_ccs;
  const listed = [...(change.collaborators ?? []), ...change.added];
  const fitsCc = (user: UserRecord) =>
    !user.suspended && user.id !== ticket.requester_id && !(isOn && isAgent(user));
  const fitsFollower = (user: UserRecord) => isOn && isAgent(user);
  const before = change.collaborators ? [] : ticket.email_cc_ids;
  const ccs = changed(account, before, listed, fitsCc);
  ticket.email_cc_ids = changed(account, ccs, isOn ? change.emailCcs : [], (user) => !user.suspended);
  const followers = changed(account, ticket.follower_ids, listed, fitsFollower);
  ticket.follower_ids = changed(account, followers, isOn ? change.followers : [], isAgent);
  ticket.collaborator_ids = [...new Set([...ticket.email_cc_ids, ...ticket.follower_ids])];
}

function changed(
  account: Account,
  ids: readonly number[],
  changes: readonly PersonChange[] | undefined,
  fits: (user: UserRecord) => boolean,
): number[] {
  const left = new Set(ids);
  for (const change of changes ?? []) {
    const user = personOf(account, change);
    if (!user) continue;
    if (change.remove) left.delete(user.id);
    else if (fits(user)) left.add(user.id);
  }
  return [...left];
}

function personOf(account: Account, change: PersonChange): UserRecord | undefined {
  if (change.id !== undefined) return account.users.get(change.id);
  if (change.email === undefined) return undefined;
  if (change.remove) return userOfAddress(account, change.email);
  return findOrCreateUser(account, { email: change.email, name: change.name });
}
