import { systemClock } from '../clock.ts';
import { createCalendarSource } from '../policies/calendars.ts';
import { compute } from './compute.ts';
import { readArguments } from './deadlines-arguments.ts';
import { deadlinesJson } from './deadlines-json.ts';
import { deadlinesTable } from './deadlines-table.ts';
import { findPolicies } from './find-policy.ts';
import { UsageError } from './usage-error.ts';

/** Prints the deadlines of a case as they follow from a policy and events. The exit code: 2 for what can't be used. */
async function main(argv: readonly string[]): Promise<number> {
  try {
    const asked = readArguments(argv);
    const computed = compute(asked, {
      policies: await findPolicies(asked.policy),
      calendarFrom: createCalendarSource(),
      present: systemClock.now(),
    });
    const text = asked.json
      ? JSON.stringify(deadlinesJson(computed, asked.language))
      : deadlinesTable(computed, asked.language);
    process.stdout.write(`${text}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
