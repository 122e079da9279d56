import { type Account, groupIdsOf } from '../account/account.ts';
import type { UserRecord } from '../account/records.ts';
import { idOf, idsOf, objectOf } from '../json.ts';

/**
 * Who sees a macro or view: everybody; the members of a group (`{type: "Group", id, ids}`); or one user
 * (`{type: "User", id}`), to whom it is personal. Administrators see all that is shared.
 */
export function maySeeRule(
  account: Account,
  user: UserRecord,
  { restriction }: { restriction: unknown },
): boolean {
  const { type, id, ids } = objectOf(restriction);
  if (type === 'User') return idOf(id) === user.id;
  if (type !== 'Group' || user.role === 'admin') return true;
  const groups = [...idsOf(ids), ...idsOf([id])];
  return groupIdsOf(account, user.id).some((own) => groups.includes(own));
}

/** Shared ones are written by administrators, personal ones by their agent. */
export function mayWriteRule(user: UserRecord, { restriction }: { restriction: unknown }): boolean {
  const { type, id } = objectOf(restriction);
  if (type === 'User') return idOf(id) === user.id;
  return user.role === 'admin';
}

/** `access` of a list: `personal`, `shared`, or anything else for both; `group_id` for one group's. */
export function isAccess(
  { restriction }: { restriction: unknown },
  query: Readonly<Record<string, string | undefined>>,
): boolean {
  const { type, id, ids } = objectOf(restriction);
  if (query.access === 'personal' && type !== 'User') return false;
  if (query.access === 'shared' && type === 'User') return false;
  if (query.group_id === undefined) return true;
  return type === 'Group' && [...idsOf(ids), ...idsOf([id])].includes(Number(query.group_id));
}
