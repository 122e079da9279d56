import { type Account, groupIdsOf } from '../account/account.ts';
import type { TicketRecord, UserRecord } from '../account/records.ts';
import { recordInvalid } from '../fault.ts';
import { userOfAddress } from '../users/identities.ts';
import { isLightAgent } from '../users/roles.ts';
import type { AttributeInput } from './change.ts';

/**
 * An assignee brings the group and takes the ticket out of `new`; another group drops a foreign assignee.
 * @throws Fault 422 for a group there is none of, or someone who cannot be given tickets
 */
export function setAssignment(account: Account, ticket: TicketRecord, input: AttributeInput): void {
  const wanted = assigneeOf(account, input);
  if (input.group_id !== undefined) {
    if (input.group_id !== null && !account.groups.has(input.group_id)) throw invalid('group', 'Group');
    ticket.group_id = input.group_id;
    const assignee = ticket.assignee_id;
    const stays =
      assignee !== null && input.group_id !== null && groupIdsOf(account, assignee).includes(input.group_id);
    if (!stays && wanted === undefined) ticket.assignee_id = null;
  }
  if (wanted === undefined) return;
  ticket.assignee_id = wanted?.id ?? null;
  if (wanted) takeGroup(account, ticket, wanted);
}

/** The agent named by id or address, nobody (null), or no word about it (absent). */
function assigneeOf(account: Account, input: AttributeInput): UserRecord | null | undefined {
  if (input.assignee_email === undefined && input.assignee_id === undefined) return undefined;
  if (input.assignee_email === undefined && input.assignee_id === null) return null;
  const named =
    input.assignee_email === undefined
      ? account.users.get(input.assignee_id ?? 0)
      : userOfAddress(account, input.assignee_email);
  const fits = named && named.role !== 'end-user' && named.active && !named.suspended;
  if (!fits || isLightAgent(account, named)) throw invalid('assignee', 'Assignee');
  return named;
}

function takeGroup(account: Account, ticket: TicketRecord, assignee: UserRecord): void {
  const groups = groupIdsOf(account, assignee.id);
  if (ticket.group_id === null || !groups.includes(ticket.group_id))
    ticket.group_id = groups[0] ?? ticket.group_id;
}

const invalid = (attribute: string, label: string) =>
  recordInvalid({ [attribute]: [{ description: `${label}: is invalid`, error: 'InvalidValue' }] });
