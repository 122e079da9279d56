import { mainOf } from '../command/main-of.ts';
import { commandLog } from './command-log.ts';
import { openParts } from './command-parts.ts';
import { readArguments } from './rebuild-arguments.ts';
import { runRebuild } from './rebuild-command.ts';

process.exitCode = await mainOf(async ({ argv, clock, signal, output }) => {
  const asked = readArguments(argv);
  const parts = await openParts({ log: commandLog(), clock, signal });
  try {
    return await runRebuild(asked, parts, { signal, output });
  } finally {
    await parts.close();
  }
});
