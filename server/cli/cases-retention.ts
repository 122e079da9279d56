import { expiredCases, type RetentionResult, removeExpired } from '../retention/retention.ts';
import { type CasesCommand, timeText, withTimes } from './cases-io.ts';
import { liveSinceOf } from './live-since.ts';

function linesOf({ expired, unknownPolicy }: RetentionResult, dryRun: boolean): string[] {
  return [
    ...expired.map(
      ({ ticketId, overSince, policyId, expiredAt }) =>
        `ticket ${ticketId}  over since ${timeText(overSince)}, kept until ${timeText(expiredAt)} (${policyId})`,
    ),
    ...unknownPolicy.map(
      ({ ticketId, policyId }) =>
        `ticket ${ticketId}  is kept: no policy in POLICY is called ${policyId}. Name its file there, or erase the case.`,
    ),
    `${expired.length} cases ${dryRun ? 'would be' : 'were'} removed from the ledger. Their tickets stay in Zendesk.`,
  ];
}

/** Removes what the policy no longer keeps, as the service does once a day; or says what that would be. */
export const retention: CasesCommand = async ({ dryRun, json }, parts, { print }) => {
  const { ledger, clock } = parts;
  const { lookDeps } = await parts.prepared((await liveSinceOf(parts)).at);
  const options = { ledger, clock, policies: lookDeps.policies };
  const result = dryRun ? await expiredCases(options) : await removeExpired(options);
  if (json) print(JSON.stringify(withTimes({ dryRun, ...result })));
  else for (const line of linesOf(result, dryRun)) print(line);
  return 0;
};
