import type { FieldRecord, FieldValue } from '../account/records.ts';
import { type Detail, recordInvalid } from '../fault.ts';

/** Largest number of characters of a text field. */
const LONGEST = 65_536;

/** Refuses a value that a field of this type cannot hold. Empty is always fine here. @throws Fault 422 */
export function checkValue(field: FieldRecord, value: FieldValue): void {
  if (value === null || value === '') return;
  const problem = problemOf(field, value);
  if (problem === undefined) return;
  throw recordInvalid({ base: [fieldDetail(field, problem, 'InvalidValue')] });
}

/** One line of `details.base` about a ticket field. */
export function fieldDetail(field: FieldRecord, problem: string, error: string | null): Detail {
  return {
    description: `${field.title}: ${problem}`,
    error,
    ticket_field_id: field.id,
    ticket_field_type: fieldClass(field.type),
  };
}

const CLASSES: Readonly<Record<string, string>> = {
  partialcreditcard: 'PartialCreditCard',
  textarea: 'Textarea',
};

function fieldClass(type: string): string {
  return `Field${CLASSES[type] ?? `${type.charAt(0).toUpperCase()}${type.slice(1)}`}`;
}

function problemOf(field: FieldRecord, value: FieldValue): string | undefined {
  const text = String(value);
  switch (field.type) {
    case 'date':
      return isDay(text) ? undefined : `${text} is not a valid date`;
    case 'integer':
      return /^-?\d+$/.test(text) ? undefined : 'must be a number without decimal points';
    case 'decimal':
      return /^-?\d+([.,]\d+)?$/.test(text) ? undefined : 'must be a decimal number';
    case 'regexp':
      return matches(field.regexp_for_validation, text) ? undefined : `${text} is not properly formatted`;
    case 'tagger':
      return known(field, [text]) ? undefined : `${text} is not a valid value`;
    case 'multiselect': {
      const values = Array.isArray(value) ? value : [text];
      return known(field, values) ? undefined : `${values.join(', ')} is not a valid value`;
    }
    case 'text':
    case 'textarea':
      return text.length > LONGEST ? `is too long (maximum is ${LONGEST} characters)` : undefined;
    default:
      return undefined;
  }
}

/** A day of the calendar, without a time: the thirtieth of February is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

function matches(pattern: string | null, text: string): boolean {
  if (pattern === null) return true;
  try {
    // Ruby's anchors for a whole text, in the words of this language.
    return new RegExp(pattern.replaceAll('\\A', '^').replaceAll('\\z', '$').replaceAll('\\Z', '$')).test(
      text,
    );
  } catch {
    return true;
  }
}

function known(field: FieldRecord, values: readonly string[]): boolean {
  return values.every((value) =>
    field.custom_field_options.some((option) => option.value === value.toLowerCase()),
  );
}
