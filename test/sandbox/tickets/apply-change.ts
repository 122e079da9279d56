import { type Account, groupIdsOf } from '../account/account.ts';
import type { TicketRecord, TicketStatus, UserRecord } from '../account/records.ts';
import { stampFrom } from '../account/stamp.ts';
import { badRequest, recordInvalid } from '../fault.ts';
import type { AttributeInput, TicketChange } from './change.ts';
import { setField, setTags } from './tag-fields.ts';

export const STATUSES: readonly TicketStatus[] = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const TYPES = ['problem', 'incident', 'question', 'task'];

export function isStatus(text: string | undefined): text is TicketStatus {
  return STATUSES.some((status) => status === text);
}

/**
 * Applies attributes, tags and fields to a working copy of a ticket. Tags first, fields after them: a field
 * named in the same request decides over its option tags.
 * @throws Fault 422 for values that Zendesk refuses
 */
export function applyChange(account: Account, ticket: TicketRecord, change: TicketChange): void {
  const fields = [...account.fields.values()];
  applyAttributes(account, ticket, change.attributes);
  const removed = new Set(change.removeTags.map((tag) => tag.toLowerCase()));
  const asked = change.tags !== undefined || change.addTags.length + change.removeTags.length > 0;
  if (asked) {
    const base = [...(change.tags ?? ticket.tags), ...change.addTags];
    setTags(
      ticket,
      base.filter((tag) => !removed.has(tag.toLowerCase())),
      fields,
    );
  }
  for (const { id, value } of change.customFields) {
    const field = account.fields.get(id);
    if (!field?.removable) continue;
    const problem = valueProblem(field.type, value);
    if (problem)
      throw recordInvalid({
        base: [{ description: `${field.title}: ${problem}`, error: 'InvalidValue', ticket_field_id: id }],
      });
    if (field.type === 'tagger' && typeof value === 'string' && value !== '') {
      const known = field.custom_field_options.some((option) => option.value === value.toLowerCase());
      if (!known) {
        const description = `${field.title}: ${value} is not a valid value`;
        throw recordInvalid({
          base: [
            { description, error: 'InvalidValue', ticket_field_id: id, ticket_field_type: 'FieldTagger' },
          ],
        });
      }
    }
    setField(ticket, field, value);
  }
  if (change.emailCcIds) ticket.email_cc_ids = change.emailCcIds;
  if (change.followerIds) ticket.follower_ids = change.followerIds;
  ticket.collaborator_ids = [...new Set([...ticket.email_cc_ids, ...ticket.follower_ids])];
}

function valueProblem(type: string, value: unknown): string | undefined {
  if (value === null || value === '') return undefined;
  if (type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return 'is not a valid date';
  if (type === 'integer' && !/^-?\d+$/.test(String(value))) return 'must be a number without decimal points';
  if (type === 'decimal' && Number.isNaN(Number(value))) return 'must be a decimal number';
  return undefined;
}

function applyAttributes(account: Account, ticket: TicketRecord, input: AttributeInput): void {
  if (input.subject !== undefined) ticket.subject = input.subject;
  if (input.external_id !== undefined) ticket.external_id = input.external_id;
  if (input.brand_id !== undefined && account.brands.has(input.brand_id)) ticket.brand_id = input.brand_id;
  if (input.ticket_form_id !== undefined) ticket.ticket_form_id = input.ticket_form_id;
  if (input.problem_id !== undefined) ticket.problem_id = input.problem_id;
  if (input.priority !== undefined) ticket.priority = oneOf('priority', PRIORITIES, input.priority);
  if (input.type !== undefined) ticket.type = oneOf('type', TYPES, input.type);
  if (input.requester_id !== undefined) setRequester(account, ticket, input.requester_id);
  if (input.organization_id !== undefined) ticket.organization_id = input.organization_id;
  setAssignment(account, ticket, input);
  if (input.due_at !== undefined) setDueAt(ticket, input.due_at);
  // Only tasks have a due date: on any other type Zendesk drops it.
  if (ticket.type !== 'task') ticket.due_at = null;
  if (input.status !== undefined) {
    if (!isStatus(input.status)) throw badStatus(input.status);
    ticket.status = input.status;
  }
}

const badStatus = (status: string) =>
  recordInvalid({ status: [{ description: `Status: ${status} is not valid`, error: 'InvalidValue' }] });

function oneOf(attribute: string, allowed: readonly string[], value: string | null): string | null {
  if (value === null || allowed.includes(value)) return value;
  throw recordInvalid({
    [attribute]: [{ description: `${attribute}: ${value} is not valid`, error: 'InvalidValue' }],
  });
}

function setDueAt(ticket: TicketRecord, value: string | null): void {
  const stamp = value === null ? null : stampFrom(value);
  if (stamp === undefined) throw badRequest(`due_at is no date: ${String(value)}`);
  ticket.due_at = stamp;
}

function setRequester(account: Account, ticket: TicketRecord, id: number): void {
  const user = account.users.get(id);
  if (!user)
    throw recordInvalid({ requester: [{ description: 'Requester: is invalid', error: 'InvalidValue' }] });
  ticket.requester_id = id;
  ticket.organization_id = user.organization_id;
}

/** An assignee brings the group and takes the ticket out of `new`; another group drops a foreign assignee. */
function setAssignment(account: Account, ticket: TicketRecord, input: AttributeInput): void {
  if (input.group_id !== undefined) {
    if (input.group_id !== null && !account.groups.has(input.group_id)) throw invalidGroup();
    ticket.group_id = input.group_id;
    const assignee = ticket.assignee_id;
    const stays =
      assignee !== null && input.group_id !== null && groupIdsOf(account, assignee).includes(input.group_id);
    if (!stays && input.assignee_id === undefined) ticket.assignee_id = null;
  }
  if (input.assignee_id === undefined) return;
  const assignee = input.assignee_id === null ? null : account.users.get(input.assignee_id);
  if (assignee === undefined || assignee?.role === 'end-user' || assignee?.suspended) throw invalidAssignee();
  ticket.assignee_id = assignee?.id ?? null;
  if (assignee) takeGroup(account, ticket, assignee);
}

function takeGroup(account: Account, ticket: TicketRecord, assignee: UserRecord): void {
  const groups = groupIdsOf(account, assignee.id);
  if (ticket.group_id === null || !groups.includes(ticket.group_id))
    ticket.group_id = groups[0] ?? ticket.group_id;
}

const invalidGroup = () =>
  recordInvalid({ group: [{ description: 'Group: is invalid', error: 'InvalidValue' }] });
const invalidAssignee = () =>
  recordInvalid({ assignee: [{ description: 'Assignee: is invalid', error: 'InvalidValue' }] });
