import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createSchemaCheck, Schema } from './oas-check.ts';
import { type Coverage, createCoverage } from './oas-coverage.ts';
import { mended } from './oas-mends.ts';
import { createUnknownCheck, type Unknown } from './oas-unknown.ts';

/** Zendesk's own description of its API, where this checkout has it beside it. */
const FILE = fileURLToPath(new URL('../../../../shared/data/zendesk-oas.json', import.meta.url));

const Body = z.object({ content: z.record(z.string(), z.object({ schema: Schema.optional() })).optional() });
const Operation = z.object({ responses: z.record(z.string(), Body) });
const Document = z.object({
  components: z.object({ schemas: z.record(z.string(), Schema) }),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

export const oasIsHere = existsSync(FILE);
export const WHERE = '../shared/data/zendesk-oas.json';

/** What the description says of one route's successful replies. */
export interface Described {
  /** Statuses below 300. */
  statuses: number[];
  /** The schema of a reply's JSON; absent where none is described, as for 204. */
  schema(status: number): Schema | undefined;
}

export interface Description {
  /** @param route `PUT /tickets/:id`, below `/api/v2`; nothing where the description lacks it */
  reply(route: string): Described | undefined;
  /** Faults of types, enumerations, date-times and required properties. */
  check(schema: Schema, value: unknown, label: string): string[];
  /** Properties of a value that the schema does not name. */
  unknown(schema: Schema, value: unknown): Unknown[];
  /** A fresh count of which named properties are ever seen. */
  coverage(): Coverage;
}

/** @throws Error when the description is not there: ask `oasIsHere` first */
export function readDescription(): Description {
  const document = Document.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  const schemas = mended(document.components.schemas);
  const named = (name: string): Schema => {
    const schema = schemas[name];
    if (!schema) throw new Error(`The description has no schema ${name}.`);
    return schema;
  };
  const operations = new Map(
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [keyOf(method, path), operation]),
    ),
  );
  return {
    reply(route) {
      const [method = '', path = ''] = route.split(' ');
      const key = keyOf(method, `/api/v2${path}`);
      const known = operations.get(key) ?? [...operations].find(([other]) => covers(other, key))?.[1];
      const operation = Operation.safeParse(known);
      if (!operation.success) return undefined;
      const { responses } = operation.data;
      return {
        statuses: Object.keys(responses)
          .map(Number)
          .filter((status) => status < 300),
        schema: (status) => responses[String(status)]?.content?.['application/json']?.schema,
      };
    },
    check: createSchemaCheck(named),
    unknown: createUnknownCheck(named),
    coverage: () => createCoverage(named),
  };
}

/** Checks values against a named schema of the description. Null is allowed everywhere, as in real replies. */
export function createChecker(): (name: string, value: unknown) => string[] {
  const description = readDescription();
  return (name, value) => description.check({ $ref: `#/components/schemas/${name}` }, value, name);
}

/** `/tickets/{ticket_id}` and `/tickets/:id` are one route. */
const keyOf = (method: string, path: string) =>
  `${method.toUpperCase()} ${path.replace(/\{[^}]+\}|:\w+/g, '*').replace(/\.json$/, '')}`;

/** `/incremental/{incremental_resource}/sample` describes `/incremental/tickets/sample`. */
function covers(template: string, key: string): boolean {
  const parts = template.split('/');
  const others = key.split('/');
  return (
    parts.length === others.length && parts.every((part, index) => part === '*' || part === others[index])
  );
}
