import { UnknownRegionError } from '../calendars/regions.ts';
import { unionOf } from '../calendars/union.ts';
import { readArguments } from './calendar-arguments.ts';
import { linesOf, listDays } from './calendar-days.ts';

/** Prints the days that don't count besides the weekend. The exit code: 2 for arguments that can't be used. */
function main(argv: readonly string[]): number {
  const read = readArguments(argv);
  if (!read.ok) return refuse(read.message);
  const { regions, year, language, json } = read.value;
  try {
    const days = listDays(unionOf(regions, { from: year, until: year }), language);
    const text = json ? JSON.stringify({ regions, year, days }) : linesOf(days, language).join('\n');
    process.stdout.write(`${text}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UnknownRegionError) return refuse(error.message);
    throw error;
  }
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
