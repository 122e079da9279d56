import { FIELD_KEYS, type FieldKey, PEOPLES_FIELDS } from '../../../../domain/terms.ts';
import { findMarked } from '../../account/find.ts';
import type { TicketField, TicketForm } from '../../account/schemas.ts';
import { FIELDS } from '../../definition/fields.ts';
import { listed, notCheckable, ok, problem, warning } from '../findings.ts';
import { APPLY, SCREENS } from '../screens.ts';
import type { Check, Finding } from '../types.ts';

interface Ours {
  readonly key: FieldKey;
  readonly field: TicketField;
}

const titles = (fields: readonly Ours[]): string => listed(fields.map(({ field }) => `"${field.title}"`));

function presence(fields: readonly TicketField[]): {
  readonly ours: readonly Ours[];
  readonly found: Finding[];
} {
  const found: Finding[] = [];
  const ours = FIELD_KEYS.flatMap((key): Ours[] => {
    const field = findMarked(fields, `field:${key}`);
    if (!field) found.push(problem(`the field ${key} is missing`, APPLY));
    return field ? [{ key, field }] : [];
  });
  const off = ours.filter(({ field }) => !field.active);
  if (off.length > 0)
    found.push(problem(`switched off: ${titles(off)}`, `${APPLY} Or ${SCREENS.fields}: activate them.`));
  return { ours, found };
}

function missingOptions(ours: readonly Ours[]): Finding[] {
  return ours.flatMap(({ key, field }) => {
    const present = new Set(field.custom_field_options.map(({ value }) => value));
    const wanted = FIELDS.find((definition) => definition.key === key)?.options ?? [];
    const missing = wanted.filter(({ value }) => !present.has(value)).map(({ value }) => value);
    if (missing.length === 0) return [];
    return [problem(`"${field.title}" lacks the options ${listed(missing)}`, APPLY)];
  });
}

function recordShown(ours: readonly Ours[], forms: readonly TicketForm[]): Finding[] {
  const record = ours.find(({ key }) => key === 'record');
  const showing = forms.filter(
    ({ ticket_field_ids }) => record && ticket_field_ids.includes(record.field.id),
  );
  if (!record || showing.length === 0) return [];
  return [
    problem(
      `the clock record "${record.field.title}" is on the form ${listed(showing.map(({ name }) => `"${name}"`))}, where people see and may change it`,
      `${APPLY} Or ${SCREENS.forms}: take it off the form.`,
    ),
  ];
}

const isPeoples = (key: FieldKey): boolean => PEOPLES_FIELDS.some((one) => one === key);

function onForms(ours: readonly Ours[], forms: readonly TicketForm[]): Finding[] {
  if (forms.length === 0)
    return [notCheckable('which fields agents see: this plan tells of no ticket forms', undefined)];
  const shows = ({ field }: Ours, form: TicketForm) => form.ticket_field_ids.includes(field.id);
  const told = forms.map((form) => {
    const count = ours.filter((one) => shows(one, form)).length;
    return `"${form.name}" shows ${count}`;
  });
  const nowhere = ours.filter((one) => isPeoples(one.key) && !forms.some((form) => shows(one, form)));
  return [
    ok(`of our ${ours.length} fields, of the active forms ${listed(told)}`),
    ...(nowhere.length > 0
      ? [
          warning(
            `on no active form, so that nobody can fill them in but in the sidebar: ${titles(nowhere)}`,
            `${SCREENS.forms}: add them to the form of your complaints, or leave it at the sidebar.`,
          ),
        ]
      : []),
  ];
}

/** Our fields are there, active and complete, on forms where people need them, and the clock record is on none. */
export const fields: Check = {
  id: 'fields',
  title: 'Fields on forms',
  run: async ({ living }) => {
    const { fields: all, forms } = await living.objects();
    const { ours, found } = presence(all);
    const active = forms.filter((form) => form.active);
    return [...found, ...missingOptions(ours), ...recordShown(ours, active), ...onForms(ours, active)];
  },
};
