import type { Command } from '../command/main-of.ts';
import { UsageError } from '../command/usage-error.ts';
import { policyFilesAt, UnreadableError } from '../policies/files.ts';
import { type CheckedFile, checkFiles } from '../policies/index.ts';
import { reportOn } from './policy-check-report.ts';

const USAGE = `npm run policy:check -- policies/ask4.yaml
npm run policy:check -- policies       all files of a folder, also beside each other

  Explains each fault with its line. Exit code 0: no faults, 1: faults, 2: nothing to check.`;

const usageError = (message: string, cause?: unknown): UsageError =>
  new UsageError(`${message}\n\n${USAGE}`, { cause });

/** Rejects with UsageError where there is nothing to check. */
async function checkedAt(paths: readonly string[]): Promise<CheckedFile[]> {
  try {
    const files = (await Promise.all(paths.map(policyFilesAt))).flat();
    return await checkFiles(files, { together: false });
  } catch (cause) {
    if (cause instanceof UnreadableError) throw usageError(cause.message, cause);
    throw cause;
  }
}

/** Checks policy files, each by itself and beside the others of its policy. */
export const policyCheck: Command = async ({ argv: paths, clock, output }) => {
  if (paths.length === 0) throw usageError('Say which file to check.');
  const option = paths.find((path) => path.startsWith('-'));
  if (option !== undefined) throw usageError(`There is no option ${option}.`);
  const now = clock.now();
  const reports = (await checkedAt(paths)).map((file) => reportOn(file, now));
  output.print(reports.flatMap(({ lines }) => lines).join('\n'));
  return reports.every(({ ok }) => ok) ? 0 : 1;
};
