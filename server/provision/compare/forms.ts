import { findMarked } from '../account/find.ts';
import { findForm } from '../account/find-form.ts';
import type { TicketForm } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { FIELDS } from '../definition/fields.ts';
import { askedFor, fieldOf } from '../definition/forms.ts';
import { FIELD_KEYS, type FieldKey, FORM_KEYS } from '../definition/keys.ts';
import type { Difference, ProvisionSettings, Write } from '../plan-types.ts';
import type { Ids } from '../refs.ts';
import { type Compared, compared } from './entry.ts';
import { isForAgentsOnly } from './shown-to-customers.ts';

/** A single form shows every new field by itself, so what is off it has to be taken off when it is made. */
function willShow(key: FieldKey, form: TicketForm, account: AccountSnapshot): boolean {
  const field = findMarked(account.fields, `field:${key}`);
  if (field) return form.ticket_field_ids.includes(field.id);
  return account.forms.filter(({ active }) => active).length === 1;
}

/**
 * The fields that have to go: the clock record, which nobody should edit; and what only the complaint form asks
 * customers for, while it is being opened to them. Later on such a field is on another form because somebody put it there.
 */
function unwanted(form: TicketForm, account: AccountSnapshot, settings: ProvisionSettings): FieldKey[] {
  const opened = askedFor(settings.promises)
    .map(fieldOf)
    .filter((key) => {
      const found = findMarked(account.fields, `field:${key}`);
      const definition = FIELDS.find((one) => one.key === key);
      return !found || (definition !== undefined && isForAgentsOnly(found, definition));
    });
  const keys: FieldKey[] = account.lacks.forms || !form.end_user_visible ? ['record'] : ['record', ...opened];
  return keys.filter((key) => willShow(key, form, account));
}

/** The form's fields without those. Our fields that are new by now stand on a single form, and are not in what was read. */
function fieldsWithout(
  keys: readonly FieldKey[],
  form: TicketForm,
  { account, ids }: { account: AccountSnapshot; ids: Ids },
): number[] {
  const idOf = (key: FieldKey): number[] => {
    const id = ids.get(`field:${key}`);
    return typeof id === 'number' ? [id] : [];
  };
  const single = account.forms.filter(({ active }) => active).length === 1;
  const made = FIELD_KEYS.filter((key) => !findMarked(account.fields, `field:${key}`));
  const gone = new Set(keys.flatMap(idOf));
  const all = [...form.ticket_field_ids, ...(single ? made.flatMap(idOf) : [])];
  return [...new Set(all)].filter((id) => !gone.has(id));
}

const taken = (key: FieldKey): Difference => ({
  what: key === 'record' ? 'clock record' : `field ${key}`,
  from: 'shown',
  to: 'not shown',
});

/** Takes off the account's own forms what must not be on them. Ours are compared on their own. */
export function compareForms(account: AccountSnapshot, settings: ProvisionSettings): Compared[] {
  const ours = new Set(FORM_KEYS.map((key) => findForm(account, key)?.id));
  return account.forms
    .filter(({ id, active }) => active && !ours.has(id))
    .flatMap((form) => {
      const keys = unwanted(form, account, settings);
      if (keys.length === 0) return [];
      const body = (ids: Ids) => ({
        ticket_form: { ticket_field_ids: fieldsWithout(keys, form, { account, ids }) },
      });
      return compared({
        ref: `form:${form.id}`,
        title: form.name,
        found: { id: form.id, title: form.name },
        differences: keys.map(taken),
        writes: (ids): Write[] => [
          { method: 'put', path: `ticket_forms/${form.id}`, body: body(ids), envelope: 'ticket_form' },
        ],
      });
    });
}
