import type { Account } from '../account/account.ts';
import type { TicketRecord, TicketStatus } from '../account/records.ts';
import { stampFrom } from '../account/stamp.ts';
import { badRequest, recordInvalid } from '../fault.ts';
import { checkValue } from '../fields/value-problem.ts';
import { setAssignment } from './assignment.ts';
import type { AttributeInput, TicketChange } from './change.ts';
import { applyPeople } from './people-change.ts';
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
    if (!field?.removable || !field.active) continue;
    checkValue(field, value);
    setField(ticket, field, value);
  }
  if (change.people) applyPeople(account, ticket, change.people);
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
  if (input.custom_status_id !== undefined) setCustomStatus(account, ticket, input.custom_status_id);
}

/** A custom status brings its category, whatever status the request names beside it. */
function setCustomStatus(account: Account, ticket: TicketRecord, id: number): void {
  const status = account.customStatuses.get(id);
  if (!status?.active) {
    const description = 'Custom status: is invalid';
    throw recordInvalid({ custom_status_id: [{ description, error: 'InvalidValue' }] });
  }
  ticket.custom_status_id = id;
  ticket.status = status.status_category;
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
