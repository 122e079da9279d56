import type { Account } from '../account/account.ts';
import type { FieldRecord, FormRecord, TicketRecord } from '../account/records.ts';
import { flagOf, idOf, isObject, type JsonObject, listOf, objectOf, textOf, wordsOf } from '../json.ts';

/** What the conditions of a form say about one field of a ticket: is it shown, and must it be filled in? */
export interface FieldRule {
  shown: boolean;
  /** Absent where no condition says anything, and the field's own setting decides. */
  required: boolean | undefined;
}

/**
 * Reads what `agent_conditions` of a form make of a field, given the ticket's values. A field that conditions
 * name is shown only while one of them holds: `{parent_field_id, parent_field_type, value, child_fields:
 * [{id, is_required, required_on_statuses: {type, statuses}}]}`.
 */
export function ruleOf(
  account: Account,
  form: FormRecord | undefined,
  frame: { ticket: TicketRecord; field: FieldRecord },
): FieldRule {
  const conditions = (form?.agent_conditions ?? []).filter(isObject);
  const naming = conditions.flatMap((condition) =>
    listOf(condition.child_fields)
      .map(objectOf)
      .filter((child) => idOf(child.id) === frame.field.id)
      .map((child) => ({ condition, child })),
  );
  if (naming.length === 0) return { shown: true, required: undefined };
  const holding = naming.filter(({ condition }) => holds(account, condition, frame.ticket));
  if (holding.length === 0) return { shown: false, required: false };
  return { shown: true, required: holding.some(({ child }) => isRequired(account, child, frame.ticket)) };
}

function holds(account: Account, condition: JsonObject, ticket: TicketRecord): boolean {
  const field = account.fields.get(idOf(condition.parent_field_id) ?? 0);
  if (!field) return false;
  const wanted = String(condition.value ?? '');
  const value = parentValue(field, ticket);
  if (Array.isArray(value)) return value.includes(wanted);
  if (typeof value === 'boolean') return value === (flagOf(condition.value) ?? false);
  return value !== null && String(value) === wanted;
}

function parentValue(field: FieldRecord, ticket: TicketRecord) {
  if (field.removable) return ticket.values.get(field.id) ?? (field.type === 'checkbox' ? false : null);
  if (field.type === 'priority') return ticket.priority;
  return field.type === 'tickettype' ? ticket.type : null;
}

/** `is_required` alone means on solving; `required_on_statuses` may name other statuses, or all. */
function isRequired(account: Account, child: JsonObject, ticket: TicketRecord): boolean {
  const on = objectOf(child.required_on_statuses);
  const type = textOf(on.type);
  if (type === undefined) return flagOf(child.is_required) === true && ticket.status === 'solved';
  if (type === 'ALL_STATUSES') return true;
  if (type !== 'SOME_STATUSES') return false;
  const custom = listOf(on.custom_statuses).map((id) => account.customStatuses.get(idOf(id) ?? 0)?.id);
  return (
    wordsOf(on.statuses).includes(ticket.status) ||
    (ticket.custom_status_id !== null && custom.includes(ticket.custom_status_id))
  );
}
