import { z } from 'zod';
import { isZendeskError, ZendeskError } from './errors.ts';
import { id } from './parse-ticket.ts';
import type { ZendeskRest } from './port.ts';

/** Which tickets an agent is shown; `unknown`: Zendesk says something that we don't know, which shows none. */
export type TicketAccess = 'all' | 'groups' | 'organization' | 'assigned' | 'unknown';

/** A member of the account's staff, or somebody who is none, with what decides what they may see. */
export interface Staff {
  readonly id: number;
  readonly role: 'end-user' | 'agent' | 'admin';
  /** False for deleted users too. */
  readonly active: boolean;
  readonly suspended: boolean;
  /** Reads tickets and writes internal notes only; chat agents and contributors, who see no tickets, count as such. */
  readonly isLight: boolean;
  /** A role of the account's own making. */
  readonly customRole: { readonly id: number; readonly name: string } | undefined;
  readonly ticketAccess: TicketAccess;
  readonly organizationId: number | null;
  readonly groupIds: readonly number[];
}

const userReply = z.object({
  user: z.object({
    id,
    role: z.enum(['end-user', 'agent', 'admin']),
    active: z.boolean().nullish(),
    suspended: z.boolean().nullish(),
    role_type: z.number().nullish(),
    custom_role_id: id.nullish(),
    ticket_restriction: z.string().nullish(),
    organization_id: id.nullish(),
  }),
});
type UserReply = z.infer<typeof userReply>['user'];

const roleReply = z.object({
  custom_role: z.object({
    id,
    name: z.string(),
    role_type: z.number().nullish(),
    configuration: z
      .object({ light_agent: z.boolean().nullish(), ticket_access: z.string().nullish() })
      .nullish(),
  }),
});
type Role = z.infer<typeof roleReply>['custom_role'];

const membership = z.object({ group_id: id });

/** Light agents, chat agents and contributors (Zendesk's `role_type`). */
const LIGHT_TYPES = new Set([1, 2, 3]);

/** By `ticket_restriction` of users and `ticket_access` of roles, which differ in their words. */
const ACCESS: Readonly<Record<string, TicketAccess>> = {
  all: 'all',
  groups: 'groups',
  'within-groups': 'groups',
  // The tickets of public groups too: those are shown to fewer than Zendesk would, which is the safe side.
  'within-groups-and-public-groups': 'groups',
  organization: 'organization',
  'within-organization': 'organization',
  assigned: 'assigned',
  'assigned-only': 'assigned',
};

function parsed<T>(what: string, schema: z.ZodType<T>, reply: unknown): T {
  const read = schema.safeParse(reply);
  if (read.success) return read.data;
  throw new ZendeskError(`Zendesk's ${what} can't be read`, { code: 'malformed', effect: 'none' });
}

/** Undefined where Zendesk has none of that number, or the plan has no roles. */
async function roleOf(
  rest: ZendeskRest,
  { role, custom_role_id: roleId }: UserReply,
): Promise<Role | undefined> {
  if (role !== 'agent' || !roleId) return undefined;
  try {
    return parsed('custom role', roleReply, await rest.get(`custom_roles/${roleId}`)).custom_role;
  } catch (error) {
    if (isZendeskError(error, 'not_found')) return undefined;
    throw error;
  }
}

/** What both the user and the role allow. */
function ticketAccess(user: UserReply, role: Role | undefined): TicketAccess {
  if (user.role === 'admin') return 'all';
  const told = [user.ticket_restriction, role?.configuration?.ticket_access];
  const limits = told
    .flatMap((one) => (one ? (ACCESS[one] ?? 'unknown') : []))
    .filter((one) => one !== 'all');
  const [first = 'all', second = first] = limits;
  return first === second ? first : 'unknown';
}

/** The user as Zendesk has it now; undefined where there is none. Rejects with a ZendeskError. */
export async function readStaff(rest: ZendeskRest, userId: number): Promise<Staff | undefined> {
  let user: UserReply;
  try {
    user = parsed('user', userReply, await rest.get(`users/${userId}`)).user;
  } catch (error) {
    if (isZendeskError(error, 'not_found')) return undefined;
    throw error;
  }
  const role = await roleOf(rest, user);
  const isStaff = user.role !== 'end-user';
  const path = `users/${userId}/group_memberships`;
  const memberships = isStaff ? await rest.list(path, 'group_memberships') : [];
  return {
    id: user.id,
    role: user.role,
    active: user.active ?? true,
    suspended: user.suspended ?? false,
    isLight:
      LIGHT_TYPES.has(user.role_type ?? 0) ||
      LIGHT_TYPES.has(role?.role_type ?? 0) ||
      role?.configuration?.light_agent === true,
    customRole: role && { id: role.id, name: role.name },
    ticketAccess: ticketAccess(user, role),
    organizationId: user.organization_id ?? null,
    groupIds: memberships.map((one) => parsed('group membership', membership, one).group_id),
  };
}
