import type { Command } from '../command/main-of.ts';
import { createCalendarSource } from '../policies/calendars.ts';
import { compute } from './compute.ts';
import { readArguments } from './deadlines-arguments.ts';
import { deadlinesJson } from './deadlines-json.ts';
import { deadlinesTable } from './deadlines-table.ts';
import { findPolicies } from './find-policy.ts';

/** Prints the deadlines of a case as they follow from a policy and events. */
export const deadlines: Command = async ({ argv, clock, output }) => {
  const asked = readArguments(argv);
  const computed = compute(asked, {
    policies: await findPolicies(asked.policy),
    calendarFrom: createCalendarSource(),
    present: clock.now(),
  });
  output.print(
    asked.json
      ? JSON.stringify(deadlinesJson(computed, asked.language))
      : deadlinesTable(computed, asked.language),
  );
  return 0;
};
