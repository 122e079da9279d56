import { systemClock } from '../clock.ts';
import { policyFilesAt, UnreadableError } from '../policies/files.ts';
import { checkFiles } from '../policies/index.ts';
import { reportOn } from './policy-check-report.ts';

const USAGE = `npm run policy:check -- policies/ask4.yaml
npm run policy:check -- policies       all files of a folder, also beside each other

  Explains each fault with its line. Exit code 0: no faults, 1: faults, 2: nothing to check.`;

function refuse(message: string): number {
  process.stderr.write(`${message}\n\n${USAGE}\n`);
  return 2;
}

async function main(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) return refuse('Say which file to check.');
  const option = paths.find((path) => path.startsWith('-'));
  if (option !== undefined) return refuse(`There is no option ${option}.`);
  try {
    const files = (await Promise.all(paths.map(policyFilesAt))).flat();
    const now = systemClock.now();
    const reports = (await checkFiles(files, { together: false })).map((file) => reportOn(file, now));
    process.stdout.write(`${reports.flatMap(({ lines }) => lines).join('\n')}\n`);
    return reports.every(({ ok }) => ok) ? 0 : 1;
  } catch (error) {
    if (error instanceof UnreadableError) return refuse(error.message);
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
