import { pino } from 'pino';
import { readConfig } from './config.ts';
import { describeError } from './describe-error.ts';
import { createPrepare } from './prepare.ts';
import { type Service, startService } from './start.ts';

const STOP_WITHIN_MS = 10_000;

function fail(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
}

/** Stops once, however many signals come, also in the middle of the start; gives up after 10 s. */
function stopOnSignals(starting: Promise<Service>): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => fail(['Complaint Clock did not stop in time.']), STOP_WITHIN_MS);
    // A start that fails ends the process below.
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
const log = pino({ level: read.config.logLevel, base: null });
const starting = startService({ config: read.config, log, prepare: createPrepare() });
stopOnSignals(starting);
starting.catch((error: unknown) => {
  fail([`Complaint Clock could not start: ${error instanceof Error ? error.message : describeError(error)}`]);
});
