import { FORM_KEYS, type FormKey } from '../definition/keys.ts';
import { LANGUAGES } from '../definition/language.ts';
import { titled } from '../definition/titles/index.ts';
import { findMarked } from './find.ts';
import type { TicketField, TicketForm } from './schemas.ts';

/**
 * A form has no description to carry a mark, so the ids of ours are remembered on the field for the summary, in the
 * description that only agents see: `[complaint-clock:forms customer=12 agent=13]`.
 */
const PATTERN = /\s*\[complaint-clock:forms([^\]]*)\]/u;

export type FormIds = Readonly<Partial<Record<FormKey, number>>>;

interface Forms {
  readonly fields: readonly TicketField[];
  readonly forms?: readonly TicketForm[];
}

/** The ids that are remembered, of forms that may be gone. */
export function rememberedForms({ fields }: Pick<Forms, 'fields'>): FormIds {
  const description = findMarked(fields, 'field:summary')?.agent_description ?? '';
  const pairs = (PATTERN.exec(description)?.[1] ?? '').trim().split(/\s+/u);
  const ids = new Map(
    pairs.map((pair): [string, number] => [pair.split('=')[0] ?? '', Number(pair.split('=')[1])]),
  );
  return Object.fromEntries(
    FORM_KEYS.flatMap((key) => {
      const id = ids.get(key);
      return id ? [[key, id]] : [];
    }),
  );
}

/** A description with these ids in place of those it had. */
export function withRememberedForms(description: string, ids: FormIds): string {
  const pairs = Object.entries(ids).map(([key, id]) => `${key}=${id}`);
  return `${description.replace(PATTERN, '')} [complaint-clock:forms ${pairs.join(' ')}]`;
}

const TITLES = {
  customer: titled(({ forms }) => forms.customer),
  agent: titled(({ forms }) => forms.agent),
} as const;

/**
 * Our form by its remembered id. One that was made by an apply which was broken off before the id was remembered is
 * known by its title together with our field for the summary.
 */
export function findForm({ fields, forms = [] }: Forms, key: FormKey): TicketForm | undefined {
  const ids = rememberedForms({ fields });
  const known = forms.find(({ id }) => id === ids[key]);
  if (known) return known;
  const summary = findMarked(fields, 'field:summary')?.id;
  const others = Object.values(ids);
  return forms.find(
    ({ id, name, ticket_field_ids }) =>
      summary !== undefined &&
      ticket_field_ids.includes(summary) &&
      !others.includes(id) &&
      LANGUAGES.some((language) => TITLES[key][language] === name),
  );
}
