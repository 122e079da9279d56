import { addDays, addMonths, type Instant, localDateAt, startOfDay } from './local-date.ts';
import type { Policy } from './policy.ts';

/**
 * When a case that is over since `overSince` has been kept long enough: the start of the day after the last one of the
 * policy's retention, whose day 0 is the day on which the case ended. Undefined where the policy keeps cases for good.
 */
export function expiresAt(
  { retention, timeZone }: Pick<Policy, 'retention' | 'timeZone'>,
  overSince: Instant,
): Instant | undefined {
  if (!retention) return undefined;
  const { amount, unit } = retention;
  const ended = localDateAt(overSince, timeZone);
  const last =
    unit === 'months' ? addMonths(ended, amount) : addDays(ended, unit === 'weeks' ? amount * 7 : amount);
  return startOfDay(addDays(last, 1), timeZone);
}

/**
 * The policy by whose retention a case is kept: the version that it is counted by, else the latest of the same policy.
 * Undefined where none of `policies` is that policy.
 */
export function retainingPolicy(
  policies: readonly Policy[],
  { policyId, policyVersion }: { readonly policyId: string; readonly policyVersion: string },
): Policy | undefined {
  const versions = policies
    .filter(({ id }) => id === policyId)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return versions.find(({ version }) => version === policyVersion) ?? versions.at(-1);
}
