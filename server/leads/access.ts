import type { Staff } from '../zendesk/staff.ts';
import type { Access } from './session.ts';

/** Who counts as a team lead besides administrators: Zendesk groups and custom roles, by id or by name. */
export interface LeadSettings {
  readonly groups: readonly string[];
  readonly roles: readonly string[];
}

export type NoAccessWhy = 'unknown_user' | 'end_user' | 'inactive' | 'suspended' | 'light_agent';

export type AccessAnswer =
  | { readonly ok: true; readonly access: Access }
  | { readonly ok: false; readonly why: NoAccessWhy };

/** Without regard to case and blanks, as people type names. */
const plain = (text: string): string => text.trim().toLowerCase();

const names = (wanted: readonly string[], id: number, name: string | undefined): boolean =>
  wanted.some((one) => one === String(id) || (name !== undefined && plain(one) === plain(name)));

/** What somebody may see. @param groupNames of the groups that the settings name, where any is named by its name */
export function accessOf(
  staff: Staff | undefined,
  { groups, roles }: LeadSettings,
  groupNames: ReadonlyMap<number, string>,
): AccessAnswer {
  if (!staff) return { ok: false, why: 'unknown_user' };
  if (staff.role === 'end-user') return { ok: false, why: 'end_user' };
  if (!staff.active) return { ok: false, why: 'inactive' };
  if (staff.suspended) return { ok: false, why: 'suspended' };
  // Also one that is in a lead's group: a light agent sees what others do, and is no lead.
  if (staff.isLight) return { ok: false, why: 'light_agent' };
  const { customRole } = staff;
  const isLead =
    staff.role === 'admin' ||
    staff.groupIds.some((id) => names(groups, id, groupNames.get(id))) ||
    (customRole !== undefined && names(roles, customRole.id, customRole.name));
  return { ok: true, access: isLead ? 'lead' : 'agent' };
}
