import type { z } from 'zod';
import { orKnown } from './nearest.ts';
import { type JsonSchema, schemaAt } from './schema.ts';

function exampleOf(part: JsonSchema | undefined): string {
  const [example] = part?.examples ?? [];
  if (example === undefined) return '';
  return `, e.g. ${Array.isArray(example) ? `[${example.join(', ')}]` : String(example)}`;
}

const lastOf = (path: readonly PropertyKey[]): string => String(path.at(-1) ?? 'this file');

/** What to write for a key that is not there. */
export function missingText(path: readonly PropertyKey[], schema: JsonSchema): string {
  const part = schemaAt(schema, path);
  const meaning = part?.description ? ` (${part.description.replace(/\.$/, '')})` : '';
  return `"${lastOf(path)}" is missing: add it${meaning}${exampleOf(part)}`;
}

export function unknownKeyText(path: readonly PropertyKey[], key: string, schema: JsonSchema): string {
  const part = schemaAt(schema, path);
  return `"${key}" is no key here: ${orKnown(key, Object.keys(part?.properties ?? {}))}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text; put it in quotes',
  number: 'a number, without quotes',
  int: 'a whole number, without quotes',
  boolean: 'true or false, without quotes',
  array: 'a list, in [brackets] or with a "-" before each item',
  object: 'keys with values, each on a line of its own and indented',
  record: 'keys with values, each on a line of its own and indented',
};

const FORMATS: Readonly<Record<string, string>> = {
  url: 'this is no web address: begin it with https://',
  email: 'this is no e-mail address: write one such as appeals@example.com',
};

/** zod's own words, which don't say what to do, begin with one of these. */
const isZods = (message: string): boolean => /^(Invalid|Too |Unrecognized)/.test(message);

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'array') return `name at least ${String(minimum)}`;
  if (origin === 'string') return 'this must not be empty: write a text';
  return `this is too small: write a number ${inclusive ? 'of at least' : 'above'} ${String(minimum)}`;
}

/** A fault that the schema found, in words that name the fix. `value` is what the file has there. */
export function faultText(issue: z.core.$ZodIssue, value: unknown, schema: JsonSchema): string {
  if (!isZods(issue.message)) return issue.message;
  const example = exampleOf(schemaAt(schema, issue.path));
  switch (issue.code) {
    case 'invalid_type':
      return `"${lastOf(issue.path)}" must be ${KINDS[issue.expected] ?? issue.expected}${example}`;
    case 'invalid_value':
      return `"${String(value)}" is not known here: ${orKnown(String(value), issue.values.map(String))}`;
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_format':
      return FORMATS[issue.format] ?? `this is not as it must be${example}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
}
