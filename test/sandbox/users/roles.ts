import type { Account } from '../account/account.ts';
import type { CustomRoleRecord, UserRecord } from '../account/records.ts';

/** Zendesk's number for the role type "light agent". */
export const LIGHT_AGENT = 1;

/** The role an agent has of the account's own making, if any. */
export function customRoleOf(account: Account, user: UserRecord): CustomRoleRecord | undefined {
  return user.custom_role_id === null ? undefined : account.customRoles.get(user.custom_role_id);
}

/** Light agents read tickets and write internal notes; they are assigned nothing. */
export function isLightAgent(account: Account, user: UserRecord): boolean {
  const role = customRoleOf(account, user);
  return role !== undefined && (role.role_type === LIGHT_AGENT || role.configuration.light_agent === true);
}

/** May this user speak to the requester? Only a custom role takes that from an agent. */
export function onlyPrivateComments(account: Account, user: UserRecord): boolean {
  const access = customRoleOf(account, user)?.configuration.ticket_comment_access;
  return isLightAgent(account, user) || access === 'none';
}

/**
 * May this user set tags? Off for the account it is off for everyone, by request and by macro alike; a role may
 * also lack it. [?] Whether Zendesk ignores such tags or refuses the request is not documented: they are ignored.
 */
export function mayTag(account: Account, user: UserRecord): boolean {
  if (!account.settings.tagging) return false;
  if (user.role === 'admin') return true;
  return customRoleOf(account, user)?.configuration.ticket_tag_editing !== false;
}

/** May this user change anything but comments on tickets? */
export function mayEditTickets(account: Account, user: UserRecord): boolean {
  if (user.role === 'admin') return true;
  return !isLightAgent(account, user) && customRoleOf(account, user)?.configuration.ticket_editing !== false;
}

/** A permission of a custom role that agents have unless it is taken away. */
export function mayDelete(account: Account, user: UserRecord): boolean {
  if (user.role === 'admin') return true;
  return customRoleOf(account, user)?.configuration.ticket_deletion === true;
}
