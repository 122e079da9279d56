import type { Deadline } from '../../../domain/deadline.ts';
import type { Policy } from '../../../domain/policy.ts';

/** Whose rule a deadline follows, as the policy calls them; undefined where the policy is not known or says nothing. */
export function authorityOf({ regime }: Deadline, policy: Policy | undefined): string | undefined {
  return policy?.regimes.find(({ id }) => id === regime)?.authority;
}
