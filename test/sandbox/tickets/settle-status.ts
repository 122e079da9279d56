import type { Account } from '../account/account.ts';
import type { TicketRecord, UserRecord } from '../account/records.ts';
import { type Detail, recordInvalid } from '../fault.ts';
import { ruleOf } from '../fields/form-conditions.ts';
import { fieldDetail } from '../fields/value-problem.ts';
import { isLightAgent } from '../users/roles.ts';
import { followStatus } from './custom-statuses.ts';

/** What Zendesk itself does to the status when an update is saved, before any rule runs. */
export interface StatusFacts {
  before: TicketRecord | undefined;
  actor: UserRecord;
  /** Author of the comment of this update, if there is one. */
  commentAuthor: UserRecord | undefined;
  /** Did the request name a status itself? */
  statusAsked: boolean;
  /** Triggers and automations may solve a ticket with required fields empty. */
  byRule?: true;
}

/**
 * Settles the status: assigned tickets are not `new`, a word from the requester reopens, solving needs an
 * assignee (the agent who solves, if there was none) and every required field.
 * @throws Fault 422 when something required is missing
 */
export function settleStatus(account: Account, ticket: TicketRecord, facts: StatusFacts): void {
  const { before, commentAuthor } = facts;
  if (before && ticket.status === 'new' && before.status !== 'new') ticket.status = 'open';
  const reopened = before !== undefined && ['pending', 'hold', 'solved'].includes(ticket.status);
  if (reopened && !facts.statusAsked && commentAuthor?.role === 'end-user') ticket.status = 'open';
  if (ticket.status === 'new' && ticket.assignee_id !== null) ticket.status = 'open';
  followStatus(account, ticket);
  const solving = ticket.status === 'solved' && before?.status !== 'solved';
  if (!solving) return;
  const taker = facts.actor;
  if (ticket.assignee_id === null && taker.role !== 'end-user' && !isLightAgent(account, taker))
    ticket.assignee_id = taker.id;
  if (!facts.byRule) requireFields(account, ticket);
}

function requireFields(account: Account, ticket: TicketRecord): void {
  const form = ticket.ticket_form_id === null ? undefined : account.forms.get(ticket.ticket_form_id);
  const missing: Detail[] = [];
  for (const field of account.fields.values()) {
    if (!field.active || !field.removable) continue;
    if (form && !form.ticket_field_ids.includes(field.id)) continue;
    const rule = ruleOf(account, form, { ticket, field });
    if (!(rule.required ?? field.required)) continue;
    const value = ticket.values.get(field.id) ?? null;
    if (value !== null && value !== false && !(Array.isArray(value) && value.length === 0)) continue;
    missing.push(fieldDetail(field, 'is required when solving a ticket', null));
  }
  if (missing.length > 0) throw recordInvalid({ base: missing });
}

/** Notes when the status and the assignee last changed; automations and views count hours from there. */
export function noteTimes(account: Account, ticket: TicketRecord, facts: StatusFacts): void {
  const now = account.stamp();
  if (facts.before?.status !== ticket.status)
    ticket.status_at = { ...ticket.status_at, [ticket.status]: now };
  if (facts.before?.assignee_id !== ticket.assignee_id)
    ticket.assigned_at = ticket.assignee_id === null ? null : now;
  if (facts.actor.id === ticket.requester_id) ticket.requester_updated_at = now;
  if (facts.actor.id === ticket.assignee_id) ticket.assignee_updated_at = now;
}
