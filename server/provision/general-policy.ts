import type { Policy } from '../../domain/policy.ts';
import { choosePolicy } from '../../domain/policy-choice.ts';
import { listedPaths, PolicyFileError, readPolicies } from '../policies/index.ts';

/**
 * The policy that holds where no brand or form has one of its own: the letters are its.
 * @param files the paths as the setting POLICY lists them
 * @throws PolicyFileError where there is none
 */
export async function readGeneralPolicy(files: string): Promise<Policy> {
  const policies = await readPolicies(listedPaths(files));
  const now = Date.now();
  const policy = choosePolicy(policies, { brandId: null, formId: null, receivedAt: now, now });
  if (!policy) throw new PolicyFileError('no policy file was found: check POLICY');
  return policy;
}
