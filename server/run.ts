import { constants } from 'node:os';
import { readConfig } from './config.ts';
import { describeError } from './describe-error.ts';
import { createLog } from './log.ts';
import { type Service, startService } from './start.ts';
import { createPrepare } from './start-up/prepare.ts';

const STOP_WITHIN_MS = 10_000;
/** A key pressed once may arrive twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 500;

/*
 * How it ends: 0 asked to stop, and stopped; 1 could not start, or did not stop in time; 130 (SIGINT) and 143 (SIGTERM)
 * told a second time, at once. Nothing is lost by any of them: wakes stay due, and looks read before they write.
 */
function fail(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
}

/** Stops at the first signal, also in the middle of the start, and gives up after 10 s; ends at once at the second. */
function stopOnSignals(starting: Promise<Service>, ending: AbortController): void {
  let toldAt = 0;
  const stop = async (signal: 'SIGTERM' | 'SIGINT'): Promise<void> => {
    if (ending.signal.aborted) {
      if (performance.now() - toldAt < SAME_SIGNAL_MS) return;
      process.exit(128 + constants.signals[signal]);
    }
    toldAt = performance.now();
    ending.abort();
    setTimeout(() => fail(['Complaint Clock did not stop in time.']), STOP_WITHIN_MS);
    // A start that is under way ends, or has failed and ends the process below.
    await starting.then((service) => service.stop());
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

const read = readConfig();
if (!read.ok) {
  const faults = read.faults.map(({ name, message }) => `  ${name} ${message}`);
  fail(['Complaint Clock can not start with these settings:', ...faults]);
}
const log = createLog(read.config.logLevel);
const ending = new AbortController();
const starting = startService({ config: read.config, log, prepare: createPrepare(), signal: ending.signal });
stopOnSignals(starting, ending);
starting.catch((error: unknown) => {
  // Asked to stop before it was there: that is no failure.
  if (ending.signal.aborted) process.exit(0);
  fail([`Complaint Clock could not start: ${error instanceof Error ? error.message : describeError(error)}`]);
});
