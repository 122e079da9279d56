import type { Organization, User } from '../api/shapes.ts';
import type { Directory } from '../state/directory.ts';
import type { AccountFacts } from './account-facts.ts';
import { timeZoneObject } from './time-zone.ts';

/** Where apps' view of people comes from. */
export interface People {
  directory: Directory;
  facts: AccountFacts;
}

/** A person as ZAF describes users. */
export function userObject(user: User, { directory, facts }: People): Record<string, unknown> {
  const groupIds = facts.groupsOf.get(user.id) ?? [];
  const organization = directory.organizations.find((it) => it.id === user.organization_id);
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    locale: user.locale,
    timeZone: timeZoneObject(user.iana_time_zone ?? 'Etc/UTC', user.time_zone, new Date()),
    externalId: user.external_id,
    details: user.details ?? '',
    notes: user.notes ?? '',
    alias: user.alias ?? '',
    signature: user.signature ?? '',
    avatarUrl: null,
    groups: directory.groups.flatMap(({ id, name }) => (groupIds.includes(id) ? [{ id, name }] : [])),
    organizations: organization ? [organizationObject(organization, directory)] : [],
    identities: identitiesOf(user),
    tags: user.tags,
  };
}

/** The person, or an empty object for nobody, as ZAF has it for an unassigned ticket. */
export function personOrEmpty(people: People, id: number | null): Record<string, unknown> {
  const user = id === null ? undefined : people.directory.users.get(id);
  return user ? userObject(user, people) : {};
}

export function organizationObject(
  organization: Organization,
  directory: Directory,
): Record<string, unknown> {
  const group = directory.groups.find((it) => it.id === organization.group_id);
  return {
    id: organization.id,
    name: organization.name,
    details: organization.details,
    notes: organization.notes,
    externalId: organization.external_id,
    domains: organization.domain_names.join(' '),
    group: group ? { id: group.id, name: group.name } : null,
    sharedComments: organization.shared_comments,
    sharedTickets: organization.shared_tickets,
    tags: organization.tags,
  };
}

function identitiesOf({ id, email, phone }: User): Record<string, unknown>[] {
  const identity = (type: string, value: string) => ({
    type,
    value,
    userId: id,
    primary: true,
    verified: true,
  });
  return [
    ...(email === null ? [] : [identity('email', email)]),
    ...(phone === null ? [] : [identity('phone_number', phone)]),
  ];
}
