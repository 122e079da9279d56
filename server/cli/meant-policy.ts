import type { Policy } from '../../domain/policy.ts';
import { choosePolicy, type PolicyQuestion } from '../../domain/policy-choice.ts';
import { UsageError } from '../command/usage-error.ts';

const listed = (ids: readonly number[]): string => ids.join(', ') || 'none';

function whoseAre(policies: readonly Policy[]): string {
  const brands = policies.flatMap(({ appliesTo }) => appliesTo.brands);
  const forms = policies.flatMap(({ appliesTo }) => appliesTo.forms);
  return `there are brands ${listed(brands)} and forms ${listed(forms)}`;
}

/** What an account's schedule says can't be known here, and no date is guessed. @throws UsageError */
function countable(policy: Policy): Policy {
  if (policy.schedule === undefined) return policy;
  throw new UsageError(
    `policy ${policy.id} counts by the Zendesk schedule ${policy.schedule}, which only the service can read: ` +
      'try a copy of the file with "workingWeek", "regions" and "closures" instead of "schedule"',
  );
}

/**
 * The policy that holds, as for a ticket; but one that is for other tickets only, or one of several without anything
 * being said to choose by, is never taken. @throws UsageError
 */
export function meantPolicy(policies: readonly Policy[], question: PolicyQuestion): Policy {
  const { brandId, formId } = question;
  const policy = choosePolicy(policies, question);
  if (!policy) throw new UsageError('There is no policy: name a file, or a folder that holds one');
  const { brands, forms } = policy.appliesTo;
  const forAll = brands.length + forms.length === 0;
  const isFor = (brandId !== null && brands.includes(brandId)) || (formId !== null && forms.includes(formId));
  const asked = [brandId === null ? [] : `brand ${brandId}`, formId === null ? [] : `form ${formId}`].flat();
  const ids = [...new Set(policies.map(({ id }) => id))];
  if (forAll || isFor || (asked.length === 0 && ids.length === 1)) return countable(policy);
  throw new UsageError(
    asked.length > 0
      ? `no policy is for ${asked.join(' or ')}: ${whoseAre(policies)}`
      : `say which of ${ids.join(', ')} is meant: add --brand or --form`,
  );
}
