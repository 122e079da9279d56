import type { JsonSchema } from '../../../../server/policies/schema.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
};

/** What the validator understands; a schema that says more must not pass for checked. */
const KNOWN = new Set(
  'type enum pattern minLength minItems minProperties minimum exclusiveMinimum required properties items additionalProperties propertyNames anyOf oneOf not'.split(
    ' ',
  ),
);
const SAYS_NOTHING = new Set(['$schema', 'title', 'description', 'examples', 'default', 'format']);

const schemasOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const atLeast = (value: number, bound: unknown): boolean => bound === undefined || value >= Number(bound);

function plainErrors(schema: JsonSchema, value: unknown): string[] {
  const { type, pattern, minLength, minItems, minimum, exclusiveMinimum } = schema;
  const errors: string[] = [];
  if (typeof type === 'string' && !TYPES[type]?.(value)) errors.push(`is no ${type}`);
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) errors.push('is none of the enum');
  if (typeof value === 'string') {
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value))
      errors.push('is not of the pattern');
    if (!atLeast(value.length, minLength)) errors.push('is too short');
  }
  if (Array.isArray(value) && !atLeast(value.length, minItems)) errors.push('has too few items');
  if (typeof value === 'number') {
    if (!atLeast(value, minimum)) errors.push('is too small');
    if (exclusiveMinimum !== undefined && value <= Number(exclusiveMinimum)) errors.push('is too small');
  }
  return errors;
}

function objectErrors(schema: JsonSchema, value: Record<string, unknown>, path: string): string[] {
  const { properties = {}, additionalProperties, propertyNames, minProperties } = schema;
  const missing = textsOf(schema.required).filter((key) => !(key in value));
  const errors = missing.map((key) => `${path} lacks ${key}`);
  if (!atLeast(Object.keys(value).length, minProperties)) errors.push(`${path} has too few keys`);
  for (const [key, part] of Object.entries(value)) {
    const at = `${path}.${key}`;
    if (isObject(propertyNames)) errors.push(...schemaErrors(propertyNames, key, `${at} (its name)`));
    const own = properties[key];
    if (own) errors.push(...schemaErrors(own, part, at));
    else if (typeof additionalProperties === 'object')
      errors.push(...schemaErrors(additionalProperties, part, at));
    else if (additionalProperties === false) errors.push(`${at} is not allowed`);
  }
  return errors;
}

/** Checks a value by the parts of JSON Schema that policies' schema uses. @throws Error for a keyword beyond them */
export function schemaErrors(schema: JsonSchema, value: unknown, path = '$'): string[] {
  const strange = Object.keys(schema).find((key) => !KNOWN.has(key) && !SAYS_NOTHING.has(key));
  if (strange !== undefined) throw new Error(`the keyword ${strange} is not understood`);
  const fits = (part: JsonSchema): boolean => schemaErrors(part, value, path).length === 0;
  const errors = plainErrors(schema, value).map((error) => `${path} ${error}`);
  if (schema.anyOf && !schemasOf(schema.anyOf).some(fits)) errors.push(`${path} is none of anyOf`);
  if (schema.oneOf && schemasOf(schema.oneOf).filter(fits).length !== 1)
    errors.push(`${path} is not one of oneOf`);
  if (isObject(schema.not) && fits(schema.not)) errors.push(`${path} is what it must not be`);
  const { items } = schema;
  if (items && Array.isArray(value))
    errors.push(...value.flatMap((item, index) => schemaErrors(items, item, `${path}[${index}]`)));
  return isObject(value) ? [...errors, ...objectErrors(schema, value, path)] : errors;
}
