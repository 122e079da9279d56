import type { TicketField } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import type { FieldDefinition, OptionDefinition } from '../definition/fields.ts';
import { optionText } from '../definition/title-texts.ts';
import type { Difference, ProvisionSettings } from '../plan-types.ts';
import { type Ids, mark } from '../refs.ts';
import { compareTitle } from './title.ts';

export interface Given {
  readonly account: AccountSnapshot;
  readonly settings: ProvisionSettings;
}

interface GivenIds extends Given {
  readonly ids: Ids;
}

const optionTitle = ({ value, name }: OptionDefinition) => ({ key: optionText(value), titles: name });

/** A name as it is sent: both ways, as titles are. */
const named = (entered: string) => ({ name: entered, raw_name: entered });

const optionBody = (given: GivenIds) => (option: OptionDefinition) => ({
  ...named(compareTitle(optionTitle(option), undefined, given).entered(given.ids)),
  value: option.value,
});

function missingOptions(definition: FieldDefinition, found: TicketField | undefined): OptionDefinition[] {
  const present = new Set(found?.custom_field_options.map(({ value }) => value));
  return definition.options.filter(({ value }) => !present.has(value));
}

/** The options of a field that is made; nothing for one without. */
export function newOptions({ options }: FieldDefinition, given: GivenIds): Record<string, unknown> {
  return options.length > 0 ? { custom_field_options: options.map(optionBody(given)) } : {};
}

type FoundOption = TicketField['custom_field_options'][number];

/** The name of an option that is there; undefined for one that people have added. */
function comparedName(definition: FieldDefinition, { value, name, raw_name }: FoundOption, given: Given) {
  const ours = definition.options.find((option) => option.value === value);
  const found = { title: name, raw: raw_name };
  return ours && compareTitle(optionTitle(ours), found, given);
}

function nameDifferences(definition: FieldDefinition, found: TicketField, given: Given): Difference[] {
  return found.custom_field_options.flatMap((option) =>
    (comparedName(definition, option, given)?.differences ?? []).map((difference) => ({
      ...difference,
      what: `option ${option.value}`,
    })),
  );
}

/**
 * The options of a field that is there, where they have to change. Leaving one out would remove it and its value from
 * every ticket, so all that are there go along.
 */
export function changedOptions(
  definition: FieldDefinition,
  found: TicketField,
  given: GivenIds,
): Record<string, unknown> {
  const missing = missingOptions(definition, found);
  if (missing.length === 0 && nameDifferences(definition, found, given).length === 0) return {};
  const kept = found.custom_field_options.map((option) => ({
    ...option,
    ...named(comparedName(definition, option, given)?.entered(given.ids) ?? option.raw_name ?? option.name),
  }));
  return { custom_field_options: [...kept, ...missing.map(optionBody(given))] };
}

export function optionDifferences(
  definition: FieldDefinition,
  found: TicketField,
  given: Given,
): Difference[] {
  return [
    ...missingOptions(definition, found).map(({ value }) => ({ what: 'option', from: null, to: value })),
    ...nameDifferences(definition, found, given),
  ];
}

/** An option's value is a tag, and a tag serves one field only: Zendesk refuses a second. */
export function tagsTaken(definition: FieldDefinition, others: readonly TicketField[]): string[] {
  const ours = new Set(definition.options.map(({ value }) => value));
  return others.flatMap(({ title, id, tag, custom_field_options }) => {
    const taken = [...custom_field_options.map(({ value }) => value), tag ?? ''].filter((value) =>
      ours.has(value),
    );
    if (taken.length === 0) return [];
    return [
      `can't have ${taken.join(', ')}: "${title}" (${id}) has it, and a tag serves one field. If that field is ours, put ${mark(`field:${definition.key}`)} back into its description; if not, rename its tag`,
    ];
  });
}
