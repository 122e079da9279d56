import { UnknownRegionError } from '../calendars/regions.ts';
import { unionOf } from '../calendars/union.ts';
import type { Command } from '../command/main-of.ts';
import { UsageError } from '../command/usage-error.ts';
import { readArguments } from './calendar-arguments.ts';
import { linesOf, listDays } from './calendar-days.ts';

/** Prints the days that don't count besides the weekend. */
export const calendar: Command = async ({ argv, output }) => {
  const read = readArguments(argv);
  if (!read.ok) throw new UsageError(read.message);
  const { regions, year, language, json } = read.value;
  const days = listDays(holidaysOf(regions, year), language);
  output.print(json ? JSON.stringify({ regions, year, days }) : linesOf(days, language).join('\n'));
  return 0;
};

function holidaysOf(regions: readonly string[], year: number) {
  try {
    return unionOf(regions, { from: year, until: year });
  } catch (cause) {
    if (cause instanceof UnknownRegionError) throw new UsageError(cause.message, { cause });
    throw cause;
  }
}
