import { z } from 'zod';

/** A schema of the API description. */
export const Schema = z.record(z.string(), z.unknown());
export type Schema = z.infer<typeof Schema>;

/** Resolves `#/components/schemas/NAME`. */
export type Named = (name: string) => Schema;

/** The schemas in a list such as `allOf`. */
export const schemasIn = (value: unknown): Schema[] => z.array(Schema).catch([]).parse(value);

/** The schemas by property name. */
export const propertiesOf = (schema: Schema): Record<string, Schema> =>
  z.record(z.string(), Schema).catch({}).parse(schema.properties);

/** The name a schema refers to, if it is a reference. */
export function refOf(schema: Schema): string | undefined {
  const ref = z.string().safeParse(schema.$ref);
  return ref.success ? ref.data.split('/').at(-1) : undefined;
}

/** Checks a value against a schema; each fault is one line with its path. Null is allowed everywhere. */
export function createSchemaCheck(named: Named) {
  return check;

  function check(schema: Schema, value: unknown, path: string): string[] {
    if (value === null) return [];
    const ref = refOf(schema);
    if (ref !== undefined) return check(named(ref), value, path);
    return [
      ...schemasIn(schema.allOf).flatMap((part) => check(part, value, path)),
      ...alternatives(schema, value, path),
      ...checkType(schema, value, path),
      ...checkEnum(schema, value, path),
      ...checkParts(schema, value, path),
    ];
  }

  function alternatives(schema: Schema, value: unknown, path: string): string[] {
    const options = [...schemasIn(schema.oneOf), ...schemasIn(schema.anyOf)];
    if (options.length === 0) return [];
    const results = options.map((option) => check(option, value, path));
    return results.some((faults) => faults.length === 0)
      ? []
      : [`${path}: none of ${options.length} alternatives (${results[0]?.[0]})`];
  }

  function checkParts(schema: Schema, value: unknown, path: string): string[] {
    if (Array.isArray(value)) {
      const items = Schema.safeParse(schema.items);
      if (!items.success) return [];
      return value.flatMap((item, index) => check(items.data, item, `${path}[${index}]`));
    }
    const object = Schema.safeParse(value);
    if (!object.success) return [];
    const required = z.array(z.string()).catch([]).parse(schema.required);
    return [
      ...required.filter((key) => !(key in object.data)).map((key) => `${path}.${key}: missing`),
      ...Object.entries(propertiesOf(schema))
        .filter(([key]) => key in object.data)
        .flatMap(([key, part]) => check(part, object.data[key], `${path}.${key}`)),
    ];
  }
}

const FITS: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && !Array.isArray(value),
};

function checkType(schema: Schema, value: unknown, path: string): string[] {
  const type = z.string().catch('').parse(schema.type);
  const isOfType = FITS[type];
  if (isOfType && !isOfType(value)) return [`${path}: ${JSON.stringify(value)?.slice(0, 60)} is no ${type}`];
  const stamp = schema.format === 'date-time' && typeof value === 'string' && Number.isNaN(Date.parse(value));
  return stamp ? [`${path}: ${String(value)} is no date-time`] : [];
}

function checkEnum(schema: Schema, value: unknown, path: string): string[] {
  const allowed = z.array(z.unknown()).safeParse(schema.enum);
  return allowed.success && !allowed.data.includes(value)
    ? [`${path}: ${String(value)} is not among ${allowed.data.join(', ')}`]
    : [];
}
