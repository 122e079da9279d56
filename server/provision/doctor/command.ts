import type { Terminal } from '../run.ts';
import { CHECKS } from './checks/index.ts';
import { createContext, type DoctorSettings } from './context.ts';
import { resultText, summarise, totalText } from './report.ts';
import { DoctorInterrupted, runChecks } from './run.ts';

export interface DoctorOptions extends DoctorSettings {
  readonly json: boolean;
  readonly terminal: Pick<Terminal, 'print'>;
  /** Ends the check under way; the test ticket is deleted all the same, by the next run if this one is killed. */
  readonly signal: AbortSignal;
}

const INTERRUPTED = 130;

/**
 * Checks an installation and prints what it finds. Answers the exit code: 0 where nothing is wrong, 1 where there is a
 * problem, 130 where a person has interrupted.
 */
export async function runDoctor({ json, terminal, signal, ...settings }: DoctorOptions): Promise<number> {
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
  }
}
