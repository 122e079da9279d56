import { type Command, exitCodeOf, outputTo } from '../../../../server/cli/main-of.ts';
import { systemClock } from '../../../../server/clock.ts';
import type { Ran } from '../../../support/process.ts';

function sink() {
  const taken: string[] = [];
  return { write: (text: string) => void taken.push(text), text: () => taken.join('') };
}

/** Runs a command of server/cli as mainOf does, in this process, with these settings and no others. */
export async function run(
  command: Command,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const [out, err] = [sink(), sink()];
  const { signal } = new AbortController();
  const output = outputTo(out, err);
  const code = await exitCodeOf(command, { argv, clock: systemClock, env, signal, output });
  return { code, out: out.text(), err: err.text() };
}
