import { stderr, stdout } from 'node:process';
import { type Clock, systemClock } from '../clock.ts';
import { describeError } from '../describe-error.ts';
import { printable } from './printable.ts';
import { UsageError } from './usage-error.ts';

/** A standard stream, or whatever takes its text. */
export interface TextSink {
  write(text: string): unknown;
}

/** What a command line program needs of its process. */
export interface CommandProcess {
  /** What follows the script's name on the command line. */
  readonly argv: readonly string[];
  readonly clock: Clock;
  /** The machine's settings by default. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** `print`: the result, on standard output; `tell`: what goes on meanwhile, on standard error. */
  readonly output: { readonly print: (line: string) => void; readonly tell: (line: string) => void };
}

/** Answers the exit code. Rejects with UsageError for what was typed or set wrong. */
export type Command = (process: CommandProcess) => Promise<number>;

const linesTo = (sink: TextSink) => (line: string) => {
  sink.write(`${printable(line)}\n`);
};

/** Lines of a command as a terminal may be given them. */
export function outputTo(out: TextSink, err: TextSink): CommandProcess['output'] {
  return { print: linesTo(out), tell: linesTo(err) };
}

/** Runs a command to its exit code: 2 for what was typed or set wrong, 1 for what failed. Never rejects. */
export async function exitCodeOf(command: Command, process: CommandProcess): Promise<number> {
  try {
    return await command(process);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    process.output.tell(isUsage || error instanceof Error ? error.message : describeError(error));
    return isUsage ? 2 : 1;
  }
}

/** Runs a command in this process. Ctrl-C ends it in order, a second one at once. */
export function mainOf(command: Command): Promise<number> {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
  return exitCodeOf(command, {
    argv: process.argv.slice(2),
    clock: systemClock,
    signal: stopping.signal,
    output: outputTo(stdout, stderr),
  });
}
