import { systemClock } from '../../../../server/clock.ts';
import { type Command, exitCodeOf, outputTo } from '../../../../server/command/main-of.ts';
import type { Ran } from '../../../support/process.ts';

function sink() {
  const taken: string[] = [];
  return { write: (text: string) => void taken.push(text), text: () => taken.join('') };
}

interface Running {
  /** The settings, and no others. */
  readonly env?: Readonly<Record<string, string>>;
  /** Aborted where the test interrupts it. */
  readonly signal?: AbortSignal;
}

/** Runs a command as mainOf does, in this process, to its end or until it has seen to its interruption. */
export async function runUntil(
  command: Command,
  argv: readonly string[],
  { env = {}, signal = new AbortController().signal }: Running,
): Promise<Ran> {
  const [out, err] = [sink(), sink()];
  const output = outputTo(out, err);
  const code = await exitCodeOf(command, { argv, clock: systemClock, env, signal, output });
  return { code, out: out.text(), err: err.text() };
}

/** Runs a command to its end, in this process, with these settings and no others. */
export const run = (
  command: Command,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> => runUntil(command, argv, { env });
