import { z } from 'zod';
import { policySchema } from '../../domain/policy.ts';
import { SCHEMA_TEXTS } from './schema-texts.ts';

/** A schema or a part of one, as far as policies need it. */
export interface JsonSchema {
  readonly [key: string]: unknown;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: boolean | JsonSchema;
}

/** zod's schema is a JSON value whose parts are schemas again; checked loosely, since we made it ourselves. */
const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.looseObject({
    description: z.string().exactOptional(),
    examples: z.array(z.unknown()).exactOptional(),
    properties: z.record(z.string(), jsonSchema).exactOptional(),
    items: jsonSchema.exactOptional(),
    additionalProperties: z.union([z.boolean(), jsonSchema]).exactOptional(),
  }),
);

/** zod writes the bounds of safe integers wherever a whole number is asked for. */
const BEYOND = new Set<unknown>([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);

const below = (path: string, key: string): string => (path ? `${path}.${key}` : key);

/** The schema with its texts, and with what zod could not say of checks and transforms. */
function explained(schema: JsonSchema, path: string): JsonSchema {
  const { properties, items, additionalProperties, ...rest } = schema;
  const kept = Object.entries(rest).filter(
    ([key, value]) => !((key === 'minimum' || key === 'maximum') && BEYOND.has(value)),
  );
  const free =
    typeof additionalProperties === 'object' ? explained(additionalProperties, below(path, '*')) : false;
  const named = Object.entries(properties ?? {}).map(([key, part]) => [
    key,
    explained(part, below(path, key)),
  ]);
  return {
    ...SCHEMA_TEXTS[path],
    ...Object.fromEntries(kept),
    ...(properties ? { properties: Object.fromEntries(named) } : {}),
    ...(items ? { items: explained(items, `${path}[]`) } : {}),
    ...(additionalProperties === undefined ? {} : { additionalProperties: free }),
    // What is set by hand is stricter than what zod knows.
    ...(SCHEMA_TEXTS[path]?.pattern ? { pattern: SCHEMA_TEXTS[path].pattern } : {}),
  };
}

/** The JSON Schema of a policy file, made from the schema that the parser uses. */
export function policyJsonSchema(): JsonSchema {
  const { $schema, ...schema } = jsonSchema.parse(z.toJSONSchema(policySchema, { io: 'input' }));
  return {
    $schema,
    title: 'A complaints policy of Complaint Clock',
    ...explained(schema, ''),
  };
}

/** The part of the schema that a place in a file is checked by; undefined where nothing may stand. */
export function schemaAt(schema: JsonSchema, path: readonly PropertyKey[]): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>((part, key) => {
    if (typeof key === 'number') return part?.items;
    const free = typeof part?.additionalProperties === 'object' ? part.additionalProperties : undefined;
    return part?.properties?.[String(key)] ?? free;
  }, schema);
}
