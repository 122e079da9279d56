import type { CheckResult, FindingStatus } from './types.ts';

/** What `--json` prints. */
export type DoctorReport = Readonly<Record<FindingStatus, number>> & {
  readonly checks: readonly CheckResult[];
};

export function summarise(checks: readonly CheckResult[]): DoctorReport {
  const count = (status: FindingStatus): number =>
    checks.flatMap(({ findings }) => findings).filter((finding) => finding.status === status).length;
  return {
    ok: count('ok'),
    warning: count('warning'),
    problem: count('problem'),
    not_checkable: count('not_checkable'),
    checks,
  };
}

const SIGNS: Readonly<Record<FindingStatus, string>> = {
  ok: 'ok     ',
  warning: 'WARNING',
  problem: 'PROBLEM',
  not_checkable: '?      ',
};

/** One check for a person to read. */
export function resultText({ title, findings }: CheckResult): string {
  const lines = findings.flatMap(({ status, seen, fix }) => [
    `  ${SIGNS[status]} ${seen}`,
    ...(fix === undefined ? [] : [`            -> ${fix}`]),
  ]);
  return [title, ...lines].join('\n');
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The last line. */
export function totalText(report: DoctorReport): string {
  const { problem, warning, not_checkable, ok } = report;
  return `${plural(problem, 'problem')}, ${plural(warning, 'warning')}, ${not_checkable} not checkable, ${ok} ok`;
}
