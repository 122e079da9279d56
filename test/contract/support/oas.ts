import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Zendesk's own description of its API, where this checkout has it beside it. */
const FILE = fileURLToPath(new URL('../../../../shared/data/zendesk-oas.json', import.meta.url));

const Schema = z.record(z.string(), z.unknown());
type Schema = z.infer<typeof Schema>;
const Document = z.object({ components: z.object({ schemas: z.record(z.string(), Schema) }) });

export const oasIsHere = existsSync(FILE);
export const WHERE = '../shared/data/zendesk-oas.json';

/** Checks values against a named schema of the description. Null is allowed everywhere, as in real replies. */
export function createChecker(): (name: string, value: unknown) => string[] {
  const { schemas } = Document.parse(JSON.parse(readFileSync(FILE, 'utf8'))).components;
  const named = (name: string): Schema => {
    const schema = schemas[name];
    if (!schema) throw new Error(`The description has no schema ${name}.`);
    return schema;
  };
  const check = (schema: Schema, value: unknown, path: string): string[] => {
    if (value === null) return [];
    const ref = z.string().safeParse(schema.$ref);
    if (ref.success) return check(named(ref.data.split('/').at(-1) ?? ''), value, path);
    return [
      ...list(schema.allOf).flatMap((part) => check(part, value, path)),
      ...alternatives(schema, value, path),
      ...checkType(schema, value, path),
      ...checkEnum(schema, value, path),
      ...checkParts(schema, value, path),
    ];
  };
  const alternatives = (schema: Schema, value: unknown, path: string): string[] => {
    const options = [...list(schema.oneOf), ...list(schema.anyOf)];
    if (options.length === 0) return [];
    const results = options.map((option) => check(option, value, path));
    return results.some((faults) => faults.length === 0)
      ? []
      : [`${path}: none of ${options.length} alternatives (${results[0]?.[0]})`];
  };
  const checkParts = (schema: Schema, value: unknown, path: string): string[] => {
    if (Array.isArray(value)) {
      const items = Schema.safeParse(schema.items);
      return items.success
        ? value.flatMap((item, index) => check(items.data, item, `${path}[${index}]`))
        : [];
    }
    const object = Schema.safeParse(value);
    const properties = z.record(z.string(), Schema).safeParse(schema.properties);
    if (!object.success || !properties.success) return [];
    const missing = z
      .array(z.string())
      .catch([])
      .parse(schema.required)
      .filter((key) => !(key in object.data));
    const faults = Object.entries(properties.data)
      .filter(([key]) => key in object.data)
      .flatMap(([key, part]) => check(part, object.data[key], `${path}.${key}`));
    return [...missing.map((key) => `${path}.${key}: missing`), ...faults];
  };
  return (name, value) => check(named(name), value, name);
}

const list = (value: unknown): Schema[] => z.array(Schema).catch([]).parse(value);

function checkType(schema: Schema, value: unknown, path: string): string[] {
  const fits: Record<string, (v: unknown) => boolean> = {
    string: (v) => typeof v === 'string',
    integer: (v) => Number.isInteger(v),
    number: (v) => typeof v === 'number',
    boolean: (v) => typeof v === 'boolean',
    array: Array.isArray,
    object: (v) => typeof v === 'object' && !Array.isArray(v),
  };
  const type = z.string().catch('').parse(schema.type);
  const isOfType = fits[type];
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
