import type { Account } from '../account/account.ts';
import type { FieldOption, FieldRecord } from '../account/records.ts';
import { blank, recordInvalid } from '../fault.ts';
import { flagOf, idOf, type JsonObject, listOf, objectOf, textOf } from '../json.ts';

const TYPES = [
  'text',
  'textarea',
  'checkbox',
  'date',
  'integer',
  'decimal',
  'regexp',
  'partialcreditcard',
  'multiselect',
  'tagger',
  'lookup',
];

/** Reads a ticket field, new or updated. @throws Fault 422 for a type unknown, options missing, or tags in use elsewhere */
export function readField(account: Account, body: JsonObject, known?: FieldRecord): FieldRecord {
  const now = account.stamp();
  const title = textOf(body.raw_title) ?? textOf(body.title) ?? known?.raw_title ?? '';
  if (title.trim() === '') throw blank('title', 'Title');
  const type = known?.type ?? textOf(body.type) ?? '';
  if (!known && !TYPES.includes(type))
    throw recordInvalid({ type: [{ description: 'Type: is invalid', error: 'InvalidValue' }] });
  const id = known?.id ?? idOf(body.id) ?? account.ids.next();
  const field: FieldRecord = {
    id,
    type,
    title,
    raw_title: title,
    title_in_portal:
      textOf(body.raw_title_in_portal) ?? textOf(body.title_in_portal) ?? known?.title_in_portal ?? title,
    description: textOf(body.raw_description) ?? textOf(body.description) ?? known?.description ?? '',
    agent_description:
      'agent_description' in body
        ? (textOf(body.agent_description) ?? null)
        : (known?.agent_description ?? null),
    position: idOf(body.position) ?? known?.position ?? account.fields.size,
    active: flagOf(body.active) ?? known?.active ?? true,
    required: flagOf(body.required) ?? known?.required ?? false,
    required_in_portal: flagOf(body.required_in_portal) ?? known?.required_in_portal ?? false,
    visible_in_portal: flagOf(body.visible_in_portal) ?? known?.visible_in_portal ?? false,
    editable_in_portal: flagOf(body.editable_in_portal) ?? known?.editable_in_portal ?? false,
    collapsed_for_agents: flagOf(body.collapsed_for_agents) ?? known?.collapsed_for_agents ?? false,
    regexp_for_validation: textOf(body.regexp_for_validation) ?? known?.regexp_for_validation ?? null,
    tag: 'tag' in body ? textOf(body.tag)?.toLowerCase() || null : (known?.tag ?? null),
    removable: known?.removable ?? true,
    custom_field_options: readOptions(account, id, body, known),
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
  const withOptions = type === 'tagger' || type === 'multiselect';
  if (withOptions && field.custom_field_options.length === 0)
    throw optionFault('must contain at least one option', 'EmptyValue');
  return field;
}

/** The options sent replace all options; one with the id or value of an old one stays that option. */
function readOptions(
  account: Account,
  fieldId: number,
  body: JsonObject,
  known: FieldRecord | undefined,
): FieldOption[] {
  if (!('custom_field_options' in body)) return known?.custom_field_options ?? [];
  const old = known?.custom_field_options ?? [];
  const options = listOf(body.custom_field_options).map((entry) => readOption(account, objectOf(entry), old));
  checkTags(account, fieldId, options);
  return options;
}

export function readOption(account: Account, body: JsonObject, old: readonly FieldOption[]): FieldOption {
  const id = idOf(body.id);
  const value = (textOf(body.value) ?? '').toLowerCase().trim();
  const before = old.find((option) => (id === undefined ? option.value === value : option.id === id));
  const name = textOf(body.raw_name) ?? textOf(body.name) ?? before?.raw_name ?? '';
  const stored = value || before?.value || '';
  if (name === '' || stored === '') throw optionFault('names and values cannot be blank', 'BlankValue');
  if (/[\s,]/.test(stored))
    throw optionFault(`value ${stored} cannot contain special characters`, 'InvalidValue');
  return {
    id: before?.id ?? account.ids.next(),
    name,
    raw_name: name,
    value: stored,
    default: flagOf(body.default) ?? before?.default ?? false,
  };
}

/** Option values are tags, and one tag cannot serve two fields or two options. @throws Fault 422 */
export function checkTags(account: Account, fieldId: number, options: readonly FieldOption[]): void {
  const values = options.map((option) => option.value);
  const double = values.find((value, index) => values.indexOf(value) !== index);
  if (double !== undefined)
    throw optionFault(`${double} is already used by another option`, 'DuplicateValue');
  for (const field of account.fields.values()) {
    if (field.id === fieldId) continue;
    const taken = [field.tag, ...field.custom_field_options.map((option) => option.value)].find(
      (tag) => tag !== null && values.includes(tag),
    );
    if (taken)
      throw optionFault(`${taken} is already in use as a tag in the field ${field.title}`, 'DuplicateValue');
  }
}

const optionFault = (what: string, error: string) =>
  recordInvalid({ field_options: [{ description: `Field options: ${what}`, error }] });
