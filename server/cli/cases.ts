import { ask } from './ask.ts';
import { readArguments } from './cases-arguments.ts';
import { CASES_COMMANDS } from './cases-commands.ts';
import { openParts } from './command-parts.ts';
import { mainOf } from './main-of.ts';

process.exitCode = await mainOf(async ({ argv, log, signal, output }) => {
  const asked = readArguments(argv);
  const parts = await openParts({ log, signal });
  try {
    return await CASES_COMMANDS[asked.command](asked, parts, { ...output, ask, signal });
  } finally {
    await parts.close();
  }
});
