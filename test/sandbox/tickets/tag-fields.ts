import type { FieldRecord, FieldValue, TicketRecord } from '../account/records.ts';

/**
 * Values of drop-downs, multi-selects and checkboxes are ticket tags, and the tags are those values: this
 * module keeps the two in step, in both directions.
 */
type Fields = Iterable<FieldRecord>;

/** Tags in Zendesk's form: lower case, blanks and commas gone, no doubles, in alphabetical order. */
export function normalTags(tags: Iterable<string>): string[] {
  const clean = [...tags].flatMap((tag) => tag.toLowerCase().split(/[\s,]+/)).filter((tag) => tag !== '');
  return [...new Set(clean)].sort();
}

/** Replaces the tags; fields whose tag came or went follow. */
export function setTags(ticket: TicketRecord, tags: Iterable<string>, fields: Fields): void {
  const before = new Set(ticket.tags);
  const after = new Set(normalTags(tags));
  for (const field of fields) {
    if (!field.active) continue;
    const value = valueFromTags(field, ticket.values.get(field.id) ?? null, before, after);
    if (value !== undefined) ticket.values.set(field.id, value);
    if (field.type === 'tagger') keepOneOption(field, value ?? ticket.values.get(field.id) ?? null, after);
  }
  ticket.tags = normalTags(after);
}

/** Sets a field; the tags of its options follow. The value is stored in the field's own form. */
export function setField(ticket: TicketRecord, field: FieldRecord, value: FieldValue): void {
  const stored = storedValue(field, value);
  ticket.values.set(field.id, stored);
  const own = ownTags(field);
  if (own.length === 0) return;
  const chosen = tagsOfValue(field, stored);
  ticket.tags = normalTags([...ticket.tags.filter((tag) => !own.includes(tag)), ...chosen]);
}

/** The tags that belong to a field. */
export function ownTags(field: FieldRecord): string[] {
  if (field.type === 'checkbox') return field.tag === null ? [] : [field.tag];
  return field.custom_field_options.map((option) => option.value);
}

function tagsOfValue(field: FieldRecord, value: FieldValue): string[] {
  if (field.type === 'checkbox') return value === true && field.tag !== null ? [field.tag] : [];
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? [value] : [];
}

function storedValue(field: FieldRecord, value: FieldValue): FieldValue {
  if (field.type === 'checkbox') return value === true || value === 'true' || value === '1' || value === 1;
  if (value === null || value === '') return null;
  if (field.type === 'multiselect')
    return (Array.isArray(value) ? value : [String(value)]).map((v) => v.toLowerCase());
  if (field.type === 'tagger') return String(value).toLowerCase();
  return Array.isArray(value) ? value.join(' ') : String(value);
}

function valueFromTags(
  field: FieldRecord,
  value: FieldValue,
  before: Set<string>,
  after: Set<string>,
): FieldValue | undefined {
  const own = ownTags(field);
  if (own.every((tag) => before.has(tag) === after.has(tag))) return undefined;
  if (field.type === 'checkbox') return own.some((tag) => after.has(tag));
  if (field.type === 'multiselect') return own.filter((tag) => after.has(tag));
  const added = own.find((tag) => after.has(tag) && !before.has(tag));
  if (added !== undefined) return added;
  return typeof value === 'string' && after.has(value) ? value : (own.find((tag) => after.has(tag)) ?? null);
}

function keepOneOption(field: FieldRecord, value: FieldValue, tags: Set<string>): void {
  for (const option of field.custom_field_options) if (option.value !== value) tags.delete(option.value);
}
