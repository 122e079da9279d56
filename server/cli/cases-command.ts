import { ask } from '../command/ask.ts';
import type { Command } from '../command/main-of.ts';
import { readArguments } from './cases-arguments.ts';
import { CASES_COMMANDS } from './cases-commands.ts';
import { commandLog } from './command-log.ts';
import { openParts } from './command-parts.ts';

/** Looks after the cases of the ledger; each of CASES_COMMANDS is a word of its own. */
export const cases: Command = async ({ argv, env, clock, signal, output }) => {
  const asked = readArguments(argv);
  const parts = await openParts({ log: commandLog(), clock, signal, ...(env ? { env } : {}) });
  try {
    return await CASES_COMMANDS[asked.command](asked, parts, { ...output, ask, signal });
  } finally {
    await parts.close();
  }
};
