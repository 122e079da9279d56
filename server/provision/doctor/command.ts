import type { Terminal } from '../run.ts';
import { CHECKS } from './checks/index.ts';
import { createContext, type DoctorSettings } from './context.ts';
import { resultText, summarise, totalText } from './report.ts';
import { DoctorInterrupted, runChecks } from './run.ts';

export interface DoctorOptions extends DoctorSettings {
  readonly json: boolean;
  readonly terminal: Pick<Terminal, 'print'>;
}

const INTERRUPTED = 130;

/** Ctrl-C ends the check under way; a second one ends the process, and the next run finds the ticket that is left. */
function untilInterrupted(): { readonly signal: AbortSignal; readonly forget: () => void } {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(new Error('interrupted'));
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, stop);
  return {
    signal: stopping.signal,
    forget: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.removeListener(name, stop);
    },
  };
}

/**
 * Checks an installation and prints what it finds. Answers the exit code: 0 where nothing is wrong, 1 where there is a
 * problem, 130 where a person has interrupted.
 */
export async function runDoctor({ json, terminal, ...settings }: DoctorOptions): Promise<number> {
  const { signal, forget } = untilInterrupted();
  const say = json ? () => {} : terminal.print;
  try {
    const context = await createContext(settings, signal);
    const results = await runChecks(context, {
      checks: CHECKS,
      signal,
      onResult: (result) => say(`${resultText(result)}\n`),
    });
    const report = summarise(results);
    if (json) terminal.print(JSON.stringify(report));
    else say(totalText(report));
    return report.problem > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof DoctorInterrupted)) throw error;
    say('Interrupted.');
    return INTERRUPTED;
  } finally {
    forget();
  }
}
