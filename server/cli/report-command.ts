import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { presentMonth } from '../api/figure-setting.ts';
import { reportPage } from '../api/monthly-report/report-page.ts';
import type { Command } from '../command/main-of.ts';
import { UsageError } from '../command/usage-error.ts';
import { describeError } from '../describe-error.ts';
import type { Names } from '../names/names.ts';
import { createZendeskNames } from '../names/zendesk-names.ts';
import { createCalendarSource } from '../policies/calendars.ts';
import { listedPaths, readPolicies } from '../policies/index.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import { commandLog } from './command-log.ts';
import { type CommandParts, openParts } from './command-parts.ts';
import { type ReportArguments, readArguments } from './report-arguments.ts';

/** Names as Zendesk has them now; none where it can't be asked, since the figures are there all the same. */
function namesFrom(rest: ZendeskRest, tell: (line: string) => void): Names {
  return createZendeskNames({
    rest,
    onFailure: (error) =>
      tell(
        `Zendesk does not tell all names, so the report shows ids in their place: ${describeError(error)}`,
      ),
  });
}

async function write(
  { month, out, language }: ReportArguments,
  { config, clock, ledger, zendesk }: CommandParts,
  tell: (line: string) => void,
): Promise<string> {
  const policies = await readPolicies(listedPaths(config.policy));
  const setting = { ledger, policies, calendarFrom: createCalendarSource(), now: clock.now() };
  if (month > presentMonth(setting)) throw new UsageError(`--month ${month}: this month has not begun`);
  const { html } = await reportPage({ month, language }, setting, namesFrom(zendesk.rest, tell));
  const file = resolve(out);
  try {
    await writeFile(file, html);
  } catch (error) {
    throw new UsageError(`--out ${out}: the file can't be written: ${describeError(error)}`);
  }
  return file;
}

/** Writes the report of a month into a file. */
export const report: Command = async ({ argv, env, clock, signal, output }) => {
  const asked = readArguments(argv);
  const parts = await openParts({ log: commandLog(), clock, signal, ...(env ? { env } : {}) });
  try {
    output.print(`${await write(asked, parts, output.tell)} is written.`);
    return 0;
  } finally {
    await parts.close();
  }
};
