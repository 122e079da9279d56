import type { Policy } from '../domain/policy.ts';
import { PolicyFileError, readPolicies } from './policies/index.ts';

export { PolicyFileError };

/** Reads and checks one policy. Rejects with PolicyFileError. */
export async function readPolicy(path: string): Promise<Policy> {
  const [policy, ...more] = await readPolicies([path]);
  if (!policy || more.length > 0)
    throw new PolicyFileError(`${path} holds more than one policy: name the file of one of them`);
  return policy;
}
