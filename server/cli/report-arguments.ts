import { parseArgs } from 'node:util';
import { isMonth, type Month } from '../../domain/months.ts';
import { REPORT_LANGUAGES, type ReportLanguage } from '../api/monthly-report/languages.ts';
import { UsageError } from '../command/usage-error.ts';

export interface ReportArguments {
  readonly month: Month;
  /** The file to write. */
  readonly out: string;
  readonly language: ReportLanguage;
}

const USAGE = `npm run report -- --month 2026-10 --out report.html

Writes the report of a month as a page to be printed, with the service's settings.

  --month      the month, as YYYY-MM
  --out        the file to write; one that is there is replaced
  --language   ${REPORT_LANGUAGES.join(' or ')}; en where left out`;

const usageError = (message: string): UsageError => new UsageError(`${message}\n\n${USAGE}`);

function parsed(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...argv], options: { month: text, out: text, language: text } }).values;
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
}

/** @param argv what follows the script's name on the command line @throws UsageError */
export function readArguments(argv: readonly string[]): ReportArguments {
  const { month, out, language = 'en' } = parsed(argv);
  if (month === undefined) throw usageError('Say which month: --month 2026-10');
  if (!isMonth(month))
    throw usageError(`--month ${month}: this is no month: write it as YYYY-MM, e.g. 2026-10`);
  if (!out) throw usageError('Say which file to write: --out report.html');
  const known = REPORT_LANGUAGES.find((one) => one === language);
  if (!known)
    throw usageError(`--language ${language}: the report is written in ${REPORT_LANGUAGES.join(' or ')}`);
  return { month, out, language: known };
}
