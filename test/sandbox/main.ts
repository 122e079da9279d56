import { once } from 'node:events';
import { sandboxCommand } from './command.ts';

process.exitCode = await sandboxCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stopping: () => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]),
});
