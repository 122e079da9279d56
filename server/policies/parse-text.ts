import type { z } from 'zod';
import { type Policy, policySchema } from '../../domain/policy.ts';
import { faultText, missingText, unknownKeyText } from './fault-text.ts';
import { type JsonSchema, policyJsonSchema } from './schema.ts';
import { semanticFaults } from './semantic.ts';
import { type Fault, type PolicySource, readSource } from './source.ts';

export type ParsedText =
  | { readonly ok: true; readonly policy: Policy; readonly source: PolicySource }
  | { readonly ok: false; readonly faults: readonly Fault[] };

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([one]) => one === String(key))?.[1]
        : undefined,
    data,
  );
}

function located(issue: z.core.$ZodIssue, source: PolicySource, schema: JsonSchema): Fault[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      source.faultAt([...path, key], unknownKeyText(path, key, schema), { atKey: true }),
    );
  if (issue.code !== 'custom' && !source.has(path)) return [source.faultAt(path, missingText(path, schema))];
  const atKey = issue.code === 'invalid_key';
  return [source.faultAt(path, faultText(issue, valueAt(source.data, path), schema), { atKey })];
}

function schemaFaults({ issues }: z.ZodError, source: PolicySource): Fault[] {
  const schema = policyJsonSchema();
  return issues.flatMap((issue) => located(issue, source, schema));
}

const inOrder = (faults: readonly Fault[]): Fault[] =>
  [...faults].sort((a, b) => a.line - b.line || a.column - b.column);

/** Reads a policy file's text: the policy, or everything that is wrong with it at its place in the file. */
export function parsePolicyText(text: string): ParsedText {
  const source = readSource(text);
  if (source.data === undefined) return { ok: false, faults: inOrder(source.faults) };
  const parsed = policySchema.safeParse(source.data);
  const found = parsed.success
    ? semanticFaults(parsed.data).map(({ path, message }) => source.faultAt(path, message))
    : schemaFaults(parsed.error, source);
  const faults = inOrder([...source.faults, ...found]);
  return parsed.success && faults.length === 0
    ? { ok: true, policy: parsed.data, source }
    : { ok: false, faults };
}
