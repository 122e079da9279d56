import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../domain/local-date.ts';
import type { Fault } from './problem.ts';

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads parameters, or says of each that can't be taken why. The values themselves are not repeated. */
export function readQuery<T>(schema: z.ZodType<T>, query: unknown): Read<T> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = parsed.error.issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((name) => ({
        name: name.slice(0, 64),
        message: 'is no parameter of this address',
      }));
    const [name = ''] = issue.path;
    return [{ name: String(name), message: issue.message }];
  });
  return { ok: false, faults };
}

/** A Zendesk id. */
export const idText = z
  .string('must be given once')
  .regex(/^[1-9]\d{0,15}$/, 'must be an id, a whole number')
  .transform(Number)
  .refine(Number.isSafeInteger, 'must be an id, a whole number');

/** Epoch milliseconds; nothing before 1970 or after 2200, which a database may not hold. */
export const timeText = z.iso
  .datetime({ offset: true, error: 'must be a time with its zone, e.g. 2026-04-01T09:00:00Z' })
  .transform((text) => Date.parse(text))
  .refine((at) => at >= 0 && at < Date.UTC(2200, 0, 1), 'must lie between 1970 and 2200');

export const dateText = z
  .string('must be given once')
  .refine((text): text is LocalDate => /^(19[7-9]|20|21)/.test(text) && isLocalDate(text), {
    message: 'must be a date between 1970 and 2199, e.g. 2026-04-01',
  });

/** A name of ours: a stage, a category, a policy. */
export const nameText = z
  .string('must be given once')
  .regex(/^[\w.-]{1,100}$/, 'must be a name of up to 100 letters, digits, "_", "-" and "."');

/** Several of something, divided by commas; 50 at most. */
export const listOf = <T>(one: z.ZodType<T, string>) =>
  z
    .string('must be given once')
    .transform((text) => text.split(','))
    .pipe(z.array(one).max(50, 'may name 50 at most'));

export const yesOrNo = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((text) => text === 'true');

/** For addresses that take no parameter. */
export const noQuery = z.strictObject({});
