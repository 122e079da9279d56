import type { Account } from '../account/account.ts';
import type { FieldRecord } from '../account/records.ts';

/** Stores a new field. Where an account has a single form, that form shows every field; with more, none by itself. */
export function addField(account: Account, field: FieldRecord): void {
  account.fields.set(field.id, field);
  const [form, another] = [...account.forms.values()];
  if (!form || another) return;
  account.forms.set(form.id, { ...form, ticket_field_ids: [...form.ticket_field_ids, field.id] });
}

/** Takes a field away, from tickets and forms too. */
export function removeField(account: Account, id: number): void {
  account.fields.delete(id);
  for (const ticket of account.tickets.values()) ticket.values.delete(id);
  for (const form of account.forms.values()) {
    account.forms.set(form.id, {
      ...form,
      ticket_field_ids: form.ticket_field_ids.filter((one) => one !== id),
    });
  }
}
