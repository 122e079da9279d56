import type { Policy } from '../../domain/policy.ts';
import { readPolicies } from '../../server/policies/index.ts';

/** A policy file that holds one policy, such as the shipped ones. */
export async function readPolicy(path: string): Promise<Policy> {
  const [policy] = await readPolicies([path]);
  if (!policy) throw new Error(`${path} holds no policy`);
  return policy;
}
