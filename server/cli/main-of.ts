import { stderr, stdout } from 'node:process';
import { type Logger, pino } from 'pino';
import { describeError } from '../describe-error.ts';
import { printable } from './printable.ts';
import { UsageError } from './usage-error.ts';

/** What a command line program needs of its process. */
export interface CommandProcess {
  readonly argv: readonly string[];
  readonly log: Logger;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly output: { readonly print: (line: string) => void; readonly tell: (line: string) => void };
}

const write = (stream: NodeJS.WriteStream) => (line: string) => {
  stream.write(`${printable(line)}\n`);
};

/**
 * Runs a command to its exit code: 2 for what was typed or set wrong, 1 for what failed. Ctrl-C ends it in order, a
 * second one at once.
 */
export async function mainOf(command: (process: CommandProcess) => Promise<number>): Promise<number> {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
  try {
    return await command({
      argv: process.argv.slice(2),
      log: pino({ level: 'warn', base: null }, pino.destination(2)),
      signal: stopping.signal,
      output: { print: write(stdout), tell: write(stderr) },
    });
  } catch (error) {
    const isUsage = error instanceof UsageError;
    stderr.write(`${isUsage || error instanceof Error ? error.message : describeError(error)}\n`);
    return isUsage ? 2 : 1;
  }
}
