import type { Account } from '../account/account.ts';
import { localeOf } from '../account/locales.ts';
import { blankUser } from '../users/find-or-create.ts';
import { readRole } from '../users/read-role.ts';
import { seedEach } from './seed-each.ts';
import type { SeedFile, SeedOrganization, SeedUser } from './seed-file.ts';

/** Groups, organisations, roles and users, in the order in which they name each other. */
export function seedPeople(account: Account, seed: SeedFile): void {
  const now = account.stamp();
  for (const [index, group] of (seed.groups ?? []).entries()) {
    account.groups.set(group.id, {
      ...group,
      description: '',
      default: index === 0,
      deleted: false,
      is_public: true,
      created_at: now,
      updated_at: now,
    });
    account.ids.reserve('other', group.id);
  }
  seedEach('organizations', seed.organizations, (one) => seedOrganization(account, one));
  seedEach('custom_roles', seed.custom_roles, (body) => {
    const role = readRole(account, body);
    account.customRoles.set(role.id, role);
  });
  seedEach('users', seed.users, (user) => seedUser(account, user));
}

function seedOrganization(account: Account, input: SeedOrganization): void {
  const now = account.stamp();
  account.organizations.set(input.id, {
    id: input.id,
    name: input.name,
    domain_names: input.domain_names ?? [],
    tags: input.tags ?? [],
    details: input.details ?? null,
    notes: input.notes ?? null,
    group_id: input.group_id ?? null,
    external_id: input.external_id ?? null,
    created_at: now,
    updated_at: now,
  });
  account.ids.reserve('other', input.id);
}

function seedUser(account: Account, input: SeedUser): void {
  const now = account.stamp();
  account.ids.reserve('other', input.id);
  const organization_id = input.organization_id ?? null;
  if (organization_id !== null && !account.organizations.has(organization_id))
    throw new Error(`organization ${organization_id} is not in the seed`);
  account.users.set(input.id, {
    ...blankUser(account),
    id: input.id,
    name: input.name,
    email: input.email ?? null,
    role: input.role,
    locale: localeOf(input.locale ?? account.settings.locale).locale,
    time_zone: input.time_zone ?? account.settings.timezone,
    phone: input.phone ?? null,
    details: input.details ?? '',
    tags: input.tags ?? [],
    organization_id,
    custom_role_id: input.custom_role_id ?? null,
    default_group_id: input.group_ids?.[0] ?? null,
    suspended: input.suspended ?? false,
  });
  for (const [index, group_id] of (input.group_ids ?? []).entries()) {
    if (!account.groups.has(group_id)) throw new Error(`group ${group_id} is not in the seed`);
    const id = account.ids.next();
    const membership = { id, user_id: input.id, group_id, default: index === 0 };
    account.memberships.set(id, { ...membership, created_at: now, updated_at: now });
  }
}
