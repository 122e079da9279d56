import { z } from 'zod';
import type { Instant } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { choosePolicy } from '../../domain/policy-choice.ts';
import { idText, nameText, timeText } from './query.ts';

/** What a ticket says that decides which policy holds; a policy may be named instead. */
export const questionShape = {
  brand: idText.optional(),
  form: idText.optional(),
  received: timeText.optional(),
};

export const policyQuery = z.strictObject(questionShape);
export type PolicyQuery = z.infer<typeof policyQuery>;

export const namedShape = { policy: nameText.optional(), version: z.string().max(100).optional() };

/** The policy that holds for such a ticket; undefined only where there is none. */
export function policyFor(
  policies: readonly Policy[],
  { brand, form, received }: PolicyQuery,
  now: Instant,
): Policy | undefined {
  return choosePolicy(policies, {
    brandId: brand ?? null,
    formId: form ?? null,
    receivedAt: received ?? now,
    now,
  });
}

/** All policies as data, and which of them holds. */
export function policyAnswer(policies: readonly Policy[], query: PolicyQuery, now: Instant) {
  const holds = policyFor(policies, query, now);
  return { holds: holds ? { id: holds.id, version: holds.version } : null, policies };
}
