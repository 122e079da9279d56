import { openParts } from './command-parts.ts';
import { mainOf } from './main-of.ts';
import { readArguments } from './rebuild-arguments.ts';
import { runRebuild } from './rebuild-command.ts';

process.exitCode = await mainOf(async ({ argv, log, signal, output }) => {
  const asked = readArguments(argv);
  const parts = await openParts({ log, signal });
  try {
    return await runRebuild(asked, parts, { signal, output });
  } finally {
    await parts.close();
  }
});
