import type { FormKey } from '../definition/keys.ts';
import { LANGUAGES } from '../definition/language.ts';
import { textName } from '../definition/texts/name.ts';
import { titled } from '../definition/titles/index.ts';
import { findMarked } from './find.ts';
import type { TicketField, TicketForm } from './schemas.ts';

interface Forms {
  readonly fields: readonly TicketField[];
  readonly forms?: readonly TicketForm[];
}

const TITLES = {
  customer: { key: 'form', titles: titled(({ forms }) => forms.customer) },
  agent: { key: 'form_agent', titles: titled(({ forms }) => forms.agent) },
} as const;

function hasOurTitle({ name, raw_name }: TicketForm, key: FormKey): boolean {
  const { titles, key: text } = TITLES[key];
  return raw_name === `{{dc.${textName(text)}}}` || LANGUAGES.some((language) => titles[language] === name);
}

/**
 * Our form by its remembered id. One that was made by an apply which was broken off before the id was remembered is
 * known by its title together with our field for the summary.
 */
export function findForm({ fields, forms = [] }: Forms, key: FormKey): TicketForm | undefined {
  const known = forms.find(({ knownAs }) => knownAs === `form:${key}`);
  if (known) return known;
  const summary = findMarked(fields, 'field:summary')?.id;
  return forms.find(
    (form) =>
      summary !== undefined &&
      form.knownAs === undefined &&
      form.ticket_field_ids.includes(summary) &&
      hasOurTitle(form, key),
  );
}
