import { policiesSchema } from '../api/policies.ts';
import { useAnswer } from '../api/use-answer.ts';

/** The zone in which the days of a policy end; `fallback` until the service has told it. */
export function useZones(fallback: string): (policyId: string) => string {
  const { value } = useAnswer('policy', policiesSchema);
  return (policyId) => value?.policies.find(({ id }) => id === policyId)?.timeZone ?? fallback;
}
