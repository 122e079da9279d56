import type { Account } from '../account/account.ts';
import type { CustomRoleRecord } from '../account/records.ts';

export function presentRole(account: Account, role: CustomRoleRecord): Record<string, unknown> {
  const members = [...account.users.values()].filter(
    (user) => user.active && user.custom_role_id === role.id,
  );
  return { ...role, team_member_count: members.length };
}
