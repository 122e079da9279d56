import { onTestFinished } from 'vitest';
import { sandboxCommand } from '../../sandbox/command.ts';

/** `npm run sandbox`, run in this process. */
export interface RunningCommand {
  /** What it has said so far. */
  readonly said: { readonly out: string; readonly err: string };
  /** As Ctrl-C does. */
  stop(): void;
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number>;
}

/** Runs it; it is stopped at the end of the test at the latest. */
export function runSandbox(...argv: readonly string[]): RunningCommand {
  const said = { out: '', err: '' };
  const stopping = Promise.withResolvers<void>();
  const ended = sandboxCommand(argv, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    stopping: () => stopping.promise,
  });
  onTestFinished(async () => {
    stopping.resolve();
    await ended;
  });
  return { said, stop: () => stopping.resolve(), ended };
}
