import type { FieldValue, TicketRecord } from '../account/records.ts';

/** A value as audits print it: texts; tags and multi-selects as lists. */
export type AuditValue = string | string[] | null;

const ATTRIBUTES = [
  'subject',
  'status',
  'custom_status_id',
  'priority',
  'type',
  'requester_id',
  'assignee_id',
  'group_id',
  'organization_id',
  'brand_id',
  'ticket_form_id',
  'problem_id',
  'external_id',
  'due_at',
] as const;

/** All values of a ticket that audits tell of, by `field_name`; custom fields by their id. */
export function auditValues(ticket: TicketRecord): Map<string, AuditValue> {
  const values = new Map<string, AuditValue>();
  for (const name of ATTRIBUTES) values.set(name, printed(ticket[name]));
  values.set('tags', ticket.tags);
  for (const [id, value] of ticket.values) values.set(String(id), printed(value));
  return values;
}

function printed(value: FieldValue): AuditValue {
  if (value === null) return null;
  if (Array.isArray(value)) return value;
  if (typeof value === 'boolean') return value ? '1' : '0';
  return String(value);
}

/** One difference between two states of a ticket. */
export interface Difference {
  field_name: string;
  value: AuditValue;
  previous_value: AuditValue;
}

/** What differs between two states, in the order audits list it. */
export function differences(before: TicketRecord, after: TicketRecord): Difference[] {
  const old = auditValues(before);
  const found: Difference[] = [];
  for (const [field_name, value] of auditValues(after)) {
    const previous_value = old.get(field_name) ?? null;
    if (JSON.stringify(value) !== JSON.stringify(previous_value))
      found.push({ field_name, value, previous_value });
  }
  return found;
}
