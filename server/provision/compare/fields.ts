import { findMarked } from '../account/find.ts';
import type { TicketField } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { FIELDS, type FieldDefinition, type OptionDefinition } from '../definition/fields.ts';
import type { Language } from '../definition/language.ts';
import type { Difference, ProvisionSettings, Write } from '../plan-types.ts';
import { type Ids, mark, type ObjectRef } from '../refs.ts';
import {
  activeDifference,
  type Compared,
  compared,
  difference,
  foreignNamesakes,
  isForced,
  titleDifference,
} from './entry.ts';
import { isForAgentsOnly, type PortalBody, portalBody } from './shown-to-customers.ts';

const optionBody =
  (language: Language) =>
  ({ value, name }: OptionDefinition) => ({ name: name[language], value });

function missingOptions(definition: FieldDefinition, found: TicketField | undefined): OptionDefinition[] {
  const present = new Set(found?.custom_field_options.map(({ value }) => value));
  return definition.options.filter(({ value }) => !present.has(value));
}

/** What is sent besides the field's own options. */
interface Extra {
  readonly language: Language;
  /** What makes it one that customers answer in. */
  readonly portal: PortalBody;
  /** Titles that a person asked to have back. */
  readonly title?: string | undefined;
}

function createBody(definition: FieldDefinition, ref: ObjectRef, { language, portal }: Extra): unknown {
  return {
    ticket_field: {
      type: definition.type,
      title: definition.title[language],
      description: `${definition.description} ${mark(ref)}`,
      ...portal,
      active: true,
      ...(definition.options.length > 0
        ? { custom_field_options: definition.options.map(optionBody(language)) }
        : {}),
    },
  };
}

/** Leaving an option out would remove it and its value from every ticket, so all that are there go along. */
function changeBody(
  definition: FieldDefinition,
  found: TicketField,
  { language, portal, title }: Extra,
): unknown {
  const missing = missingOptions(definition, found);
  const kept = found.custom_field_options.map(({ raw_name, ...option }) => ({
    ...option,
    name: raw_name ?? option.name,
  }));
  return {
    ticket_field: {
      active: true,
      ...portal,
      ...(title === undefined ? {} : { title }),
      ...(missing.length > 0
        ? { custom_field_options: [...kept, ...missing.map(optionBody(language))] }
        : {}),
    },
  };
}

function differences(definition: FieldDefinition, found: TicketField): Difference[] {
  return [
    ...activeDifference(found.active),
    ...missingOptions(definition, found).map(({ value }) => ({ what: 'option', from: null, to: value })),
  ];
}

/** An option's value is a tag, and a tag serves one field only: Zendesk refuses a second. */
function tagsTaken(definition: FieldDefinition, others: readonly TicketField[]): string[] {
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

function wrongType(definition: FieldDefinition, found: TicketField | undefined): string[] {
  if (!found || found.type === definition.type) return [];
  return [`is of type ${found.type}, not ${definition.type}: take the mark out of its description`];
}

function compareField(
  definition: FieldDefinition,
  account: AccountSnapshot,
  settings: ProvisionSettings,
): Compared {
  const ref: ObjectRef = `field:${definition.key}`;
  const found = findMarked(account.fields, ref);
  const others = account.fields.filter((field) => field !== found);
  const { language } = settings;
  const portal = portalBody(definition, { account, settings });
  const opening = found !== undefined && portal !== undefined && isForAgentsOnly(found, definition);
  const title = isForced(settings, ref) ? definition.title[language] : undefined;
  const envelope = 'ticket_field';
  const writes = (ids: Ids): Write[] => {
    const extra = { language, title, portal: (!found || opening ? portal?.(ids) : undefined) ?? {} };
    return [
      found
        ? {
            ...{ method: 'put' as const, path: `ticket_fields/${found.id}`, envelope },
            body: changeBody(definition, found, extra),
          }
        : {
            ...{ method: 'post' as const, path: 'ticket_fields', envelope },
            body: createBody(definition, ref, extra),
          },
    ];
  };
  return compared({
    ref,
    title: definition.title[language],
    found,
    differences: found
      ? [
          ...differences(definition, found),
          ...(opening ? difference('customers can answer in it', 'no', 'yes') : []),
          ...titleDifference(settings, ref, { found: found.title, titles: definition.title }),
        ]
      : [],
    blockedBy: [...wrongType(definition, found), ...tagsTaken(definition, others)],
    foreign: foreignNamesakes(ref, definition.title, others),
    writes,
  });
}

/** Titles, descriptions and option names belong to the administrators once the field exists. */
export function compareFields(account: AccountSnapshot, settings: ProvisionSettings): Compared[] {
  return FIELDS.map((definition) => compareField(definition, account, settings));
}
