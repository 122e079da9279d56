import type { Account } from '../account/account.ts';
import type { OrganizationMembershipRecord } from '../account/records.ts';
import { recordInvalid } from '../fault.ts';

/**
 * The memberships of all users. A user's `organization_id` is their default one: where it was set on the user
 * itself, the membership follows here.
 */
export function allMemberships(account: Account): OrganizationMembershipRecord[] {
  const memberships = account.organizationMemberships;
  for (const user of account.users.values()) {
    const own = [...memberships.values()].filter((one) => one.user_id === user.id);
    const current = own.find((one) => one.default);
    if ((current?.organization_id ?? null) === user.organization_id) continue;
    if (current && user.organization_id === null) memberships.delete(current.id);
    else if (current) memberships.set(current.id, { ...current, default: false });
    if (user.organization_id === null) continue;
    const other = own.find((one) => one.organization_id === user.organization_id);
    if (other) memberships.set(other.id, { ...other, default: true });
    else put(account, user.id, user.organization_id, true);
  }
  return [...memberships.values()];
}

/** Puts a user into an organisation; their first one becomes the default. @throws Fault 422 where they are in it */
export function addMembership(
  account: Account,
  userId: number,
  organizationId: number,
): OrganizationMembershipRecord {
  const own = allMemberships(account).filter((one) => one.user_id === userId);
  if (own.some((one) => one.organization_id === organizationId)) {
    const description = 'User: is already a member of this organization';
    throw recordInvalid({ user_id: [{ description, error: 'DuplicateValue' }] });
  }
  const first = own.length === 0;
  const membership = put(account, userId, organizationId, first);
  if (first) setOrganization(account, userId, organizationId);
  return membership;
}

/** Takes a user out; if it was the default, another of theirs takes its place. */
export function removeMembership(account: Account, membership: OrganizationMembershipRecord): void {
  account.organizationMemberships.delete(membership.id);
  if (!membership.default) return;
  const next = [...account.organizationMemberships.values()].find(
    (one) => one.user_id === membership.user_id,
  );
  if (next) account.organizationMemberships.set(next.id, { ...next, default: true });
  setOrganization(account, membership.user_id, next?.organization_id ?? null);
}

export function makeDefault(account: Account, membership: OrganizationMembershipRecord): void {
  setOrganization(account, membership.user_id, membership.organization_id);
  allMemberships(account);
}

/** Takes an organisation out of all that name it; its tickets stay, with none. */
export function removeOrganization(account: Account, id: number): void {
  for (const membership of allMemberships(account))
    if (membership.organization_id === id) removeMembership(account, membership);
  account.organizations.delete(id);
  for (const ticket of [...account.tickets.values()])
    if (ticket.organization_id === id) account.tickets.set(ticket.id, { ...ticket, organization_id: null });
}

function put(account: Account, user_id: number, organization_id: number, isDefault: boolean) {
  const now = account.stamp();
  const id = account.ids.next();
  const membership = { id, user_id, organization_id, default: isDefault, created_at: now, updated_at: now };
  account.organizationMemberships.set(id, membership);
  return membership;
}

function setOrganization(account: Account, userId: number, organization_id: number | null): void {
  const user = account.users.get(userId);
  if (user) account.users.set(userId, { ...user, organization_id, updated_at: account.stamp() });
}
