import { z } from 'zod';
import { isZendeskError } from '../zendesk/errors.ts';
import type { Ticket, ZendeskRest } from '../zendesk/port.ts';
import type { Staff } from '../zendesk/staff.ts';

const groupReply = z.object({ group: z.object({ is_public: z.boolean().nullish() }) });

/** Whether only its members see the tickets of a group; where Zendesk doesn't say, nobody else does. */
async function isPrivate(rest: Pick<ZendeskRest, 'get'>, groupId: number): Promise<boolean> {
  try {
    const reply = groupReply.safeParse(await rest.get(`groups/${groupId}`));
    return !reply.success || reply.data.group.is_public === false;
  } catch (error) {
    if (isZendeskError(error, 'not_found')) return true;
    throw error;
  }
}

type Shown = Pick<Ticket, 'groupId' | 'assigneeId' | 'organizationId'>;

async function sees(staff: Staff, ticket: Shown, rest: Pick<ZendeskRest, 'get'>): Promise<boolean> {
  const { ticketAccess, groupIds, organizationId } = staff;
  const { groupId, assigneeId } = ticket;
  if (assigneeId === staff.id) return ticketAccess !== 'unknown';
  const isMember = groupId !== null && groupIds.includes(groupId);
  if (ticketAccess === 'groups') return isMember;
  if (
    ticketAccess === 'organization' &&
    (organizationId === null || organizationId !== ticket.organizationId)
  )
    return false;
  if (ticketAccess !== 'all' && ticketAccess !== 'organization') return false;
  return isMember || groupId === null || !(await isPrivate(rest, groupId));
}

/**
 * Whether Zendesk shows an agent all of these tickets, by their ticket access and their groups. Zendesk has no call that
 * answers it for somebody else, so where it leaves doubt the answer is no. Rejects with a ZendeskError.
 */
export async function seesAll(
  staff: Staff | undefined,
  tickets: readonly Shown[],
  rest: Pick<ZendeskRest, 'get'>,
): Promise<boolean> {
  if (!staff) return false;
  for (const ticket of tickets) if (!(await sees(staff, ticket, rest))) return false;
  return true;
}
