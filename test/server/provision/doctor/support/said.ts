import type { CheckResult, FindingStatus } from '../../../../../server/provision/doctor/types.ts';

/** All findings of one kind, each as one text: check, what was seen, what to do. */
export const saidOf = (results: readonly CheckResult[], status: FindingStatus): string[] =>
  results.flatMap(({ id, findings }) =>
    findings
      .filter((finding) => finding.status === status)
      .map(({ seen, fix }) => `${id}: ${seen} -> ${fix ?? ''}`),
  );
