import { z } from 'zod';
import { CONFLICTS } from './effect.ts';
import { CALLERS, expressionOf, type FaultRule } from './rule.ts';

/** A fault that cannot be switched on. The message names each field that is wrong. */
export class FaultError extends Error {
  readonly code = 'fault_refused';
}

const when = z.enum(['before', 'after']);
const ms = z.number().min(0).max(86_400_000);
const headers = z.record(z.string(), z.string());

const effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(200).max(599),
    body: z.union([z.string(), z.looseObject({}), z.array(z.unknown())]).optional(),
    headers: headers.optional(),
  }),
  z.strictObject({ kind: z.literal('reset'), when }),
  z.strictObject({ kind: z.literal('silence'), when, ms: ms.optional() }),
  z.strictObject({ kind: z.literal('slow'), ms }),
  z.strictObject({ kind: z.literal('malformed') }),
  z.strictObject({ kind: z.literal('conflict'), error: z.enum(CONFLICTS) }),
]);

const METHOD = /^(get|post|put|patch|delete|head)$/i;

export const matchShape = z.strictObject({
  method: z.string().regex(METHOD, 'must be an HTTP method').optional(),
  endpoint: z
    .string()
    .regex(/^[A-Z]+ \//, 'must be as in the request log: PUT /api/v2/tickets/:id')
    .optional(),
  path: z.string().min(1).refine(isPattern, 'is no regular expression').optional(),
  caller: z.enum(CALLERS).optional(),
});

const ruleShape = z.strictObject({
  name: z.string().min(1).max(80).optional(),
  match: matchShape.optional(),
  effect,
  times: z.int().min(1).optional(),
  skip: z.int().min(0).optional(),
  share: z.number().min(0).max(1).optional(),
  untilMs: z.number().min(1).optional(),
});

/** Reads a fault that came from outside. @throws FaultError naming each field that is wrong */
export function readRule(value: unknown): FaultRule {
  return readAs(ruleShape, value);
}

/** Reads a value as a shape says. @throws FaultError naming each field that is wrong */
export function readAs<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const lines = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the fault'}: ${message}`);
  throw new FaultError(lines.join('\n'));
}

function isPattern(text: string): boolean {
  try {
    expressionOf(text);
    return true;
  } catch {
    return false;
  }
}
