import { findMarked } from '../account/find.ts';
import type { TicketForm } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { FIELD_KEYS, type FieldKey } from '../definition/keys.ts';
import type { Write } from '../plan-types.ts';
import type { Ids } from '../refs.ts';
import { type Compared, compared } from './entry.ts';

/** A single form shows every new field by itself, so the record would turn up on it the moment it is made. */
function willShowRecord(form: TicketForm, account: AccountSnapshot): boolean {
  const record = findMarked(account.fields, 'field:record');
  const single = account.forms.filter(({ active }) => active).length === 1;
  return record ? form.ticket_field_ids.includes(record.id) : single;
}

/**
 * The form's fields without the record, which no one should edit. `made`: the fields are new, and by now a single form
 * shows them all.
 */
function withoutRecord(form: TicketForm, ids: Ids, made: boolean): number[] {
  const idOf = (key: FieldKey): number[] => {
    const id = ids.get(`field:${key}`);
    return typeof id === 'number' ? [id] : [];
  };
  const others = made ? FIELD_KEYS.flatMap(idOf) : [];
  const [record] = idOf('record');
  return [...new Set([...form.ticket_field_ids, ...others])].filter((id) => id !== record);
}

/** Takes the clock record off the forms that show it. */
export function compareForms(account: AccountSnapshot): Compared[] {
  const made = !findMarked(account.fields, 'field:record');
  return account.forms
    .filter((form) => form.active && willShowRecord(form, account))
    .map((form) =>
      compared({
        ref: `form:${form.id}`,
        title: form.name,
        found: { id: form.id, title: form.name },
        differences: [{ what: 'clock record', from: 'shown', to: 'not shown' }],
        writes: (ids): Write[] => [
          {
            method: 'put',
            path: `ticket_forms/${form.id}`,
            body: { ticket_form: { ticket_field_ids: withoutRecord(form, ids, made) } },
            envelope: 'ticket_form',
          },
        ],
      }),
    );
}
